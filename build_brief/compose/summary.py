"""Choose the bullets of the summary: two to five different things, the most important first."""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.choice import ADDS, choose_different, measure_repeated
from build_brief.compose.passages import Passage, StoryFile, is_weak, measure_quoted

FEWEST, MOST = 2, 5
LEADS = 2
"""Sentences at the head of an article that mostly tell the event."""
ADDS_AFTER = 0.35
"""Of the second one's words, that the bottom line has, from which on it adds nothing."""
QUOTED = 0.7
"""Share of a sentence in quotation marks from which on it is a quote, which has a section of its own."""
WORDS_PER_BULLET = 90
"""Of the sources: a story of three paragraphs has no five things to say."""


def choose_summary(
    file: StoryFile, said: Sequence[Passage], elsewhere: Sequence[Passage] = ()
) -> tuple[Passage, ...]:
    """Return up to five passages that repeat neither each other nor `said`, the bottom line.

    What stands `elsewhere`, in the background or under what is next, is not told here again. A story
    of a few sentences gets fewer bullets; one whose every sentence is told gets none.
    """
    count = min(MOST, max(FEWEST, file.words // WORDS_PER_BULLET))
    places = frozenset(passage.place for passage in elsewhere)
    left = [
        passage
        for passage in file.passages
        if passage.place not in places
        and not is_weak(passage.statement.text)
        and measure_quoted(passage.statement.text) < QUOTED
        and not (passage.number < LEADS and _tells_again(passage, said))
    ]
    return choose_different(file, left, count, said=said)


def _tells_again(lead: Passage, said: Sequence[Passage]) -> bool:
    """Tell whether a lead, or the sentence after it, is the event once more in another paper's words."""
    limit = ADDS if lead.number == 0 else ADDS_AFTER
    return any(lead.place[0] != one.place[0] and measure_repeated(lead, one) >= limit for one in said)
