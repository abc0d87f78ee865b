"""Each name: words, kind, form, whom it means, confidence when below 1, and the role beside it."""

from __future__ import annotations

from build_brief.analyse.names import find_names
from build_brief.analyse.sentences import find_sentences
from build_brief.model.annotations import Gender, Mention
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        show(mention) for article in articles for mention in find_names(article, find_sentences(article))
    )


def show(mention: Mention) -> str:
    parts = [mention.span.text, mention.kind.value, mention.form.value, mention.name or "?"]
    if mention.confidence < 1:
        parts.append(f"{mention.confidence:g}")
    if mention.gender is not Gender.UNKNOWN:
        parts.append(mention.gender.value)
    if mention.role:
        parts.append(f"role: {mention.role.text}")
    return " | ".join(parts)
