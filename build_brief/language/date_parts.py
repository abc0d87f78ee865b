"""Take a date expression apart: what year, month, day or count its words give, and no more."""

from __future__ import annotations

import re

from build_brief.language.calendar_words import (
    COUNTED_WORDS,
    DETERMINERS,
    GIVEN_NAMES,
    MARCHES,
    MONTH_BEFORE,
    NOT_AFTER,
    SEASONS,
    UNITS,
    WEEKDAYS,
    YEAR_BEFORE,
    read_month,
    read_number,
)
from build_brief.model.dates import DateExpression, DateForm, Precision

NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
NEAR = {"last": -1, "this": 0, "the": 0, "next": 1}
BACK = 100
"""Characters before “in six years” in which “first” or “worst” makes it look back."""
WORD_BEFORE = re.compile(r"([\w’'-]+)[\s(“\"‘]*$")
WORD_AFTER = re.compile(r"\s*([’']s\b|[^\W\d_]+)")
YEAR_RANGE = re.compile(r"\b(?:1[4-9]\d\d|20\d\d)\s*(?:to|and|or|-|–|,)\s*$")
SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|fourth|only|most|least|never|not|best|worst|(?:[a-z]{3,12})est)\b"
)


def _modifier(match: re.Match[str]) -> str | None:
    """Return the word that bounds the period, else “last”, “next” or “this”."""
    groups = match.groupdict()
    bound = groups.get("bound") or groups.get("relative")
    return "until" if bound and bound.lower() == "till" else bound.lower() if bound else None


