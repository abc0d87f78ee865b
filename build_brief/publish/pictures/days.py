"""Marks for an axis of days: a few round ones, whatever the stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

MAX_TICKS = 4
"""More do not fit beside the names on a phone."""

STEPS_IN_DAYS = (1, 2, 7, 14)
STEPS_IN_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def find_ticks(first: date, last: date) -> dict[date, str]:
    """Return at most four days from `first` to `last`, each with a short name."""
    for step in STEPS_IN_DAYS:
        if (last - first).days // step < MAX_TICKS:
            days = [first + timedelta(days=step * at) for at in range((last - first).days // step + 1)]
            return {day: f"{day.day} {MONTHS[day.month - 1]}" for day in days}
    for step in STEPS_IN_MONTHS:
        months = list(_month_starts(first, last, step))
        if len(months) <= MAX_TICKS:
            return {day: _month(day, step) for day in months}
    return {first: str(first.year), last: str(last.year)}


def place_between(day: date, first: date, last: date) -> float:
    """Return where `day` stands from `first`, 0, to `last`, 1; in the middle when they are one day."""
    return (day - first).days / (last - first).days if first < last else 0.5


def _month_starts(first: date, last: date, step: int) -> Iterator[date]:
    """Give the first days of every `step`-th month, counted from the year 0."""
    months = first.year * 12 + first.month - 1
    for at in count(-(-months // step) * step, step):
        if at // 12 > last.year or date(at // 12, at % 12 + 1, 1) > last:
            return
        if date(at // 12, at % 12 + 1, 1) >= first:
            yield date(at // 12, at % 12 + 1, 1)


def _month(day: date, step: int) -> str:
    return str(day.year) if step % 12 == 0 else f"{MONTHS[day.month - 1]} {day.year}"
