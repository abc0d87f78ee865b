"""Choose the bullets of the summary: two to five different things, the most important first."""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.choice import ADDS, choose_different, measure_repeated
from build_brief.compose.passages import Passage, StoryFile, is_weak

FEWEST, MOST = 2, 5
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
        and not (passage.number == 0 and _tells_again(passage, said))
    ]
    return choose_different(file, left, count, said=said)


def _tells_again(lead: Passage, said: Sequence[Passage]) -> bool:
    """Tell whether a lead is the event once more, in another paper's words."""
    return any(measure_repeated(lead, one) >= ADDS for one in said)
