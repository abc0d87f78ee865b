"""Find the words in a sentence that mean a day, a month, a year or a stretch of time, and take them apart.

Numbers count as dates only where English dates things: “in 2015” and “the 2015 election”, not
“2,000 people”, “Boeing 747” or “Flight 2015”. How long something took (“a two-day trip”, “for six
years”), ages and hours are no dates. What recurs (“every Friday”) and what is only roughly said
(“in recent years”, “decades ago”) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from build_brief.language import date_parts
from build_brief.language.calendar_words import (
    COUNTED,
    MONTH,
    NUMBER,
    SEASON,
    TITLES,
    UNIT,
    WEEKDAY,
)
from build_brief.language.date_stems import (
    IN_MONTH,
    IN_SEASON,
    IN_YEAR,
    LONG_UNITS,
    ON_DAY,
    UNITS,
    find_stems,
)
from build_brief.model.dates import DateExpression


class Dating(NamedTuple):
    """A date expression and where it stands; offsets index the text."""

    start: int
    end: int
    expression: DateExpression
    duration: bool = False
    """True for “in six years” and “within a week”, which say how long unless something is to come."""


Reading = Callable[[re.Match[str]], DateExpression | None]


class Rule(NamedTuple):
    """A form of date, and what a sentence must hold to hold one: of each of `needs` one stem."""

    written: str
    flags: int
    read: Reading
    needs: tuple[tuple[str, ...], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a sentence first asks for it: all take as long as an article."""
        return _compile(self.written, self.flags)


BOUND = (
    r"(?:\b(?P<bound>[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)"
    r"[\s-]+(?:in\s+)?"
    r"(?:the\s+(?:(?:end|start|beginning|middle|close|time)\s+of\s+(?:the\s+)?)?)?)?"
)
"""“until”, “since late”, “by the end of”: taken into the expression."""
RELATIVE = r"(?:\b(?P<relative>last|next|this|past)\s+)?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
THROUGH = r"(?:\s?[–-]\s?|\s+(?:to|through|until)\s+)(?P<through>\d{1,2})(?:st|nd|rd|th)?"
"""What makes “3–5 May” and “May 3 to 5” several days."""
YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
NEAR_YEAR = r"(?:of\s+|in\s+)?(?P<near>last|this|next)\s+year\b(?![’']s)"
ON_WEEKDAY = rf"(?:\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
NO_COUNT = (
    rf"(?![\d%]|[.,:/]\d|\s+(?:{COUNTED}|percent|per\s+cent|million|billion|trillion|thousand|hundred)\b)"
)
ABOUT = r"(?:(?:(?:more|less|fewer)\s+than|almost|nearly|about|over|around|some|just|at\s+least)\s+)?"
PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon))?"


def find_datings(text: str, start: int, end: int) -> tuple[Dating, ...]:
    """Return the date expressions of the sentence from `start` to `end`, in order, not overlapping."""
    found: list[Dating] = []
    taken: list[tuple[int, int]] = []
    for rule in _choose_rules(find_stems(text, start, end, STEMS)):
        for match in rule.pattern.finditer(text, start, end):
            if any(match.start() < stop and begin < match.end() for begin, stop in taken):
                continue
            taken.append(match.span())
            expression = rule.read(match)
            if expression is not None:
                within = rule.read is date_parts.take_in and expression.modifier != "past"
                duration = within and not match["time"]
                found.append(Dating(match.start(), match.end(), expression, duration))
    return tuple(sorted(found, key=lambda dating: dating.start))


