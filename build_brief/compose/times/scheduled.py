"""Tell what is next: what the sources announce for after the day of the story.

Only what is planned or settled: a date in the future, or words like “is due to” and “will meet”. Which
of them announce something is told in `announced`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_brief.compose.archive import Place
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.choice import repeats
from build_brief.compose.sentences.passages.wordings import likeness, weigh_words
from build_brief.compose.times.announced import is_announced
from build_brief.compose.times.dated import date_statement, day_of, group_by_sentence, is_after, period_key
from build_brief.model.briefing import DatedStatement
from build_brief.model.dossier import TimelineEntry

SAME = 0.25
"""Share of words, at the same time, that shows one announcement in two papers."""
MOST = 5
TERM = ("until ", "till ", "by ", "later this ", "late this ", "in the coming ", "in the next ")


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
    dated = [(passage, _find_nearest(passage, entries, file)) for passage in file.passages]
    return sorted(dated, key=lambda one: (one[1] is None, -file.weights[one[0].place], one[0].place))


def _find_nearest(
    passage: Passage, entries: Mapping[Place, tuple[TimelineEntry, ...]], file: StoryFile
) -> TimelineEntry | None:
    """Return the nearest day to come of a sentence: “votes on Friday on money for the spring”."""
    found = entries.get(passage.place, ())
    ahead = [one for one in found if is_after(one, passage, file) or _runs_on(one, passage, file)]
    return min(ahead, key=lambda one: (one.period.end, one.expression.start), default=None)


def _runs_on(entry: TimelineEntry, passage: Passage, file: StoryFile) -> bool:
    """Tell whether `entry` is a term that is still running: “until 1 April”, “later this week”."""
    written = day_of(passage, file)
    term = entry.expression.text.lower().startswith(TERM)
    return term and written is not None and entry.period.start <= written < entry.period.end


def _announces_again(passage: Passage, entry: TimelineEntry | None, other: DatedStatement) -> bool:
    """Tell whether another source has announced the same for the same time."""
    if entry is None or other.period != entry.period:
        return False
    return likeness(passage.terms, weigh_words(other.statement.text)) >= SAME
