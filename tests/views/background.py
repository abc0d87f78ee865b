"""The background of each story: time (a dot when it has none) and sentence."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles, show_dated


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        show_dated(line) for briefing in compose_articles(articles).briefings for line in briefing.background
    )
