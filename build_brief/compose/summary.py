"""Choose the bullets of the summary: two to five different things, the most important first."""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.choice import choose_different
from build_brief.compose.passages import Passage, StoryFile

FEWEST, MOST = 2, 5
WORDS_PER_BULLET = 90
"""Of the sources: a story of three paragraphs has no five things to say."""


def choose_summary(file: StoryFile, said: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return up to five passages that repeat neither each other nor `said`, the bottom line.

    A story of a few sentences gets fewer; one whose every sentence is already said gets none.
    """
    count = min(MOST, max(FEWEST, file.words // WORDS_PER_BULLET))
    return choose_different(file, file.passages, count, said=said)
