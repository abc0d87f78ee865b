"""Read the day that a header or a dateline gives, in the usual forms.

`10/11/2024` is the tenth of November to one reader and the eleventh of October to another: such
a day is ambiguous, and never guessed. The time of day and its zone are left out: the day is the
one that the source prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from build_brief.language.calendar_words import MONTH, MONTHS, WEEKDAY

TIME = (
    r"\d{1,2}(?:[:.]\d\d){0,2}(?:\.\d{1,9})?[ ]?(?:[ap]\.?m\b\.?)?"
    r"[ ]?(?:Z\b|[+-]\d\d:?\d\d|\(?(?-i:[A-Z]{1,5}\b)\)?(?:[+-]\d{1,2}(?::\d\d)?)?)?"
)
DAY = re.compile(
    rf"\s*(?:{TIME}[ ,]+(?:on )?)??(?:(?:{WEEKDAY}|{'|'.join(d[:3] for d in WEEKDAY.split('|'))})\.?,?[ ])?"
    r"(?:(?P<iso>\d{4})(?P<mark>[-/.])(?P<iso_month>\d{1,2})(?P=mark)(?P<iso_day>\d{1,2})(?!\d)"
    r"|(?P<compact>(?:19|20)\d{6})(?!\d)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<month>{MONTH})\b\.?,?[ -](?P<year>\d{{4}})\b"
    rf"|(?P<us_month>{MONTH})\b\.?[ ](?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<us_year>\d{{4}})\b"
    r"|(?P<first>\d{1,2})(?P<dash>[-/.])(?P<second>\d{1,2})(?P=dash)(?P<third>\d{4})(?!\d))"
    rf"(?:(?:T|,?[ ]+(?:at[ ]|[-–|•][ ])?){TIME})?",
    re.IGNORECASE,
)
YEARLESS = re.compile(
    rf"(?:(?P<month>{MONTH})\b\.?[ ](?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}})[ ](?P<month_last>{MONTH})\b\.?)"
    r"(?:,?[ ](?P<year>\d{4}))?$",
    re.IGNORECASE,
)
MONTH_NUMBERS = {name.lower(): number for name, number in MONTHS.items()}
MONTHS_IN_YEAR = 12
LONGEST = 100
"""No date with time and zone is longer; what is longer is not looked at."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day as printed at the head of some words."""

    day: date | None
    """None when no calendar has it, or when it is ambiguous."""
    ambiguous: bool
    end: int
    """Offset in the words just after the day and its time."""


def find_day(words: str) -> FoundDay | None:
    """Return the day that `words` begin with; None when they begin with none."""
    found = DAY.match(words[:LONGEST])
    if not found:
        return None
    if found["first"]:
        return _read_figures(found)
    if found["compact"]:
        digits = found["compact"]
        return FoundDay(make_day(digits[:4], digits[4:6], digits[6:]), ambiguous=False, end=found.end())
    year = found["iso"] or found["year"] or found["us_year"]
    month = found["iso_month"] or found["month"] or found["us_month"]
    number = found["iso_day"] or found["day"] or found["us_day"]
    return FoundDay(make_day(year, month, number), ambiguous=False, end=found.end())


def _read_figures(found: re.Match[str]) -> FoundDay:
    """Read `18/10/2024`: a figure above 12 is the day; dots put the day first everywhere."""
    first, second, year = found["first"], found["second"], found["third"]
    if found["dash"] == "." or int(first) > MONTHS_IN_YEAR or first == second:
        return FoundDay(make_day(year, second, first), ambiguous=False, end=found.end())
    if int(second) > MONTHS_IN_YEAR:
        return FoundDay(make_day(year, first, second), ambiguous=False, end=found.end())
    return FoundDay(None, ambiguous=True, end=found.end())


def make_day(year: str, month: str, day: str) -> date | None:
    """Return the day of three words, the month in letters or digits; None when there is none such."""
    number = MONTH_NUMBERS.get(month.lower().rstrip(".")) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def read_yearless_day(words: str, published: date | None) -> date | None:
    """Return the day of a dateline (“Oct. 18”, “18 October 2024”).

    Without a year it is the last such day up to the day after `published`; None when that is unknown.
    """
    found = YEARLESS.match(words.strip())
    if not found:
        return None
    month = found["month"] or found["month_last"]
    number = found["day"] or found["day_first"]
    if found["year"]:
        return make_day(found["year"], month, number)
    if not published:
        return None
    latest = published + timedelta(days=1) if published < date.max else published
    days = (make_day(str(year), month, number) for year in (latest.year, latest.year - 1))
    return next((day for day in days if day and day <= latest), None)
