"""Say whom a short name means: the one person in the article who can bear it at that point.

“Lammy” is David Lammy once he has been named, “Wang” is Wang Yi where no other Wang has come up.
Where two bear the name, title or gender may decide; otherwise the one named in full last, and never
with confidence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_brief.analyse.names.found import Found
from build_brief.language.name_lists import given_gender, is_family_name_first, is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Gender, MentionKind

SURE, LATER_RIVAL, DECIDED, GUESS, OPEN = 1.0, 0.95, 0.92, 0.6, 0.3
Group = tuple[set[tuple[str, ...]], list[int]]
"""Forms of one name, and the places of the names that have them."""
NEAR = 4
"""Sentences back in which a full name makes a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One person of the article."""

    name: str
    """The fullest name the article gives."""
    forms: frozenset[tuple[str, ...]]
    """Every full form, plain."""
    places: tuple[int, ...]
    """Numbers of the lines that name the person in full."""
    gender: Gender
    roles: frozenset[str]
    """Words of its roles, small."""
    confidence: float = 1.0
    """That this is a person at all."""


class Bearers(NamedTuple):
    """The people of an article, in order of appearance."""

    people: tuple[Bearer, ...]
    by_word: Mapping[str, tuple[Bearer, ...]]
    """Those with a word in their name, small."""

    def having(self, word: str) -> tuple[Bearer, ...]:
        """Return those with `word`, small, in their name."""
        return self.by_word.get(word, ())


def plain(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a name without suffix and initials, small."""
    kept = [word for word in words if word not in read_words("name_suffixes")]
    inner = [word for at, word in enumerate(kept) if at in (0, len(kept) - 1) or not _is_initial(word)]
    return tuple(word.lower().replace(".", "") for word in inner)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def gather_bearers(found: Sequence[Found], roles: Sequence[frozenset[str]]) -> Bearers:
    """Return the people named in full, in order of appearance; `roles` are each found name's role words."""
    groups: list[Group] = []
    by_ends: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for at, name in enumerate(found):
        form = plain(name.words) or name.words
        able = by_ends[form[0], form[-1]]
        group = next((group for group in able if any(_is_same(form, one) for one in group[0])), None)
        if group is None:
            group = (set(), [])
            groups.append(group)
            able.append(group)
        group[0].add(form)
        group[1].append(at)
    return _index(
        tuple(_describe(forms, [(found[at], roles[at]) for at in places]) for forms, places in groups)
    )


def add_surnames(bearers: Bearers, surnames: Iterable[tuple[Found, float]]) -> Bearers:
    """Return the people with those added whom the article names by a surname alone."""
    lone: dict[str, list[tuple[Found, float]]] = {}
    for name, confidence in surnames:
        if not find_bearers(name.words, bearers):
            lone.setdefault(name.words[0], []).append((name, confidence))
    added = [
        Bearer(
            name=word,
            forms=frozenset({plain((word,)) or (word.lower(),)}),
            places=tuple(name.line for name, _ in found),
            gender=_join_genders(name for name, _ in found),
            roles=frozenset(),
            confidence=max(confidence for _, confidence in found),
        )
        for word, found in lone.items()
    ]
    return _index((*bearers.people, *added))


def _join_genders(names: Iterable[Found]) -> Gender:
    genders = {name.gender for name in names} - {Gender.UNKNOWN}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


def _index(people: tuple[Bearer, ...]) -> Bearers:
    by_word: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in people:
        for word in sorted({word for form in bearer.forms for word in form}):
            by_word[word].append(bearer)
    return Bearers(people, {word: tuple(able) for word, able in by_word.items()})


def demote(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the names, those that only end a fuller name no longer full: “de la Vega”."""
    names = tuple(found)
    forms = {plain(name.words) for name in names if name.is_full and name.kind is MentionKind.PERSON}
    ends = {form[at:] for form in forms for at in range(1, len(form) - 1)}
    return tuple(
        name._replace(is_full=False)
        if name.is_full and name.kind is MentionKind.PERSON and plain(name.words) in ends
        else name
        for name in names
    )


def find_bearer(words: tuple[str, ...], bearers: Bearers) -> Bearer | None:
    """Return who bears a full name."""
    form = plain(words) or words
    return next((bearer for bearer in bearers.having(form[0]) if form in bearer.forms), None)


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names are one: alike at both ends, with no other middle."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(shorter) < 2 or (longer[0], longer[-1]) != (shorter[0], shorter[-1]):  # noqa: PLR2004
        return False
    return len(shorter) == 2 or longer == shorter or set(shorter) < set(longer)  # noqa: PLR2004


def _describe(forms: set[tuple[str, ...]], names: list[tuple[Found, frozenset[str]]]) -> Bearer:
    printed = [name.words for name, _ in names]
    best = max(printed, key=lambda words: (not _is_shouted(words), len(words), len(" ".join(words))))
    return Bearer(
        name=join_name(best),
        forms=frozenset(forms),
        places=tuple(name.line for name, _ in names),
        gender=_join_genders(name for name, _ in names),
        roles=frozenset(word for _, words in names for word in words),
    )


def _is_shouted(words: tuple[str, ...]) -> bool:
    return all(word.isupper() for word in words)


def join_name(words: tuple[str, ...]) -> str:
    """Return the name as it reads, small letters put back where all were capitals."""
    if _is_shouted(words) and any(len(word) > 3 for word in words):  # noqa: PLR2004 - “AK” stays
        words = tuple(word.title() if len(word) > 2 or "." not in word else word for word in words)  # noqa: PLR2004
    return " ".join(words).replace(" ’s", "’s").replace(" &", " &")


def find_bearers(words: tuple[str, ...], bearers: Bearers) -> list[Bearer]:
    """Return who may be meant by a short form: by surname first, else by another part of the name."""
    short = plain(words)
    if not short:
        return []
    ranked: dict[int, list[Bearer]] = {}
    for bearer in bearers.having(short[0]):
        rank = min((_rank(short, form) for form in bearer.forms), default=9)
        ranked.setdefault(rank, []).append(bearer)
    for rank in (0, 1, 2):
        if ranked.get(rank):
            return ranked[rank]
    return []


def _rank(short: tuple[str, ...], form: tuple[str, ...]) -> int:
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
    if not able:
        return None, OPEN
    named = [bearer for bearer in able if bearer.places[0] <= name.line] or able
    if len(named) == 1:
        return named[0], min(SURE if len(able) == 1 else LATER_RIVAL, named[0].confidence)
    fitting = [bearer for bearer in named if _fits(name, role, bearer)]
    if len(fitting) == 1 and len(fitting) < len(named):
        return fitting[0], DECIDED
    return _guess(name, fitting or named)


def _fits(name: Found, role: frozenset[str], bearer: Bearer) -> bool:
    """Tell whether gender and role beside a short name speak for `bearer`."""
    known = bearer.gender if bearer.gender is not Gender.UNKNOWN else _given(bearer)
    if Gender.UNKNOWN not in (name.gender, known) and name.gender is not known:
        return False
    return not role or bool(role & bearer.roles)


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
