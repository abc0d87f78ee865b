"""The title of each story, with the article whose words it is."""

from __future__ import annotations

from build_brief.model.article import Article
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    edition = compose_articles(articles)
    return "\n".join(f"{b.title.text} ({b.title.article.id})" for b in edition.briefings)
