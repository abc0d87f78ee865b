"""Days, periods, and expressions that mean one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from build_brief.model.article import Span


class Precision(StrEnum):
    """How finely a period is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"
    """From one day to another: “in the past decade”, “until June”."""


class Tense(StrEnum):
    """Of the clause a date stands in."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


class DateForm(StrEnum):
    """The shape of a date expression."""

    ABSOLUTE = "absolute"
    """As much of day, month and year as the words give: “18 October”, “July”, “2015”, “the 1990s”."""
    WEEKDAY = "weekday"
    DEICTIC = "deictic"
    """“today”, “yesterday”, “last year”, “two weeks ago”, “in six years”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date expression taken apart; every field that the words do not give is None."""

    form: DateForm
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    count: int | None = None
    """How many units from the day of writing; negative in the past: “two weeks ago” is -2."""
    unit: Precision | None = None
    through: int | None = None
    """The last day of “May 3–5”, the last year of “from 1998 to 2003”."""
    modifier: str | None = None
    """“earlier”, “later”, “last”, “next”, “since”, “until”, “by”, “early”, “late”, “past”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A day or a stretch of days, both ends included."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDay:
    """The day an article was published, and how that is known."""

    day: date | None
    inferred_from: Span | None = None
    """The words that led to an inferred day; None when the source gives the day, or nobody does."""
    reason: str | None = None
    """How it was inferred, in a sentence for the reader; None when it was not."""
