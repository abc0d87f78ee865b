"""Doubt a surname by itself where a family shares it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from build_brief.analyse.names.bearers import GUESS, KIN, Bearers, index_people
from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.language.name_lists import is_given_name


def doubt_kin(bearers: Bearers, shorts: Iterable[Found]) -> Bearers:
    """Return the people, those less sure by surname who come in as kin after the surname has been used.

    “Thurman said … Her father, Robert Thurman, …”: the name by itself is hers.
    """
    first: dict[str, int] = {}
    for name in shorts:
        first.setdefault(name.words[-1].lower(), name.line)
    return index_people(
        tuple(
            replace(bearer, confidence=min(bearer.confidence, GUESS))
            if bearer.roles & KIN
            and any(first.get(form[-1], bearer.places[0]) < bearer.places[0] for form in bearer.forms)
            else bearer
            for bearer in bearers.people
        )
    )


def doubt_pairs(bearers: Bearers, lines: Sequence[Line], full: Iterable[Found]) -> Bearers:
    """Return the people, those less sure by surname who share it in one breath: “Ed and Paula Kass”.

    “Kass” alone is then either of the two, or their son.
    """
    paired = {name.words for name in full if _is_paired(lines[name.line], name.first, bearers)}
    if not paired:
        return bearers
    return index_people(
        tuple(
            replace(bearer, confidence=min(bearer.confidence, GUESS)) if paired & bearer.printed else bearer
            for bearer in bearers.people
        )
    )


def _is_paired(line: Line, first: int, bearers: Bearers) -> bool:
    """Tell whether a given name by itself and “and” stand before the name at `first`."""
    given = line.word(first - 2)
    if line.word(first - 1) != "and" or not is_given_name(given) or line.is_capital(first - 3):
        return False
    return not any(form[-1] == given.lower() for one in bearers.having(given.lower()) for form in one.forms)
