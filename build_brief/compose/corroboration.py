"""Add to a statement the sentences of other sources that say the same.

Only sources of independent origin count, and only a sentence that shares nearly all words, has the
same figures and is denied or not alike: agreement is claimed where a reader would see it at once.
"""

from __future__ import annotations

from dataclasses import replace

from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import likeness, say_the_same
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
            if alike >= max(SAME, best.get(article, (0.0,))[0]) and say_the_same(
                passage.statement.evidence[0].text, other.statement.evidence[0].text
            ):
                best[article] = (alike, other.statement.evidence[0])
    more = tuple(span for _, span in best.values())
    return replace(passage.statement, evidence=passage.statement.evidence + more)
