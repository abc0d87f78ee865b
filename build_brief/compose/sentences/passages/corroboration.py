"""Add to a statement the sentences of other sources that say the same.

Only sources of independent origin count: not a copy, and not a report that names the other's outlet,
or its own, for what it tells (“the Gazette reported”). And only a sentence that shares nearly all
words, has the same figures and is denied or not alike: agreement is claimed where a reader would see it
at once.
"""

from __future__ import annotations

from dataclasses import replace

from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import likeness, say_the_same
from build_brief.model.article import Span
from build_brief.model.statements import Statement

SAME = 0.6
"""Shared weight of words over all words of both sentences."""


def corroborate(passage: Passage, file: StoryFile) -> Statement:
    """Return the statement of `passage` with one sentence of each other source that says the same."""
    best: dict[str, tuple[float, Span]] = {}
    for other in file.passages:
        article = other.place[0]
        if article != passage.place[0]:
            alike = likeness(passage.terms, other.terms)
            if alike >= max(SAME, best.get(article, (0.0,))[0]) and _agree(passage, other):
                best[article] = (alike, other.statement.evidence[0])
    more = tuple(span for _, span in best.values())
    return replace(passage.statement, evidence=passage.statement.evidence + more)


def _agree(one: Passage, other: Passage) -> bool:
    """Tell whether two sentences say the same, and neither has it from the outlet of either."""
    first, second = one.statement.evidence[0], other.statement.evidence[0]
    outlets = [outlet for span in (first, second) if (outlet := _find_outlet(span))]
    cited = any(outlet in text for outlet in outlets for text in (first.text, second.text))
    return not cited and say_the_same(first.text, second.text)


def _find_outlet(span: Span) -> str | None:
    """Return how reporters name the outlet of an article: “Gazette” for “The Gazette”."""
    dateline = span.article.dateline
    outlet = span.article.publisher or (dateline.agency if dateline else None)
    return outlet.removeprefix("The ").removesuffix(".com") if outlet else None
