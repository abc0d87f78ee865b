"""Choose whom a short name means among the people of an article, and say how sure that is.

Where two bear the name, title or gender may decide; otherwise the one named in full last, and never
with confidence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from build_brief.analyse.names.bearers import GUESS, Bearer, Bearers, plain
from build_brief.analyse.names.found import Found
from build_brief.language.name_lists import given_gender, is_family_name_first, is_given_name
from build_brief.language.personal_names import split_personal_name
from build_brief.model.annotations import Gender

SURE, LATER_RIVAL, DECIDED, OPEN = 1.0, 0.95, 0.92, 0.3
CROWNED = frozenset({"king", "queen", "emperor", "empress", "sultan", "emir", "pope"})
"""They stand before the name somebody reigns under, never before a surname."""
NEAR = 4
"""Sentences back in which a full name makes a guess."""


def find_bearers(words: tuple[str, ...], bearers: Bearers) -> list[Bearer]:
    """Return who may be meant by a short form: by surname first, else by another part of the name."""
    short = plain(words)
    if not short:
        return []
    ranked: dict[int, list[Bearer]] = {}
    for bearer in bearers.having(short[0]):
        rank = min((_rank(short, form) for form in bearer.forms), default=9)
        ranked.setdefault(rank, []).append(bearer)
    generation = split_personal_name(words).generation
    for rank in (0, 1, 2):
        able = [bearer for bearer in ranked.get(rank, ()) if generation in ("", bearer.generation)]
        if able:
            return able
    return []


def _rank(short: tuple[str, ...], form: tuple[str, ...]) -> int:
    form = form[: form.index("of")] if "of" in form else form  # “Ashby of Wexcombe”
    if short == form[-len(short) :]:
        return 0
    if short == form[: len(short)]:
        first = form[0].title()
        family_first = is_family_name_first(first) or not is_given_name(first)
        return 0 if family_first else 1
    return 2 if _is_inside(short, form) else 9


def _is_inside(short: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Tell whether a short form stands in the middle of a name and is more than a particle."""
    runs = (form[at : at + len(short)] for at in range(1, len(form) - len(short)))
    return len(short[0]) > 2 and short in runs  # noqa: PLR2004 - “de”, “al”


def choose_bearer(name: Found, role: frozenset[str], bearers: Bearers) -> tuple[Bearer | None, float]:
    """Return whom a short name means and how sure that is; None when nobody or nobody in particular."""
    able = find_bearers(name.words, bearers)
    if not CROWNED.isdisjoint(role):
        able = [bearer for bearer in able if _may_reign(name, role, bearer)]
    if not able:
        return None, OPEN
    named = [bearer for bearer in able if bearer.places[0] <= name.line] or able
    if len(named) == 1:
        if _is_other_gender(name, named[0]) or _is_namesake(name, role, named[0]):
            return None, OPEN
        return named[0], min(SURE if len(able) == 1 else LATER_RIVAL, named[0].confidence)
    if _is_elder(named):
        return named[0], DECIDED
    fitting = [bearer for bearer in named if _fits(name, role, bearer)]
    if len(fitting) == 1 and len(fitting) < len(named):
        return fitting[0], DECIDED
    return _guess(name, fitting or named)


def _may_reign(name: Found, role: frozenset[str], bearer: Bearer) -> bool:
    """Tell whether “King Salman” may be `bearer`: not Mohammed bin Salman, whom nothing calls a king."""
    short = plain(name.words)[:1]
    return bool(role & bearer.roles & CROWNED) or any(form[:1] == short for form in bearer.forms)


def _fits(name: Found, role: frozenset[str], bearer: Bearer) -> bool:
    """Tell whether gender and role beside a short name speak for `bearer`."""
    if _is_other_gender(name, bearer):
        return False
    return not role or bool(role & bearer.roles)


def _is_other_gender(name: Found, bearer: Bearer) -> bool:
    """Tell whether “Ms.” stands before the surname of a man, or “Mr.” before a woman's."""
    known = bearer.gender if bearer.gender is not Gender.UNKNOWN else _given(bearer)
    return Gender.UNKNOWN not in (name.gender, known) and name.gender is not known


def _is_namesake(name: Found, role: frozenset[str], only: Bearer) -> bool:
    """Tell whether a surname is rather that of the elder whom a “Jr.” makes one think of.

    “President Ruiz’s son, Ana Ruiz Jr.”: with an office that is not the younger one's, or before the
    younger has come up.
    """
    if not only.generation or split_personal_name(name.words).generation:
        return False
    return bool(role - only.roles) or name.line <= only.places[0]


def _is_elder(named: Sequence[Bearer]) -> bool:
    """Tell whether all others are a “Jr.” named after the first: papers never call him by surname alone."""
    first, *others = sorted(named, key=lambda bearer: bearer.places[0])
    given = first.name.split()[0]
    return (
        first is named[0]
        and not first.generation
        and all(other.generation and other.name.split()[0] == given for other in others)
    )


def _given(bearer: Bearer) -> Gender:
    return given_gender(bearer.name.split()[0])


def _last_before(bearer: Bearer, line: int) -> int:
    """Return the last line up to `line` that names a bearer in full; far back when none does."""
    at = bisect_right(bearer.places, line)
    return bearer.places[at - 1] if at else -99


def _guess(name: Found, able: Sequence[Bearer]) -> tuple[Bearer | None, float]:
    """Return the one named in full last, when only one was named lately."""
    lately = [_last_before(bearer, name.line) for bearer in able]
    last = max(lately)
    if name.line - last > NEAR or lately.count(last) > 1:
        return None, OPEN
    return able[lately.index(last)], GUESS
