"""Find events that sources put on different days.

Both must name a weekday or a day of a month and no other time; “today” and “yesterday” depend on an
edition's hour and prove nothing.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, islice

from build_brief.compose.archive import Place
from build_brief.compose.differences.matters import SHARED_WORDS, keep_once, set_side_by_side, without_figures
from build_brief.compose.sentences.passages import Passage, StoryFile, measure_quoted
from build_brief.compose.sentences.passages.wordings import likeness, weigh_words
from build_brief.language.common_words import WORD
from build_brief.language.word_classes import classify
from build_brief.model.dates import Precision
from build_brief.model.differences import Difference, DifferenceKind
from build_brief.model.dossier import TimelineEntry

MOST_COMPARED = 2000
SPOKEN = 0.25
"""Share of a sentence in quotation marks from which on its day is that of the words alone."""
SAME_EVENT = 0.5
"""Shared weight over all words of both, the day's aside: a follow-up on the next day shares less."""


def find_date_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return the days that differ for the same event, in the order of the sources."""
    differences = []
    for (one, first), (other, second) in islice(combinations(_dated(file), 2), MOST_COMPARED):
        apart = first.period.end < second.period.start or second.period.end < first.period.start
        if apart and one.place[0] != other.place[0] and _likeness(one, other) >= SAME_EVENT:
            differences.append(set_side_by_side(DifferenceKind.DATE, one, other))
    return keep_once(differences)


def _dated(file: StoryFile) -> list[tuple[Passage, TimelineEntry]]:
    """Return the sentences that name one day and no other time."""
    entries: dict[Place, list[TimelineEntry]] = defaultdict(list)
    for entry in file.timeline:
        entries[entry.passage.place].append(entry)
    return [
        (passage, held[0])
        for passage in file.passages
        if len(held := entries.get(passage.place, [])) == 1
        and _names_day(held[0])
        and measure_quoted(passage.statement.text) < SPOKEN
    ]


def _names_day(entry: TimelineEntry) -> bool:
    named = any(
        classify(word).noun == "calendar" for word in entry.expression.text.split() if word[0].isupper()
    )
    return named and entry.period.precision is Precision.DAY


def _likeness(one: Passage, other: Passage) -> float:
    first, second = _without_days(one), _without_days(other)
    shared = sum(word in second for word in first)
    return likeness(first, second) if shared >= SHARED_WORDS else 0.0


def _without_days(passage: Passage) -> dict[str, float]:
    text = passage.statement.evidence[0].text
    days = [found[0] for found in WORD.finditer(text) if classify(found[0]).noun == "calendar"]
    calendar = set(weigh_words(" ".join(days)))
    return {word: weight for word, weight in without_figures(passage.terms).items() if word not in calendar}
