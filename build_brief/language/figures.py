"""Read figures with what they count: “12 people”, “5%”, “$1.2 billion”, “two goals”.

Years, days of the month, ages and scores count nothing and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_brief.language.subjects import singular
from build_brief.language.tokens import Token, TokenKind, find_tokens
from build_brief.language.word_classes import classify

COUNTED = (
    *("two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
NUMBER_WORDS = {word: float(value) for value, word in enumerate(COUNTED, start=2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
ROUGHLY = frozenset(
    {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "than"}
)
"""Before a figure: it may be rounded. “Than” ends “more than”."""
UNIT_WORDS = 2
"""How far after the figure what it counts may stand: “12 elderly people”."""
MAY_COUNT = re.compile(rf"\d|\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
"""Without a digit and such a word there is no figure; most sentences have neither."""
YEARS = range(1500, 2200)
LARGEST = 15
"""Digits: a longer number is a code."""


class Figure(NamedTuple):
    """A number and what it counts; `start` and `end` are the number's offsets in the text."""

    start: int
    end: int
    value: float
    units: frozenset[str]
    """Words that may be the thing counted, singular; one of them is."""
    rough: bool


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """Return the figures of `text` between two offsets, in order."""
    if not MAY_COUNT.search(text, start, len(text) if end is None else end):
        return ()
    return tuple(_read(find_tokens(text, start, end)))


def _read(tokens: Sequence[Token]) -> Iterator[Figure]:
    for place, token in enumerate(tokens):
        value = _value(token)
        if value is None or _is_part(tokens, place):
            continue
        scale, after = _scale(tokens, place + 1)
        currency = CURRENCIES.get(tokens[place - 1].text if place else "")
        units = {currency} if currency else _units(tokens, after, percent=token.text.endswith("%"))
        if units and not (value in YEARS and scale == 1 and not currency and "," not in token.text):
            yield Figure(
                token.start, tokens[after - 1].end, value * scale, frozenset(units), _is_rough(tokens, place)
            )


def _value(token: Token) -> float | None:
    if token.kind is TokenKind.WORD:
        return NUMBER_WORDS.get(token.text.lower())
    if token.kind is not TokenKind.NUMBER or len(token.text) > LARGEST:
        return None
    digits = token.text.rstrip("%").removesuffix("m").removesuffix("bn").replace(",", "")
    factor = 1e9 if token.text.endswith("bn") else 1e6 if token.text.endswith("m") else 1.0
    try:
        return float(digits) * factor
    except ValueError:
        return None


def _is_part(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a number belongs to a date, a name or a score."""
    before = tokens[place - 1].text if place else ""
    month = classify(before).noun == "calendar" if before[:1].isupper() else False
    return month or before in ("No.", "-", "–", "/", ":", "#", "Route", "Article", "Section", "aged", "age")


def _scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    scale = SCALES.get(tokens[at].text.lower()) if at < len(tokens) else None
    return (scale, at + 1) if scale else (1.0, at)


def _units(tokens: Sequence[Token], at: int, *, percent: bool) -> set[str]:
    following = tokens[at : at + UNIT_WORDS]
    if percent or (following and following[0].text.lower() in ("percent", "%")):
        return {"percent"}
    if [token.text.lower() for token in following] == ["per", "cent"]:
        return {"percent"}
    units: set[str] = set()
    for token in following:
        if token.kind is not TokenKind.WORD or classify(token.text).grammar or not token.text.islower():
            break
        units.add(singular(token.text))
    return units


def _is_rough(tokens: Sequence[Token], place: int) -> bool:
    return any(token.text.lower() in ROUGHLY for token in tokens[max(place - 3, 0) : place])
