"""Part sentences that a page ran together: “… said.The council …”.

A text that lost the blanks after its full stops is read as one sentence of a page's length, and nothing of it
can be printed. It is parted here and not where sentences are found, for a full stop within a word is
mostly an address, a firm or a version, and whoever finds quotes must see what the text has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_brief.language.quote_marks import find_quoted
from build_brief.model.article import Span

SEAM = re.compile(
    r"(?<=[a-z]{2}|[A-Z]{2}|\d{2}|[\w][)%])[.!?][”\"’]?"
    r"(?=[“\"]?(?:[A-Z][a-z]+\.?(?:[’'][a-z]+)?|I|A),? [\w“\"])"
)
"""A full stop between two words without a blank, the second with a capital and a blank after it."""


def part(span: Span) -> Iterator[Span]:
    """Yield the sentences of `span` in order; the seam is no seam inside quotation marks."""
    start = span.start
    for seam in SEAM.finditer(span.article.text, span.start, span.end):
        if not _is_quoted(span, seam.end()):
            yield span.article.span(start, seam.end())
            start = seam.end()
    yield span.article.span(start, span.end)


def _is_quoted(span: Span, at: int) -> bool:
    regions = find_quoted(span.article.text, span.start, span.end)
    return any(region.start < at < region.end for region in regions)
