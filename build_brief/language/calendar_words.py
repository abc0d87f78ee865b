"""The words of the calendar, from `calendar_words.yml`, and patterns made of them."""

from __future__ import annotations

import re

from build_brief.language.vocabulary import read_table
from build_brief.model.dates import Precision

WORDS = read_table("calendar_words")
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(WORDS["months"], start=1) for name in names.split()
}
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(WORDS["weekdays"])}
SEASONS: dict[str, int] = WORDS["seasons"] | {f"{name}time": at for name, at in WORDS["seasons"].items()}
NUMBERS: dict[str, int] = WORDS["numbers"]
UNITS: dict[str, Precision] = {
    name: unit
    for unit in (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR, Precision.DECADE)
    for name in (unit.value, f"{unit.value}s")
}


def _any_of(words: list[str] | dict[str, int]) -> str:
    """Return a pattern for any of `words`, longest first."""
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda word: (-len(str(word)), word)))


MONTH = rf"(?:{_any_of(MONTHS)})(?:(?<=\b[A-Z][a-z][a-z])\.|(?<=\bSept)\.|\b)"
"""Abbreviated ones take their full stop along; “May.” at the end of a sentence does so too."""
WEEKDAY = _any_of(WEEKDAYS)
SEASON = _any_of(WORDS["seasons"])
NUMBER = rf"\d{{1,3}}|{_any_of(NUMBERS)}"
UNIT = "days?|weeks?|months?|years?|decades?"
NOT_AFTER: frozenset[str] = frozenset(WORDS["not_after"])
MONTH_BEFORE: frozenset[str] = frozenset(WORDS["month_before"])
YEAR_BEFORE: frozenset[str] = frozenset(WORDS["year_before"])
DETERMINERS: frozenset[str] = frozenset(WORDS["determiners"])
GIVEN_NAMES: frozenset[str] = frozenset(WORDS["given_names"])
MARCHES: frozenset[str] = frozenset(WORDS["marches"])
TITLES = _any_of(WORDS["titles"])
COUNTED_WORDS: frozenset[str] = frozenset(WORDS["counted"])
COUNTED = _any_of(WORDS["counted"])


def read_month(words: str) -> int:
    """Return the month, January being 1, that `words` stand for, as `MONTH` matches them or in digits."""
    return int(words) if words.isdigit() else MONTHS[words.removesuffix(".")]


def read_number(words: str) -> int:
    """Return the number that digits or a word stand for, as `NUMBER` matches them."""
    return int(words) if words.isdigit() else NUMBERS[words.lower()]
