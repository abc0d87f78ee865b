"""Tell what is next: what the sources announce for after the day of the story.

Only what is planned or settled: a date in the future, or words like “is due to” and “will meet”. Which
of them announce something is told in `announced`.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.sentences.choice import repeats
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.wordings import likeness, weigh_words
from build_brief.compose.times.announced import is_announced
from build_brief.compose.times.dated import date_statement, group_by_sentence, is_after, period_key
from build_brief.model.briefing import DatedStatement
from build_brief.model.dossier import TimelineEntry

SAME = 0.25
"""Share of words, at the same time, that shows one announcement in two papers."""
MOST = 5


def choose_next(file: StoryFile, said: Sequence[Passage]) -> tuple[DatedStatement, ...]:
    """Return what is announced, the nearest first, then what has no date; repeats nothing of `said`."""
    chosen: list[Passage] = []
    found: list[DatedStatement] = []
    for passage, entry in _rank(file):
        if (
            len(found) < MOST
            and is_announced(passage, entry, file)
            and not repeats(passage, [*said, *chosen])
            and not any(_announces_again(passage, entry, other) for other in found)
        ):
            chosen.append(passage)
            found.append(date_statement(passage.statement, entry))
    return tuple(sorted(found, key=period_key))


def _rank(file: StoryFile) -> list[tuple[Passage, TimelineEntry | None]]:
    """Return the sentences with the day to come that each gives: first those with one, by weight."""
    entries = group_by_sentence(file)
    dated = [
        (passage, next((one for one in entries.get(passage.place, ()) if is_after(one, passage, file)), None))
        for passage in file.passages
    ]
    return sorted(dated, key=lambda one: (one[1] is None, -file.weights[one[0].place], one[0].place))


def _announces_again(passage: Passage, entry: TimelineEntry | None, other: DatedStatement) -> bool:
    """Tell whether another source has announced the same for the same time."""
    if entry is None or other.period != entry.period:
        return False
    return likeness(passage.terms, weigh_words(other.statement.text)) >= SAME
