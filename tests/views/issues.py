"""Paragraph, rule and label of each issue that an article names."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        f"{issue.span.paragraph.number} | {issue.rule} | {issue.label}"
        for article in articles
        for issue in analyse(article).issues
    )
