"""Tell by a few letters, before any pattern is tried, which forms of date a sentence may hold.

Most sentences hold none, and to search one for a date costs far more than to look for “Mon” in it.
Stems with a capital are looked for as printed, others in any case.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from build_brief.language.calendar_words import MONTHS, SEASONS, WEEKDAYS

IN_MONTH = tuple(sorted({name[:3] for name in MONTHS}))
ON_DAY = tuple(name[:3] for name in WEEKDAYS)
IN_SEASON = tuple(name for name in SEASONS if not name.endswith("time"))
IN_YEAR = ("1", "20")
UNITS = ("day", "week", "month", "year", "decade")
LONG_UNITS = UNITS[1:]
Stem = tuple[str, bool]
"""And whether it is looked for in any case."""


def find_stems(text: str, start: int, end: int, stems: tuple[str, ...]) -> frozenset[str]:
    """Return those of `stems` that stand in `text` between `start` and `end`."""
    return frozenset([stem for stem, _ in _list_held(text[start:end], _list_stems(text, stems))])


@lru_cache(maxsize=4)
def _list_stems(text: str, stems: tuple[str, ...]) -> tuple[Stem, ...]:
    """Return those in the whole of a text, of months and days a few; and of each whether it is small."""
    return tuple(_list_held(text, [(stem, stem == stem.casefold()) for stem in stems]))


def _list_held(words: str, stems: Iterable[Stem]) -> list[Stem]:
    folded = words.casefold()
    return [stem for stem in stems if stem[0] in (folded if stem[1] else words)]
