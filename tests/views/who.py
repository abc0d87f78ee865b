"""Who is who on each briefing: the name, then the roles as they are printed."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        " | ".join([entry.entity.name, *(role.text for role in entry.roles)])
        for briefing in compose_articles(articles).briefings
        for entry in briefing.who
    )
