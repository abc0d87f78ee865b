"""What each briefing is related to: both titles, what the two share, and the sentence that ties them."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    edition = compose_articles(articles)
    titles = {briefing.id: briefing.title.text for briefing in edition.briefings}
    return "\n".join(
        f"{titles[briefing.id]} > {titles[related.briefing]}"
        f" | {', '.join(related.shared)} | {related.tie.text}"
        for briefing in edition.briefings
        for related in briefing.related
    )
