"""Each pronoun and role phrase, whom it means, and the confidence."""

from __future__ import annotations

from build_brief.analyse.names import find_names
from build_brief.analyse.references import resolve_references
from build_brief.analyse.sentences import find_sentences
from build_brief.model.annotations import MentionForm
from build_brief.model.article import Article

FORMS = (MentionForm.ROLE, MentionForm.PRONOUN)


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for article in articles:
        sentences = find_sentences(article)
        for mention in resolve_references(article, sentences, find_names(article, sentences)):
            if mention.form in FORMS:
                who = f"{mention.name or '?'} | {mention.confidence:g}"
                lines.append(f"{mention.span.paragraph.number} | {mention.span.text} | {who}")
    return "\n".join(lines)