def take_calendar_day(match: re.Match[str]) -> DateExpression | None:
    """Read “Friday, Oct. 18, 2024” and shorter forms."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    month, day = read_month(groups["month"]), int(groups["day"])
    if year is None and (month, day) == (9, 11):
        return None  # “the September 11 attacks”: the one day that is known without its year
    last = int(groups["through"]) if groups.get("through") else None
    if last is not None and last <= day:
        return None
    return DateExpression(
        form=DateForm.ABSOLUTE,
        year=year,
        month=month,
        day=day,
        through=last,
        weekday=WEEKDAYS[groups["weekday"]] if groups.get("weekday") else None,
        modifier=_modifier(match),
    )


def take_month(match: re.Match[str]) -> DateExpression | None:
    """Read “July 2011” and “last July”."""
    year = match.groupdict().get("year")
    return DateExpression(
        form=DateForm.ABSOLUTE,
        year=int(year) if year else None,
        month=read_month(match["month"]),
        unit=Precision.MONTH,
        modifier=_modifier(match),
    )


def take_bare_month(match: re.Match[str]) -> DateExpression | None:
    """Read “in July”, “the July vote”, “July’s vote”; people are called April, May, June and August."""
    before, after = _neighbours(match)
    in_time = bool(match["bound"]) or before in MONTH_BEFORE
    if match["month"] == "May" and match["bound"] in ("by", "before", "after"):
        in_time = False
    if before in ("the", "a"):
        in_time = after.islower() and after not in MARCHES
    if after in ("'s", "’s") and match["month"] not in GIVEN_NAMES:
        in_time = True
    named = after[:1].isupper() and before not in ("in", "during") and match["month"] in GIVEN_NAMES
    return take_month(match) if in_time and not named else None


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    """Return the word before, in small letters, and what follows: a word, “’s”, or nothing."""
    before = WORD_BEFORE.search(match.string, max(match.start() - 30, 0), match.start())
    after = WORD_AFTER.match(match.string, match.end())
    return before[1].lower() if before else "", after[1] if after else ""


def take_bare_year(match: re.Match[str]) -> DateExpression | None:
    """Read “in 2015” and “the 2015 election”, not a count."""
    before, after = _neighbours(match)
    if after in COUNTED_WORDS:
        return None
    if match["bound"] in ("by", "before", "after") and after.islower() and after.endswith("s"):
        return None
    dated = match["bound"] or before in YEAR_BEFORE
    ranged = YEAR_RANGE.search(match.string, max(match.start() - 20, 0), match.start())
    named = before in DETERMINERS and after.isalpha()
    return take_year(match) if dated or ranged or named else None


def take_year(match: re.Match[str]) -> DateExpression | None:
    """Read a year that is known to be one."""
    return DateExpression(
        form=DateForm.ABSOLUTE, year=int(match["year"]), unit=Precision.YEAR, modifier=_modifier(match)
    )


def take_years(match: re.Match[str]) -> DateExpression | None:
    """Read “from 1998 to 2003”."""
    first, last = int(match["year"] or match["since"]), int(match["through"])
    if last <= first:
        return None
    return DateExpression(form=DateForm.ABSOLUTE, year=first, through=last, unit=Precision.YEAR)


def take_decade(match: re.Match[str]) -> DateExpression | None:
    """Read “the 1990s” and “the ’90s”."""
    digits = int(match["decade"])
    century = 0 if digits > 99 else 1900 if digits >= 30 else 2000  # noqa: PLR2004 - “the ’30s” on
    return DateExpression(
        form=DateForm.ABSOLUTE, year=century + digits, unit=Precision.DECADE, modifier=_modifier(match)
    )


def take_season(match: re.Match[str]) -> DateExpression | None:
    """Read “the summer of 2012”; the season is named by its first month."""
    year = match.groupdict().get("year")
    return DateExpression(
        form=DateForm.ABSOLUTE,
        year=int(year) if year else None,
        month=SEASONS[match["season"].lower()],
        unit=Precision.SEASON,
        modifier=_modifier(match),
    )


def take_month_of_near_year(match: re.Match[str]) -> DateExpression | None:
    """Read “late March of next year” and “4 May last year”: counted in years from the one of writing."""
    day = match["day"]
    named = match["month"] in GIVEN_NAMES and not match["bound"] and _neighbours(match)[0] not in MONTH_BEFORE
    if named and not day:
        return None  # “Mrs. May last year”
    return DateExpression(
        form=DateForm.DEICTIC,
        count=NEAR[match["near"].lower()],
        month=read_month(match["month"]),
        day=int(day) if day else None,
        unit=Precision.DAY if day else Precision.MONTH,
        modifier=_modifier(match),
    )


def take_season_of_near_year(match: re.Match[str]) -> DateExpression | None:
    """Read “the spring of last year”."""
    return DateExpression(
        form=DateForm.DEICTIC,
        count=NEAR[match["near"].lower()],
        month=SEASONS[match["season"].lower()],
        unit=Precision.SEASON,
        modifier=_modifier(match),
    )


def take_weekday(match: re.Match[str]) -> DateExpression | None:
    """Read “last Friday”, unless the day is part of a name."""
    if (_neighbours(match)[0]).capitalize() in NOT_AFTER or _neighbours(match)[0] in NOT_AFTER:
        return None
    return DateExpression(
        form=DateForm.WEEKDAY, weekday=WEEKDAYS[match["weekday"]], modifier=_modifier(match)
    )


def take_near_day(match: re.Match[str]) -> DateExpression | None:
    """Read “yesterday”, “this morning”, “the day after tomorrow”."""
    words = match["near"].lower()
    count = NEAR_DAYS.get(words, -1 if words.startswith("last") else 0)
    if words.startswith("the day"):
        count = -2 if "before" in words else 2
    return DateExpression(form=DateForm.DEICTIC, count=count, unit=Precision.DAY)


def take_near_unit(match: re.Match[str]) -> DateExpression | None:
    """Read “last week”, “earlier this year”, “the end of the month”."""
    bound = match.groupdict().get("bound")
    return DateExpression(
        form=DateForm.DEICTIC,
        count=NEAR[match["near"].lower()],
        unit=UNITS[match["unit"].lower()],
        modifier=bound.lower() if bound else None,
    )


def take_weekend(match: re.Match[str]) -> DateExpression | None:
    """Read “over the weekend”: two days, from a Saturday."""
    near = (match["near"] or match["bare"] or "this").lower()
    return DateExpression(form=DateForm.DEICTIC, count=NEAR[near], unit=Precision.SPAN, weekday=5)


def take_stretch(match: re.Match[str]) -> DateExpression | None:
    """Read “the past decade”, “the next two weeks”; not “the next day”, counted from another."""
    number, unit, side = match["number"], match["unit"].lower(), match["side"].lower()
    if not number and (unit.endswith("s") or not (side in ("past", "coming") or match["in"])):
        return None
    count = read_number(number) if number else 1
    past = side in ("past", "last")
    return _counted(-count if past else count, unit, "past" if past else "coming")


def take_ago(match: re.Match[str]) -> DateExpression | None:
    """Read “two years ago”."""
    return _counted(-read_number(match["number"]), match["unit"], None)


def take_in(match: re.Match[str]) -> DateExpression | None:
    """Read “in six years”: “the first in six years” looks back, any other forward."""
    count = read_number(match["number"])
    if match["in"].lower() == "within":
        return _counted(count, match["unit"], "within")
    back = SUPERLATIVE.search(match.string, max(match.start() - BACK, 0), match.start())
    return _counted(-count, match["unit"], "past") if back else _counted(count, match["unit"], None)


def _counted(count: int, unit: str, modifier: str | None) -> DateExpression | None:
    return DateExpression(form=DateForm.DEICTIC, count=count, unit=UNITS[unit.lower()], modifier=modifier)
