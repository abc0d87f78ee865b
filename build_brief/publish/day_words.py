"""Days and periods in words: “Friday 18 October 2024”, never “yesterday”, the same in every locale."""

from __future__ import annotations

from datetime import date

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
    start = period.start
    match period.precision:
        case Precision.DAY:
            return day_in_words(start)
        case Precision.WEEK:
            return f"week of {short_day(start)}"
        case Precision.MONTH:
            return month_in_words(start)
        case Precision.SEASON:
            return f"{SEASONS[start.month % 12 // SPRING]} {start.year}"
        case Precision.YEAR:
            return str(start.year)
        case Precision.DECADE:
            return f"the {start.year // 10 * 10}s"
        case Precision.SPAN:
            return _span_in_words(period)


def _span_in_words(period: Period) -> str:
    start, end = period.start, period.end
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}–{end.year}" if start.year != end.year else str(start.year)
    return f"{short_day(start)} – {short_day(end)}"


def day_for_machines(period: Period) -> str:
    """Return the value of a `<time>` element: as much of the ISO date as is known."""
    length = {Precision.DAY: 10, Precision.MONTH: 7}.get(period.precision, 4)
    return period.start.isoformat()[:length]
