"""Kind, content, speaker and cue of each quote, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.analyse import analyse
from build_brief.model.annotations import Quote
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(show(quote) for article in articles for quote in analyse(article).quotes)


def show(quote: Quote) -> str:
    contents = " / ".join(content.text for content in quote.contents)
    parts = (quote.kind, contents, quote.speaker.text if quote.speaker else "nobody", *notes(quote))
    return " | ".join(parts)


def notes(quote: Quote) -> Iterator[str]:
    yield quote.cue.text if quote.cue else "no cue"
    if quote.addressee:
        yield f"to {quote.addressee.text}"
    if quote.name and quote.speaker and quote.name != quote.speaker.text:
        yield f"is {quote.name}"
    if quote.continues:
        yield "goes on"
