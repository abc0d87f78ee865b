"""Work out which days a date expression means, seen from the day it was written.

“Friday” in a report of what happened is the latest Friday, today included; in an announcement it
is the next one. “July” goes the same way. When neither tense nor nearness decides, nothing is said.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from build_brief.language.calendar_words import WORDS
from build_brief.model.dates import DateExpression, DateForm, Period, Precision, Tense

WEEK = timedelta(days=7)
NEAR_MONTHS = 4
"""A month without a year and without tense is read as the nearest when it is no further off."""
NEAR_DAYS, FAR_DAYS = 60, 300
"""“June 3” is read as the nearest when that is near and the one its tense gives is far off."""
SEASON_MONTHS = 3
SATURDAY, LAST_WEEKDAY = 5, 6


def resolve_period(expression: DateExpression, tense: Tense, written_on: date) -> Period | None:
    """Return the days that `expression` means in an article written on `written_on`.

    None when the words leave it open. `tense` is that of the clause around the expression.
    Never raises: a day that no calendar has, or a year out of range, is None.
    """
    if expression.modifier in ("since", "past"):
        tense = Tense.PAST
    try:
        period = _resolve(expression, tense, written_on)
        return _bound(period, expression.modifier, tense, written_on) if period else None
    except (ValueError, OverflowError):
        return None


def is_past_far_off(expression: DateExpression, written_on: date) -> bool:
    """Tell whether “June 3” lies far back but comes round soon: gone by, it would likely have its year."""
    back, ahead = (resolve_period(expression, tense, written_on) for tense in (Tense.PAST, Tense.FUTURE))
    bare = expression.form is DateForm.ABSOLUTE and expression.day and expression.year is None
    if not (bare and back and ahead) or expression.modifier == "last":
        return False
    return (written_on - back.end).days >= FAR_DAYS and (ahead.end - written_on).days <= NEAR_DAYS


def _resolve(expression: DateExpression, tense: Tense, written_on: date) -> Period | None:
    match expression.form:
        case DateForm.WEEKDAY:
            return _resolve_weekday(expression, tense, written_on)
        case DateForm.DEICTIC:
            return _resolve_deictic(expression, tense, written_on)
        case DateForm.ABSOLUTE:
            return _resolve_absolute(expression, tense, written_on)


def _bound(period: Period, modifier: str | None, tense: Tense, written_on: date) -> Period | None:
    """Stretch or drop `period` as the word before it says."""
    if modifier in ("before", "after"):
        return None
    if modifier == "since":
        return _span(period.start, written_on) if period.start <= written_on else None
    if modifier in ("until", "by") and period.end > written_on and tense is not Tense.PAST:
        return _span(written_on, period.end)
    if period.precision is Precision.DAY:
        return period
    if modifier == "earlier":
        return _span(period.start, written_on)
    return _span(written_on, period.end) if modifier == "later" else period


def _span(start: date, end: date) -> Period:
    return Period(start=min(start, end), end=max(start, end), precision=Precision.SPAN)


def _day(day: date) -> Period:
    return Period(start=day, end=day, precision=Precision.DAY)


# --- weekdays


def _resolve_weekday(expression: DateExpression, tense: Tense, written_on: date) -> Period | None:
    assert expression.weekday is not None
    monday = written_on - timedelta(days=written_on.weekday())
    in_this_week = monday + timedelta(days=expression.weekday)
    if expression.modifier == "last":
        return _day(in_this_week - WEEK)
    if expression.modifier == "next":
        return _day(in_this_week + WEEK)
    back = timedelta(days=(written_on.weekday() - expression.weekday) % 7)
    if not back or tense is Tense.PAST:
        return _day(written_on - back)
    if tense in (Tense.FUTURE, Tense.PRESENT) or expression.modifier in ("until", "by"):
        return _day(written_on - back + WEEK)
    return _day(in_this_week) if expression.modifier == "this" else None


# --- counted from the day of writing


def _resolve_deictic(expression: DateExpression, tense: Tense, written_on: date) -> Period | None:
    count, unit = expression.count or 0, expression.unit
    if expression.modifier == "past":
        return _span(_shift(written_on, count, unit), written_on)
    if expression.modifier in ("coming", "within"):
        return _span(written_on, _shift(written_on, count, unit))
    if expression.weekday is not None:
        return _weekend(written_on, count, tense)
    if unit is None:
        return None
    if expression.month is not None:
        return _in_year(expression, written_on.year + count)
    return unit_around(_shift(written_on, count, unit), unit)


def _weekend(written_on: date, count: int, tense: Tense) -> Period | None:
    """On a Saturday or Sunday “the weekend” is this one; on a Monday “over the weekend” is the last."""
    if count == 0 and written_on.weekday() < SATURDAY:
        if tense is Tense.UNKNOWN:
            return None
        count = -1 if tense is Tense.PAST else 0
    saturday = written_on + timedelta(days=SATURDAY - written_on.weekday(), weeks=count)
    return _span(saturday, saturday + timedelta(days=1))


def _shift(day: date, count: int, unit: Precision | None) -> date:
    match unit:
        case Precision.WEEK:
            return day + timedelta(weeks=count)
        case Precision.MONTH:
            return _shift_months(day, count)
        case Precision.YEAR:
            return _shift_months(day, 12 * count)
        case Precision.DECADE:
            return _shift_months(day, 120 * count)
        case _:
            return day + timedelta(days=count)


def _shift_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_around(day: date, unit: Precision) -> Period:
    """Return the calendar day, week (from Monday), month, year or decade that holds `day`."""
    match unit:
        case Precision.WEEK:
            start = day - timedelta(days=day.weekday())
            end = start + timedelta(days=LAST_WEEKDAY)
        case Precision.MONTH:
            start, end = day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        case Precision.YEAR:
            start, end = date(day.year, 1, 1), date(day.year, 12, 31)
        case Precision.DECADE:
            start, end = date(day.year // 10 * 10, 1, 1), date(day.year // 10 * 10 + 9, 12, 31)
        case _:
            start = end = day
    return Period(start=start, end=end, precision=unit)


# --- as much of day, month and year as the words give


def _resolve_absolute(expression: DateExpression, tense: Tense, written_on: date) -> Period | None:
    if expression.year is not None:
        return _in_year(expression, expression.year)
    if expression.month is None:
        return None
    years = (written_on.year - 1, written_on.year, written_on.year + 1)
    periods = [period for year in years if (period := _in_year_or_none(expression, year))]
    if expression.weekday is not None:
        periods = [period for period in periods if period.start.weekday() == expression.weekday]
    return _choose(periods, expression.modifier, tense, written_on)


def _choose(periods: list[Period], modifier: str | None, tense: Tense, written_on: date) -> Period | None:
    if modifier == "last":
        latest = _latest([period for period in periods if period.end < written_on])
        return None if latest and _is_just_over(latest, written_on) else latest
    if tense is Tense.PAST:
        return _latest([period for period in periods if period.start <= written_on])
    if modifier == "next":
        return _earliest([period for period in periods if period.start > written_on])
    if tense is Tense.FUTURE or modifier in ("until", "by"):
        return _earliest([period for period in periods if period.end >= written_on])
    return _nearest(periods, written_on)


def _in_year(expression: DateExpression, year: int) -> Period | None:
    if expression.unit is Precision.SEASON:
        return _season(year, expression.month)
    if expression.unit is Precision.DECADE:
        return unit_around(date(year, 1, 1), Precision.DECADE)
    if expression.month is None:
        last = unit_around(date(expression.through or year, 1, 1), Precision.YEAR)
        return _span(date(year, 1, 1), last.end) if expression.through else last
    if expression.day is None:
        return unit_around(date(year, expression.month, 1), Precision.MONTH)
    first = date(year, expression.month, expression.day)
    return _span(first, first.replace(day=expression.through)) if expression.through else _day(first)


def _in_year_or_none(expression: DateExpression, year: int) -> Period | None:
    """29 February is missing from most years."""
    try:
        return _in_year(expression, year)
    except ValueError:
        return None


def _season(year: int, first_month: int | None) -> Period | None:
    """Return the season that begins in `first_month`; winter runs into the year after."""
    if first_month is None:
        return None
    start = date(year, first_month, 1)
    end = _shift_months(start, SEASON_MONTHS) - timedelta(days=1)
    return Period(start=start, end=end, precision=Precision.SEASON)


def _is_just_over(period: Period, written_on: date) -> bool:
    """Tell whether “last November” may be that of the year before: in December nobody knows."""
    days = (written_on - period.end).days
    return period.precision is Precision.MONTH and period.end.year == written_on.year and days <= NEAR_DAYS


def _latest(periods: list[Period]) -> Period | None:
    return max(periods, key=lambda period: period.start, default=None)


def _earliest(periods: list[Period]) -> Period | None:
    return min(periods, key=lambda period: period.start, default=None)


def _nearest(periods: list[Period], written_on: date) -> Period | None:
    def distance(period: Period) -> int:
        return max((period.start - written_on).days, (written_on - period.end).days, 0)

    nearest = min(periods, key=distance, default=None)
    return nearest if nearest and distance(nearest) <= NEAR_MONTHS * 31 else None


def describe_day(day: date) -> str:
    """Return `day` as a reader reads it: “Friday 18 October 2024”, whatever the machine's locale."""
    months, weekdays = WORDS["months"], WORDS["weekdays"]
    return f"{weekdays[day.weekday()]} {day.day} {months[day.month - 1].split()[0]} {day.year}"
