"""What a list prints of each quote, after its speaker."""

from __future__ import annotations

from build_brief.model.article import Article
from build_brief.publish.wording.speech import find_told
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    quotes = compose_articles(articles).dossier.quotes
    return "\n".join(
        f"{said.speaker_name or '-'} | {' … '.join(span.text for span in find_told(said.quote))}"
        for said in quotes
    )
