"""Tell by a few letters, before any pattern is tried, which forms of date a sentence may hold.

Most sentences hold none, and to search one for a date costs far more than to look for “Mon” in it.
Stems with a capital are looked for as printed, others in any case.
"""

from __future__ import annotations

from functools import cache, lru_cache

from build_brief.language.calendar_words import MONTHS, SEASONS, WEEKDAYS

IN_MONTH = tuple(sorted({name[:3] for name in MONTHS}))
ON_DAY = tuple(name[:3] for name in WEEKDAYS)
IN_SEASON = tuple(name for name in SEASONS if not name.endswith("time"))
IN_YEAR = ("1", "20")
UNITS = ("day", "week", "month", "year", "decade")
LONG_UNITS = UNITS[1:]


def find_stems(text: str, start: int, end: int, stems: tuple[str, ...]) -> frozenset[str]:
    """Return those of `stems` that stand in `text` between `start` and `end`."""
    small, capital = _list_stems(text, stems)
    words = text[start:end]
    folded = words.casefold()
    return frozenset([stem for stem in small if stem in folded] + [stem for stem in capital if stem in words])


@lru_cache(maxsize=4)
def _list_stems(text: str, stems: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return those in the whole of a text, of months a few: the small ones, and those with a capital."""
    folded = text.casefold()
    small, capital = _sort_stems(stems)
    return tuple(stem for stem in small if stem in folded), tuple(stem for stem in capital if stem in text)


@cache
def _sort_stems(stems: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    small = tuple(stem for stem in stems if stem == stem.casefold())
    return small, tuple(stem for stem in stems if stem not in small)
