"""Which time a sentence tells of: the entries of the timeline, by the sentence they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from build_brief.compose.archive import Place
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.model.article import ArticleId
from build_brief.model.briefing import DatedStatement
from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry
from build_brief.model.statements import Statement

BEFORE = timedelta(days=6)
"""How long before its article's day a dated event must end to be history and not the story itself."""
APART = timedelta(days=4)
"""An article so much later than all others tells the event again, or has the day it was copied on."""
LATELY = timedelta(days=75)
"""How long a time must be that reaches to the day itself: “over the last month” is the story's own."""


def group_by_sentence(file: StoryFile) -> dict[Place, tuple[TimelineEntry, ...]]:
    """Return the timeline's entries by the place of their sentence."""
    grouped: dict[Place, list[TimelineEntry]] = defaultdict(list)
    for entry in file.timeline:
        grouped[entry.passage.place].append(entry)
    return {place: tuple(entries) for place, entries in grouped.items()}


def date_statement(statement: Statement, entry: TimelineEntry | None) -> DatedStatement:
    """Return `statement` with the time of `entry`; without one it is a state of affairs."""
    if entry is None:
        return DatedStatement(period=None, expression=None, reason=None, statement=statement)
    return DatedStatement(
        period=entry.period, expression=entry.expression, reason=entry.reason, statement=statement
    )


def day_of(passage: Passage, file: StoryFile) -> date | None:
    """Return the day that the article of `passage` was written, or else the day of the story."""
    written = file.archive.days.get(passage.statement.evidence[0].article.id)
    return (written.day if written else None) or file.story.day.day


def period_key(dated: DatedStatement) -> tuple[bool, date, date, Place]:
    """Return a key that sorts oldest first, what has no date last."""
    period = dated.period
    start = period.start if period else date.max
    end = period.end if period else date.max
    return period is None, start, end, dated.statement.evidence[0].place


def is_before(entry: TimelineEntry, passage: Passage, file: StoryFile) -> bool:
    """Tell whether `entry` lies clearly before the day its sentence was written: history."""
    written = day_of(passage, file)
    if written is None:
        return False
    if entry.period.precision in (Precision.SPAN, Precision.DECADE):
        lasted = entry.period.end - entry.period.start
        over = entry.period.end < written - BEFORE or lasted > LATELY
        return over and entry.period.start < written - BEFORE and entry.period.end <= written
    return entry.period.end < written - BEFORE


def is_after(entry: TimelineEntry, passage: Passage, file: StoryFile) -> bool:
    """Tell whether `entry` lies after the day its sentence was written: a plan."""
    written = day_of(passage, file)
    return written is not None and entry.period.start > written


def find_latest(file: StoryFile) -> frozenset[ArticleId]:
    """Return the articles of the story's last day, when others are of a day before."""
    days = {a.article.id: day.day for a in file.articles if (day := file.archive.days.get(a.article.id))}
    known = sorted({day for day in days.values() if day is not None})
    if len(known) <= 1 or known[-1] - known[-2] > APART:
        return frozenset()
    return frozenset(article for article, day in days.items() if day == known[-1])


def find_passages_of(section: Iterable[DatedStatement], file: StoryFile) -> tuple[Passage, ...]:
    """Return the passages that a section prints, in the order of the story."""
    places = frozenset(line.statement.evidence[0].place for line in section)
    return tuple(passage for passage in file.passages if passage.place in places)