@lru_cache(maxsize=4096)
def _choose_rules(stems: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules that may find something in a sentence with `stems`."""
    return tuple(rule for rule in RULES if not any(map(stems.isdisjoint, rule.needs)))


def _rule(pattern: str, read: Reading, *needs: tuple[str, ...], flags: int = 0) -> Rule:
    return Rule(pattern, flags, read, needs)


_compile = cache(re.compile)


RULES: tuple[Rule, ...] = (
    _rule(
        r"\b(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})\b",
        date_parts.take_calendar_day,
        ("-",),
        ("1", "2"),
    ),
    _rule(
        rf"{BOUND}\b{DAY}\s+(?:of\s+)?(?P<month>{MONTH}),?\s+{NEAR_YEAR}",
        date_parts.take_month_of_near_year,
        IN_MONTH,
        ("year",),
    ),
    _rule(
        rf"{BOUND}\b(?P<month>{MONTH})(?:\s+{DAY})?,?\s+{NEAR_YEAR}",
        date_parts.take_month_of_near_year,
        IN_MONTH,
        ("year",),
    ),
    _rule(
        rf"{BOUND}\b(?P<season>{SEASON})\s+(?=of\b){NEAR_YEAR}",
        date_parts.take_season_of_near_year,
        IN_SEASON,
        ("year",),
    ),
    _rule(
        rf"(?<![\d.,:–-])\b{DAY}{THROUGH}\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+{YEAR}\b)?",
        date_parts.take_calendar_day,
        IN_MONTH,
    ),
    _rule(
        rf"\b(?P<month>{MONTH})\s+{DAY}{THROUGH}{NO_COUNT}(?:,?\s+{YEAR}\b)?",
        date_parts.take_calendar_day,
        IN_MONTH,
    ),
    _rule(
        rf"\b(?:[Ff]rom\s+{YEAR}\s+(?:to|until|through)|[Bb]etween\s+{YEAR.replace('year', 'since')}\s+and)"
        r"\s+(?P<through>1[4-9]\d\d|20\d\d)\b(?![\d%]|[.,:/]\d)",
        date_parts.take_years,
        IN_YEAR,
        ("from", "between"),
    ),
    _rule(
        rf"{BOUND}{ON_WEEKDAY}\b{DAY}\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+{YEAR}\b)?",
        date_parts.take_calendar_day,
        IN_MONTH,
    ),
    _rule(
        rf"{BOUND}{RELATIVE}{ON_WEEKDAY}\b(?P<month>{MONTH})\s+{DAY}{NO_COUNT}(?:,?\s+{YEAR}\b)?",
        date_parts.take_calendar_day,
        IN_MONTH,
    ),
    _rule(rf"{BOUND}\b(?P<month>{MONTH}),?\s+(?:of\s+)?{YEAR}\b", date_parts.take_month, IN_MONTH, IN_YEAR),
    _rule(
        rf"{BOUND}{RELATIVE}\b(?P<season>{SEASON})\s+(?:of\s+)?{YEAR}\b",
        date_parts.take_season,
        IN_SEASON,
        IN_YEAR,
    ),
    _rule(
        rf"{BOUND}\b(?P<relative>[Ll]ast|next|[Tt]his)\s+(?P<season>{SEASON})\b",
        date_parts.take_season,
        IN_SEASON,
    ),
    _rule(rf"(?<=\b[Ii]n )(?:the\s+)?(?P<season>{SEASON})\b(?!\s+of)", date_parts.take_season, IN_SEASON),
    _rule(
        rf"{BOUND}(?:\bthe\s+)?(?:['’]|\b)(?P<decade>\d0|1[4-9]\d0|20\d0)s\b", date_parts.take_decade, ("0s",)
    ),
    _rule(
        rf"\b(?:(?P<in>[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Tt]hroughout|[Ww]ithin)\s+)?(?:[Tt]he|its|his|her|their|this)\s+"
        rf"(?P<side>past|last|next|coming)\s+(?:(?P<number>{NUMBER})\s+)?(?P<unit>{UNIT})\b(?!\s+of\b)",
        date_parts.take_stretch,
        UNITS,
        ("past", "last", "next", "coming"),
    ),
    _rule(
        rf"\b{ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\s+ago\b",
        date_parts.take_ago,
        ("ago",),
        flags=re.IGNORECASE,
    ),
    _rule(
        rf"\b(?P<in>in|within)\s+(?:the\s+)?{ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})\b(?P<time>['’]?\s+time\b)?"
        r"(?!\s+(?:of|in\s+(?:prison|jail)|behind|old)\b)",
        date_parts.take_in,
        UNITS,
        flags=re.IGNORECASE,
    ),
    _rule(
        r"\b(?:(?P<bound>earlier|later|early|late|by|until|since)\s+)?(?P<near>last|this|next)\s+"
        r"(?P<unit>week|month|year|decade)\b",
        date_parts.take_near_unit,
        LONG_UNITS,
        ("last", "this", "next"),
        flags=re.IGNORECASE,
    ),
    _rule(
        r"\b(?:(?P<bound>by|until|before|since)\s+)?(?:the\s+)?(?:end|start|beginning|close)\s+of\s+"
        r"(?P<near>the|this|next|last)\s+(?P<unit>week|month|year|decade)\b",
        date_parts.take_near_unit,
        LONG_UNITS,
        ("end", "start", "beginning", "close"),
        flags=re.IGNORECASE,
    ),
    _rule(
        r"\b(?:(?:over|at|during)\s+(?:the|(?P<near>last|this|next))|(?P<bare>last|this|next))\s+weekend\b",
        date_parts.take_weekend,
        ("week",),
        flags=re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<near>[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|[Yy]esterday|today|[Tt]onight|[Tt]omorrow"
        r"|[Ll]ast\s+night|(?:[Ee]arlier|[Ll]ater)\s+today|[Tt]his\s+(?:morning|afternoon|evening))\b",
        date_parts.take_near_day,
        ("day", "night", "tomorrow", "morning", "afternoon", "evening"),
    ),
    _rule(
        rf"{BOUND}{RELATIVE}\b(?P<weekday>{WEEKDAY})\b(?!\s+(?:{TITLES})\b){PART}(?!\s+(?:before|following|prior|week)\b)",
        date_parts.take_weekday,
        ON_DAY,
    ),
    _rule(
        rf"{BOUND}\b(?P<relative>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<month>{MONTH})",
        date_parts.take_month,
        IN_MONTH,
        ("last", "next", "this"),
    ),
    _rule(rf"{BOUND}\b(?P<month>{MONTH})", date_parts.take_bare_month, IN_MONTH),
    _rule(
        rf"{BOUND}(?<![$£€#\w.,:/–-])(?P<year>1[4-9]\d\d|20\d\d)\b(?![\d%]|[.,:/]\d)",
        date_parts.take_bare_year,
        IN_YEAR,
    ),
)
STEMS = tuple(sorted({stem for rule in RULES for need in rule.needs for stem in need}))
