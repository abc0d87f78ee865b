"""Decide which people of different articles are one: the same full name, and nothing against it.

In one story the same name is the same person. A nickname or a middle name more joins only where story
or office agrees as well, and never over another middle name, initial or “Jr.”. In two stories it is
when a role or other people named beside them agree, or when one article gives no role to disagree with
and the name is no common one. A name that only looks alike is another person's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from build_brief.language.personal_names import (
    PersonalName,
    first_forms,
    may_be_one_name,
    split_personal_name,
)
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.link.entity_names import LocalName
from build_brief.model.annotations import Gender

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lord", "lady", "dame", "prof"})
SHARED_COMPANY = 2
"""Bodies beside them that two articles must share when no role or other person ties them."""


def plain_name(name: str) -> tuple[str, ...]:
    """Return a person's name without initials and suffixes, small."""
    parts = _split(name)
    return (parts.first, *(middle for middle in parts.middles if len(middle) > 1), parts.last)


def join_people(names: Iterable[LocalName]) -> list[list[LocalName]]:
    """Return groups of local names, each one person, in order of the names given."""
    groups: list[list[LocalName]] = []
    by_name: defaultdict[tuple[str, str], list[list[LocalName]]] = defaultdict(list)
    names = tuple(names)
    apart = _find_namesakes(names)
    for local in names:
        keys = [(form, _split(local.name).last) for form in sorted(first_forms(_split(local.name).first))]
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
    if all(
        _may_join(one, other, generations=strict) for at, one in enumerate(fitting) for other in fitting[:at]
    ):
        return fitting
    own = [group for group in fitting if any(other.name == local.name for other in group)]
    return own[:1]


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
    form = (*plain_name(local.name), _split(local.name).generation)
    if all((*plain_name(name), _split(name).generation) != form for name in names):
        return any(_is_closely_tied(local, other) for other in group)
    genders = {other.gender for other in group} | {local.gender}
    if any(_is_tied(local, other) for other in group):
        return True
    if {Gender.FEMALE, Gender.MALE} <= genders:
        return False
    if _is_common(local.name):
        return False
    return not role_words(local.roles) or not any(role_words(other.roles) for other in group)


@lru_cache(maxsize=4096)
def _is_common(name: str) -> bool:
    """Tell whether a surname is so common that a whole name shared by two stories shows nothing."""
    surnames = {word for line in read_words("common_surnames") for word in line.split()}
    return bool(surnames & set(name.replace("'", "’").split()[-1:]))


def _is_closely_tied(one: LocalName, other: LocalName) -> bool:
    """Tell whether story or office shows two like names to be one person's."""
    if {Gender.FEMALE, Gender.MALE} <= {one.gender, other.gender}:
        return False
    shared = role_words(one.roles) & role_words(other.roles)
    return one.story == other.story or bool(shared)


def _is_tied(one: LocalName, other: LocalName) -> bool:
    """Tell whether story, company or role shows two bearers of one full name to be one person."""
    known = {one.gender, other.gender}
    if one.story == other.story and not {Gender.FEMALE, Gender.MALE} <= known:
        return True
    if one.people & other.people:
        return True
    if len(one.company & other.company) >= SHARED_COMPANY:
        return True
    return bool(role_words(one.roles) & role_words(other.roles))


@lru_cache(maxsize=65536)
def role_words(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the telling words of roles, small; courtesy titles tell nothing."""
    words = {word.strip(",.").lower() for role in roles for word in role.replace("’s", "").split()}
    telling = words - read_words("role_small_words") - COURTESY - {""}
    return frozenset(_offices().get(word, word) for word in telling)


@cache
def _offices() -> dict[str, str]:
    return {word: forms[0] for forms in read_forms("office_forms") for word in forms}
