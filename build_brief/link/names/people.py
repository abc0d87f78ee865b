"""Decide which people of different articles are one: the same full name, and nothing against it.

In one story the same name is the same person. A nickname or a middle name more joins only where story
or office agrees as well, and never over another middle name, initial or “Jr.”. In two stories it is
when a role or other people named beside them agree, or when the name is no common one and nothing
speaks against it. A name that only looks alike is another person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from build_brief.language.personal_names import (
    PersonalName,
    given_forms,
    letters_of,
    may_be_one_name,
    split_personal_name,
)
from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.link.names.bearers import Bearer, Person, read_bearer
from build_brief.link.names.forms import LocalName
from build_brief.link.names.roles import find_fields
from build_brief.link.names.ties import (
    are_two_lives,
    have_two_seats,
    is_closely_tied,
    is_tied,
    may_be_one_life,
    shares_office,
)
from build_brief.model.memory import key_of

MOST_TELL = 3
"""Articles of one life for one of another, from which a name without a role means the first."""

Key = tuple[str, str]
"""A form of the given name with the surname, or nothing with the letters of the whole name."""

Groups = tuple[tuple[int, ...], ...]
"""Places in a block of names; each group is one person."""


def plain_name(name: str) -> tuple[str, ...]:
    """Return a person's name without initials and suffixes, small."""
    parts = _split(name)
    return (parts.first, *(middle for middle in parts.middles if len(middle) > 1), parts.last)


def join_people(names: Iterable[LocalName], kept: Kept = NOTHING_KEPT) -> list[list[LocalName]]:
    """Return groups of local names, each one person, in order of the names given, those with a life first."""
    names = tuple(names)
    at = {id(local): place for place, local in enumerate(names)}
    groups = [[block[at] for at in group] for block in _part(names) for group in _recall(block, kept)]
    groups.sort(key=lambda group: (not find_fields(group[0].roles), at[id(group[0])]))
    return groups


def _part(names: Sequence[LocalName]) -> list[tuple[LocalName, ...]]:
    """Return `names` in blocks, in their order: no name of one block may be one with a name of another."""
    first: dict[str, str] = {}
    holding: dict[Key, str] = {}
    for name in dict.fromkeys(local.name for local in names):
        first[name] = name
        for key in _keys_of(name):
            root, other = _root(first, name), _root(first, holding.setdefault(key, name))
            first[root] = other
    blocks: defaultdict[str, list[LocalName]] = defaultdict(list)
    for local in names:
        blocks[_root(first, local.name)].append(local)
    return [tuple(block) for block in blocks.values()]


def _root(first: dict[str, str], name: str) -> str:
    while first[name] != name:
        first[name] = name = first[first[name]]
    return name


def _recall(block: tuple[LocalName, ...], kept: Kept) -> Groups:
    if len(block) == 1:
        return ((0,),)
    if not kept.remembers:
        return _join_block(block)
    key = key_of("people", [local.mark for local in block])
    return kept.memory.recall(tuple, key, lambda: _join_block(block), beside=block[0].article)


def _join_block(names: Sequence[LocalName]) -> Groups:
    """Return groups of names, each one person."""
    at = {id(local): place for place, local in enumerate(names)}
    people: list[Person] = []
    by_name: defaultdict[Key, dict[int, Person]] = defaultdict(dict)
    bearers = sorted(map(read_bearer, names), key=lambda bearer: not bearer.fields)
    apart = _find_namesakes(bearers)
    for bearer in bearers:
        keys = _keys_of(bearer.local.name)
        able = {id(person): person for key in keys for person in _living(by_name[key])}
        fitting = _choose_people(bearer, list(able.values()), apart)
        if not fitting:
            fitting = [Person()]
            people += fitting
        first, *others = fitting
        first.add(bearer)
        for key in keys:
            by_name[key][id(first)] = first
        for other in others:  # what the bearer ties together is one
            first.take(other)
    return tuple(
        [tuple([at[id(one.local)] for one in person.bearers]) for person in people if person.bearers]
    )


def _living(people: dict[int, Person]) -> list[Person]:
    """Return those of `people` whom no other has taken over, and forget the rest."""
    if any(not person.bearers for person in people.values()):
        for number in [number for number, person in people.items() if not person.bearers]:
            del people[number]
    return list(people.values())


