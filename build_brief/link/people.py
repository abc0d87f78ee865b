"""Decide which people of different articles are one: the same full name, and nothing against it.

In one story the same name is the same person. A nickname or a middle name more joins only where story
or office agrees as well, and never over another middle name, initial or “Jr.”. In two stories it is
when a role or other people named beside them agree, or when the name is no common one and nothing
speaks against it. A name that only looks alike is another person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from build_brief.language.personal_names import (
    PersonalName,
    first_forms,
    letters_of,
    may_be_one_name,
    split_personal_name,
)
from build_brief.link.entity_names import LocalName
from build_brief.link.ties import (
    are_two_lives,
    find_fields,
    have_two_seats,
    is_closely_tied,
    is_tied,
    may_be_one_life,
    share_office,
)

MOST_TELL = 3
"""Articles of one life for one of another, from which a name without a role means the first."""


def plain_name(name: str) -> tuple[str, ...]:
    """Return a person's name without initials and suffixes, small."""
    parts = _split(name)
    return (parts.first, *(middle for middle in parts.middles if len(middle) > 1), parts.last)


def join_people(names: Iterable[LocalName]) -> list[list[LocalName]]:
    """Return groups of local names, each one person, in order of the names given."""
    groups: list[list[LocalName]] = []
    by_name: defaultdict[tuple[str, str], list[list[LocalName]]] = defaultdict(list)
    names = sorted(names, key=lambda local: not find_fields(local.roles))  # those whose life is told first
    apart = _find_namesakes(names)
    for local in names:
        keys = [(form, _split(local.name).last) for form in sorted(first_forms(_split(local.name).first))]
        keys.append(("", letters_of(local.name)))
        able = {id(group): group for key in keys for group in by_name[key] if group}
        fitting = _choose_groups(local, list(able.values()), apart)
        if not fitting:
            fitting = [[]]
            groups.append(fitting[0])
        fitting[0].append(local)
        for key in keys:
            if not any(group is fitting[0] for group in by_name[key]):
                by_name[key].append(fitting[0])
        for other in fitting[1:]:  # what `local` ties together is one
            fitting[0] += other
            other.clear()
    return [group for group in groups if group]


def join_lone(names: Iterable[LocalName]) -> list[list[LocalName]]:
    """Return groups of people whom no article names in full: of one story, or of one telling role."""
    groups: list[list[LocalName]] = []
    for local in names:
        group = next((group for group in groups if _is_lone_one(local, group)), None)
        if group is None:
            groups.append([local])
        else:
            group.append(local)
    return groups


def _is_lone_one(local: LocalName, group: Sequence[LocalName]) -> bool:
    tied = any(other.story == local.story or share_office(local, other) for other in group)
    return group[0].name == local.name and tied


def _find_namesakes(names: Iterable[LocalName]) -> frozenset[tuple[str, str]]:
    """Return the given names and surnames that one article prints with “Jr.” and without: of two people."""
    generations: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for local in names:
        parts = _split(local.name)
        generations[local.article, parts.first, parts.last].add(parts.generation)
    return frozenset((first, last) for (_, first, last), found in generations.items() if len(found) > 1)


def _choose_groups(
    local: LocalName, able: Sequence[list[LocalName]], apart: frozenset[tuple[str, str]]
) -> list[list[LocalName]]:
    """Return the groups that `local` belongs to; of two that cannot be one, those of its own name."""
    strict = (_split(local.name).first, _split(local.name).last) in apart
    fitting = [group for group in able if belongs(local, group, generations=strict)]
    pairs = [(one, other) for at, one in enumerate(fitting) for other in fitting[:at]]
    if any(are_two_lives(one, other) for one, other in pairs):
        return _choose_life(local, fitting)
    if all(_may_join(one, other, generations=strict) for one, other in pairs):
        return fitting
    own = [group for group in fitting if any(other.name == local.name for other in group)]
    return own[:1]


def _choose_life(local: LocalName, fitting: Sequence[list[LocalName]]) -> list[list[LocalName]]:
    """Return the one of several lives that `local` is tied to, or that nearly all articles tell of."""
    tied = [group for group in fitting if any(is_tied(local, other) for other in group)]
    if len(tied) == 1:
        return tied
    first, second = sorted(fitting, key=len, reverse=True)[:2]
    return [first] if len(first) >= MOST_TELL * len(second) else []


def _may_join(one: Sequence[LocalName], other: Sequence[LocalName], *, generations: bool) -> bool:
    names, others = ({local.name for local in group} for group in (one, other))
    return all(_may_be_one(name, second, generations) for name in names for second in others)


@lru_cache(maxsize=65536)
def _may_be_one(one: str, other: str, generations: bool) -> bool:  # noqa: FBT001 - cached by place
    return one == other or may_be_one_name(tuple(one.split()), tuple(other.split()), generations=generations)


def _split(name: str) -> PersonalName:
    return split_personal_name(tuple(name.split()))


def belongs(local: LocalName, group: Sequence[LocalName], *, generations: bool = True) -> bool:
    """Tell whether a bearer of the same or a like full name is the person of `group`.

    `generations` is true where “Jr.” tells two people apart.
    """
    names = {other.name for other in group}
    if not all(_may_be_one(local.name, name, generations) for name in names):
        return False
    if have_two_seats(local, group):
        return False
    if not any(_is_same_form(local.name, name) for name in names):
        return any(is_closely_tied(local, other) for other in group)
    return any(is_tied(local, other) for other in group) or may_be_one_life(local, group)


@lru_cache(maxsize=65536)
def _is_same_form(one: str, other: str) -> bool:
    """Tell whether two names differ by initials, accents and hyphens at most."""
    if letters_of(one) == letters_of(other):
        return True
    return (*plain_name(one), _split(one).generation) == (*plain_name(other), _split(other).generation)
