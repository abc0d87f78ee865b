"""A story's time: how far before and after its day the sources look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_brief.model.briefing import Briefing, DatedStatement
from build_brief.model.dates import Precision
from build_brief.publish.pictures.days import MONTHS
from build_brief.publish.pictures.distance import Event, draw_distance
from build_brief.publish.pictures.picture import Picture
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.day_words import period_in_words, short_day
from build_brief.publish.wording.escape import Markdown

MIN_EVENTS = 3
"""Fewer are told quicker than drawn."""

DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25


def draw_story_time(page: Page, briefing: Briefing) -> Picture | None:
    """Return all dates of the page of `briefing`; None without a day, or with little to draw."""
    middle = briefing.story.day.day
    lines = list(find_dated(briefing))
    if middle is None or len(lines) < MIN_EVENTS:
        return None
    days = [_distance(line, middle) for line in lines]
    if len(set(days)) < MIN_EVENTS:
        return None
    announced = {line.statement for line in briefing.next}
    events = [
        Event(days=at, words=_short(line, middle), announced=line.statement in announced)
        for line, at in zip(lines, days, strict=True)
    ]
    return Picture(
        id="picture-time",
        title="How far back and ahead the sources look",
        note="Distances from the day of the story; days near it have more room than years far from it."
        + (" Rings stand for what is announced." if any(event.announced for event in events) else ""),
        drawing=draw_distance(
            events,
            middle=short_day(middle),
            alternative=f"Dots on a line of time: {counted(len(events), 'date')}, from {_told(lines[0])} to "
            f"{_told(lines[-1])}; the story is of {short_day(middle)}.",
        ),
        heads=("When", "From the story", "Told in"),
        rows=tuple(_row(page, line, at) for line, at in zip(lines, days, strict=True)),
    )


def find_dated(briefing: Briefing) -> Iterator[DatedStatement]:
    """Give each dated statement of background, timeline and what is next once, oldest first."""
    lines = (*briefing.background, *briefing.timeline, *briefing.next)
    dated = {(line.period, line.statement): line for line in lines if line.period}
    yield from sorted(dated.values(), key=_start)


def _start(line: DatedStatement) -> date:
    return line.period.start if line.period else date.min


def _distance(line: DatedStatement, middle: date) -> int:
    """Return the days from `middle` to the period: to its nearer end, none when it holds the day."""
    if line.period is None:
        return 0
    before, after = (line.period.end - middle).days, (line.period.start - middle).days
    return before if before < 0 else max(after, 0)


def _short(line: DatedStatement, middle: date) -> str:
    """Return the date as it stands in the drawing: “1961”, “Mar 2025”, “3 Mar”."""
    if line.period is None:
        return ""
    start, precision = line.period.start, line.period.precision
    if precision is Precision.DAY:
        day = f"{start.day} {MONTHS[start.month - 1]}"
        return day if start.year == middle.year else f"{day} {start.year}"
    if precision is Precision.MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    return period_in_words(line.period)


def _told(line: DatedStatement) -> str:
    return period_in_words(line.period) if line.period else ""


def _row(page: Page, line: DatedStatement, days: int) -> tuple[Markdown, ...]:
    words = line.statement.evidence[0]
    number = words.paragraph.number
    place = page.paragraph_link(words.article, number, f"¶{number}")
    return page.when(line), Markdown(_far(days)), Markdown(f"{page.source(words.article)}, {place}")


def _far(days: int) -> str:
    """Return the distance in the largest unit that fits: “64 years before”, “2 weeks after”."""
    size = abs(days)
    if not size:
        return "the same day"
    if size < DAYS_A_MONTH * 2:
        told = counted(size, "day")
    elif size < DAYS_A_YEAR * 2:
        told = counted(round(size / DAYS_A_MONTH), "month")
    else:
        told = counted(round(size / DAYS_A_YEAR), "year")
    return f"{told} {'before' if days < 0 else 'after'}"