@lru_cache(maxsize=65536)
def _keys_of(name: str) -> tuple[Key, ...]:
    parts = _split(name)
    surnames = sorted({parts.last, parts.spelled})
    forms = sorted(given_forms(parts))
    return (*((form, last) for form in forms for last in surnames), ("", letters_of(name)))


def join_lone(names: Iterable[LocalName]) -> list[list[LocalName]]:
    """Return groups of people whom no article names in full: of one story, or of one telling role."""
    people: list[Person] = []
    by_name: defaultdict[str, list[Person]] = defaultdict(list)
    for bearer in map(read_bearer, names):
        alike = by_name[bearer.local.name]
        person = next((person for person in alike if _is_lone_one(bearer, person)), None)
        if person is None:
            person = Person()
            people.append(person)
            alike.append(person)
        person.add(bearer)
    return [[bearer.local for bearer in person.bearers] for person in people]


def _is_lone_one(bearer: Bearer, person: Person) -> bool:
    told = any(bearer.local.story in shown.stories for shown in person.by_sex.values())
    return told or shares_office(bearer, person)


def _find_namesakes(bearers: Iterable[Bearer]) -> frozenset[tuple[str, str]]:
    """Return the given names and surnames that one article prints with “Jr.” and without: of two people."""
    generations: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for bearer in bearers:
        parts = _split(bearer.local.name)
        generations[bearer.local.article, parts.first, parts.last].add(parts.generation)
    return frozenset((first, last) for (_, first, last), found in generations.items() if len(found) > 1)


def _choose_people(bearer: Bearer, able: Sequence[Person], apart: frozenset[tuple[str, str]]) -> list[Person]:
    """Return the people whom `bearer` shows to be one; of two that cannot be one, those of its own name."""
    parts = _split(bearer.local.name)
    strict = (parts.first, parts.last) in apart
    fitting = [person for person in able if belongs(bearer, person, generations=strict)]
    if any(are_two_lives(one, other) for one, other in _pairs(fitting)):
        return _choose_life(bearer, fitting)
    if all(_may_join(one, other, generations=strict) for one, other in _pairs(fitting)):
        return fitting
    return [person for person in fitting if bearer.local.name in person.names][:1]


def _pairs(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    return ((one, other) for at, one in enumerate(people) for other in people[:at])


def _choose_life(bearer: Bearer, fitting: Sequence[Person]) -> list[Person]:
    """Return the one of several lives that `bearer` is tied to, or that nearly all articles tell of."""
    tied = [person for person in fitting if is_tied(bearer, person)]
    if len(tied) == 1:
        return tied
    first, second = sorted(fitting, key=lambda person: len(person.bearers), reverse=True)[:2]
    return [first] if len(first.bearers) >= MOST_TELL * len(second.bearers) else []


def _may_join(one: Person, other: Person, *, generations: bool) -> bool:
    return all(_may_be_one(name, second, generations) for name in one.names for second in other.names)


@lru_cache(maxsize=65536)
def _may_be_one(one: str, other: str, generations: bool) -> bool:  # noqa: FBT001 - cached by place
    return one == other or may_be_one_name(tuple(one.split()), tuple(other.split()), generations=generations)


@lru_cache(maxsize=65536)
def _split(name: str) -> PersonalName:
    return split_personal_name(tuple(name.split()))


def belongs(bearer: Bearer, person: Person, *, generations: bool = True) -> bool:
    """Tell whether a bearer of the same or a like full name is this person.

    `generations` is true where “Jr.” tells two people apart.
    """
    name = bearer.local.name
    if not all(_may_be_one(name, other, generations) for other in person.names):
        return False
    if have_two_seats(bearer, person):
        return False
    if name not in person.names and not any(_is_same_form(name, other) for other in person.names):
        return is_closely_tied(bearer, person)
    return is_tied(bearer, person) or may_be_one_life(bearer, person)


@lru_cache(maxsize=65536)
def _is_same_form(one: str, other: str) -> bool:
    """Tell whether two names differ by initials, accents and hyphens at most."""
    if letters_of(one) == letters_of(other):
        return True
    return (*plain_name(one), _split(one).generation) == (*plain_name(other), _split(other).generation)
