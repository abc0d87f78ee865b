"""Tell where the sources of a story differ, side by side, without deciding who is right.

Compared are, over independent origins only: the wording of one utterance, the counts of the dead and
hurt and other figures on the same matter, what one source announces and another reports as done, the
day of one event, and people's ages, ranks and names. A
claim that another source does not make is no difference: it stands under “only in”. When unsure,
nothing is said.
"""

from __future__ import annotations

from build_brief.compose.differences.ages import find_age_differences
from build_brief.compose.differences.days import find_date_differences
from build_brief.compose.differences.events import find_tense_differences
from build_brief.compose.differences.figures import find_figure_differences
from build_brief.compose.differences.matters import find_places
from build_brief.compose.differences.people import find_people_differences
from build_brief.compose.differences.tolls import find_toll_differences
from build_brief.compose.differences.words import find_wording_differences
from build_brief.compose.sentences.passages import StoryFile
from build_brief.model.differences import Difference


def find_counts(file: StoryFile) -> tuple[Difference, ...]:
    """Return the dead and the hurt, whom one sentence may count, then other figures, a sentence once."""
    tolls = find_toll_differences(file)
    told = {telling.evidence[0].place for toll in tolls for telling in toll.tellings}
    return (*tolls, *(one for one in find_figure_differences(file) if not told & find_places(one)))


COMPARERS = (
    find_wording_differences,
    find_counts,
    find_date_differences,
    find_tense_differences,
    find_people_differences,
    find_age_differences,
)
"""In the order in which a page lists what they find."""
MOST_OF_A_KIND = 4
"""A story in thirty papers differs everywhere; a page shows where it matters."""


def find_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return what the sources of a story tell differently; empty for a story of one origin."""
    if len(file.articles) < 2:  # noqa: PLR2004 - one cannot differ
        return ()
    return tuple(difference for compare in COMPARERS for difference in compare(file)[:MOST_OF_A_KIND])
