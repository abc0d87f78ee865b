"""Bottom line (>) and bullets (-) of each story."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for briefing in compose_articles(articles).briefings:
        lines += [f"> {statement.text}" for statement in briefing.bottom_line]
        lines += [f"- {statement.text}" for statement in briefing.summary]
    return "\n".join(lines)
