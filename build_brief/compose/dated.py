"""Which time a sentence tells of: the entries of the timeline, by the sentence they stand in."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from build_brief.compose.archive import Place
from build_brief.compose.passages import Passage, StoryFile
from build_brief.model.dossier import TimelineEntry
from build_brief.model.edition import DatedStatement, Statement


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
