"""Find the sentences of a quote that can stand without the others.

“We were never asked. That is what we are here for.” leans on what is not printed; its first sentence does
not. A sentence that the next one takes back (“But …”) is not parted from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.article import Span

END = re.compile(r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|St|vs|No))(?<!\bMrs)[.!?…]+[’'”\"]? +(?=[A-Z“\"‘])")
TAKES_BACK = re.compile(
    r"\W*(?:But|However|Yet|Except|Unless|Only|Still|Though|Although|Or|Not|Until|And|If)\b"
)
"""What the sentence before must not be printed without."""
BEGINS = re.compile(r"(?!(?:And|But|So|Then|Also|Now|Well|As for|Because|Which)\b)[A-Z]")
POINTS_BACK = re.compile(
    r"\b(?:this|these|those|such|he|she|they|them|him|her|his|their)\b|[|]|^(?:it|its|that|there)\b",
    re.IGNORECASE,
)
"""What a later sentence may owe to those before it."""
LEAST_WORDS = 9
"""Of a run of sentences that is a thought."""
MOST_SENTENCES = 12
"""Of one quote; longer ones are speeches, of which the beginning is enough."""


def find_parts(quote: Quote) -> Iterator[tuple[Quote, bool]]:
    """Yield runs of whole sentences of what a speaker said, and whether he began with it; never all of it."""
    if quote.kind is not QuoteKind.VERBATIM:
        return
    sentences = [s for content in quote.contents for s in _split(content)][:MOST_SENTENCES]
    runs = [(a, b) for a, b in combinations(range(len(sentences) + 1), 2) if b - a < len(sentences)]
    runs.sort(key=lambda run: (run[0] - run[1], run[0]))
    for start, end in runs:
        run = sentences[start:end]
        if _is_of_one_content(run, quote) and _is_complete(sentences, start, end):
            span = run[0].article.span(run[0].start, run[-1].end)
            if len(span.text.split()) >= LEAST_WORDS and not (start and POINTS_BACK.search(span.text)):
                yield replace(quote, contents=(span,), quoted=(span,)), start == 0


def _split(content: Span) -> list[Span]:
    """Return the sentences of one piece of a quote."""
    text = content.text
    ends = [found.end() for found in END.finditer(text)]
    starts = [0, *ends]
    return [
        content.article.span(content.start + a, content.start + a + len(text[a:b].rstrip()))
        for a, b in zip(starts, [*ends, len(text)], strict=True)
        if text[a:b].strip()
    ]


def _is_of_one_content(run: list[Span], quote: Quote) -> bool:
    """Tell whether no cue stands between the sentences."""
    return any(c.start <= run[0].start and run[-1].end <= c.end for c in quote.contents)


def _is_complete(sentences: list[Span], start: int, end: int) -> bool:
    """Tell whether a run begins with a sentence and is not taken back by what follows."""
    begins = bool(BEGINS.match(sentences[start].text))
    return begins and not (end < len(sentences) and TAKES_BACK.match(sentences[end].text))
