"""Paragraph and text of each sentence."""

from __future__ import annotations

from build_brief.analyse.sentences import find_sentences
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        f"{sentence.paragraph} | {sentence.span.text}"
        for article in articles
        for sentence in find_sentences(article)
    )
