"""Objects from a literal, never by running earlier stages."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256

from build_brief.model.article import (
    Article,
    ArticleId,
    Dateline,
    Paragraph,
    ParagraphKind,
    Source,
    Span,
)


def article(  # noqa: PLR0913 - a builder names what a test cares about
    text: str,
    *,
    id: str = "a.txt",  # noqa: A002
    published: str | None = None,
    headline: str | None = None,
    publisher: str | None = None,
    dateline: Dateline | None = None,
    subheads: tuple[int, ...] = (),
) -> Article:
    """Build an article: each non-empty line of `text` is a paragraph; `subheads` are paragraph numbers."""
    paragraphs = tuple(
        Paragraph(
            number=number,
            start=found.start(),
            end=found.end(),
            kind=ParagraphKind.SUBHEAD if number in subheads else ParagraphKind.BODY,
        )
        for number, found in enumerate(re.finditer(r"\S(?:[^\n]*\S)?", text), start=1)
    )
    return Article(
        id=ArticleId(id),
        source=Source(path=id, digest=sha256(text.encode("utf-8", "replace")).hexdigest(), format="text"),
        text=text,
        paragraphs=paragraphs,
        headline=headline,
        publisher=publisher,
        dateline=dateline,
        published=date.fromisoformat(published) if published else None,
    )


def span(source: Article, words: str, *, nth: int = 1) -> Span:
    """Return the `nth` place where `source` holds `words`."""
    at = -1
    for _ in range(nth):
        at = source.text.index(words, at + 1)
    return source.span(at, at + len(words))
