"""Days and periods in words: “Friday 18 October 2024”, never “yesterday”, the same in every locale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from build_brief.model.dates import Period, Precision

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("winter", "spring", "summer", "autumn")

SPRING = 3
"""The month in which the first of four seasons begins, in the northern hemisphere."""


def day_in_words(day: date) -> str:
    """Return “Friday 18 October 2024”."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}"


def short_day(day: date) -> str:
    """Return “18 October 2024”."""
    return f"{day.day} {month_in_words(day)}"


def month_in_words(day: date) -> str:
    """Return “October 2024”."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def period_in_words(period: Period) -> str:
    """Return the period as finely as it is known, no finer."""
    return FORMS[period.precision](period)


def _span_in_words(period: Period) -> str:
    """Return both ends, no finer than such words are meant: “in the past decade” is years, not days."""
    start, end = period.start, period.end
    if start.year != end.year:
        return f"{start.year}–{end.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year)
    if start.month != end.month:
        return f"{MONTHS[start.month - 1]}–{month_in_words(end)}"
    return f"{start.day}–{short_day(end)}" if start.day != end.day else short_day(start)


def day_for_machines(period: Period) -> str:
    """Return the value of a `<time>` element: as much of the ISO date as is known."""
    length = {Precision.DAY: 10, Precision.MONTH: 7}.get(period.precision, 4)
    return period.start.isoformat()[:length]


FORMS: Mapping[Precision, Callable[[Period], str]] = MappingProxyType(
    {
        Precision.DAY: lambda period: day_in_words(period.start),
        Precision.WEEK: lambda period: f"week of {short_day(period.start)}",
        Precision.MONTH: lambda period: month_in_words(period.start),
        Precision.SEASON: lambda period: f"{SEASONS[period.start.month % 12 // SPRING]} {period.start.year}",
        Precision.YEAR: lambda period: str(period.start.year),
        Precision.DECADE: lambda period: f"the {period.start.year // 10 * 10}s",
        Precision.SPAN: _span_in_words,
    }
)
