"""Tell where the sources of a story differ, side by side, without deciding who is right.

Four things are compared, over independent origins only: the wording of one utterance, figures on
the same matter, what one source announces and another reports as done, and the day of one event. A
claim that another source does not make is no difference: it stands under “only in”. When unsure,
nothing is said.
"""

from __future__ import annotations

from build_brief.compose.differing_days import find_date_differences
from build_brief.compose.differing_events import find_tense_differences
from build_brief.compose.differing_figures import find_figure_differences
from build_brief.compose.differing_words import find_wording_differences
from build_brief.compose.passages import StoryFile
from build_brief.model.edition import Difference

COMPARERS = (
    find_wording_differences,
    find_figure_differences,
    find_date_differences,
    find_tense_differences,
)
"""In the order in which a page lists what they find."""
MOST_OF_A_KIND = 4
"""A story in thirty papers differs everywhere; a page shows where it matters."""


def find_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return what the sources of a story tell differently; empty for a story of one origin."""
    if len(file.articles) < 2:  # noqa: PLR2004 - one cannot differ
        return ()
    return tuple(difference for compare in COMPARERS for difference in compare(file)[:MOST_OF_A_KIND])
