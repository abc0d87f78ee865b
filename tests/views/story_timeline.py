"""What each dated section of a briefing holds: `before` the history, `day` the timeline, `next` the plans."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles, show_dated


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        f"{name} | {show_dated(line)}"
        for briefing in compose_articles(articles).briefings
        for name, lines in (
            ("before", briefing.background),
            ("day", briefing.timeline),
            ("next", briefing.next),
        )
        for line in lines
    )
