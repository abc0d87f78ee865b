"""Tell what ties two bearers of one name to one person: story, company, role, walk of life.

A name that few can bear needs nothing against it; a common one needs company that is the same. Two
walks of life, two sexes, two parties or states are two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from build_brief.language.name_lists import (
    is_family_name_first,
    read_common_given_names,
    read_common_surnames,
)
from build_brief.language.personal_names import split_personal_name
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.link.entity_names import LocalName
from build_brief.model.annotations import Gender

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lord", "lady", "dame", "prof"})
SHARED_COMPANY = 2
"""Bodies beside them that two articles must share when no role or other person ties them."""
SHARED_CIRCLE = 3
"""Other people, however often named, whom two articles must share where the name is common."""
SHARED_ALL = 5
"""People and bodies together, which show as much."""
PUBLIC = frozenset({"politics", "law", "military", "business", "media", "science", "faith"})
"""Walks of life between which the few who are in the news change."""
OFFICES = re.compile(r"\b(attorney|solicitor|surgeon|inspector|director|secretary|governor) general\b")
"""Offices whose “general” commands no army."""
PARTY_TAG = re.compile(r"\W{1,3}[RDI]-([A-Z])")
TAG_WITHIN = 8
"""Characters after a name in which “(R-Ohio)” opens."""


def is_tied(one: LocalName, other: LocalName) -> bool:
    """Tell whether story, company or role shows two bearers of one full name to be one person."""
    if one.story == other.story and not _are_two_sexes(one, other):
        return True
    if one.people & other.people:
        return True
    if len(one.company & other.company) >= SHARED_COMPANY:
        return True
    if is_common(one.name):
        return share_office(one, other)
    return bool(role_words(one.roles) & role_words(other.roles))


def share_office(one: LocalName, other: LocalName) -> bool:
    """Tell whether both have a role that few hold at a time."""
    shared = role_words(one.roles) & role_words(other.roles)
    return bool(shared - read_words("many_hold")) or (_presides(one) and _presides(other))


def _presides(local: LocalName) -> bool:
    """Tell whether “President” stands right before the name: of a country, as papers print it."""
    return any(role.endswith("President") and not role.endswith("Vice President") for role in local.roles)


def is_closely_tied(one: LocalName, other: LocalName) -> bool:
    """Tell whether story, office or circle shows two like names to be one person's."""
    if _are_two_sexes(one, other):
        return False
    if one.story == other.story or role_words(one.roles) & role_words(other.roles):
        return True
    alike = find_fields(one.roles) & find_fields(other.roles)
    if is_common(one.name) or (one.name.split()[-1] in read_common_surnames() and not alike):
        return False
    return _share_circle(one, other)


def may_be_one_life(local: LocalName, group: Sequence[LocalName]) -> bool:
    """Tell whether nothing beside two bearers of one name speaks against one person, and enough for it."""
    if are_two_lives((local,), group):
        return False
    if not is_common(local.name):
        return True
    return any(_share_circle(local, other) for other in group if local.name == other.name)


def are_two_lives(one: Sequence[LocalName], other: Sequence[LocalName]) -> bool:
    """Tell whether sex, walk of life, party or state makes two of two groups with one name."""
    sexes, theirs = ({local.gender for local in group} - {Gender.UNKNOWN} for group in (one, other))
    if sexes and theirs and not sexes & theirs:
        return True
    lives, others = ({life for local in group for life in _find_life(local)} for group in (one, other))
    apart = bool(lives) and bool(others) and not lives & others
    return apart or any(have_two_seats(local, other) for local in one)


def _find_life(local: LocalName) -> frozenset[str]:
    """Return the walks of life that roles show, of a rare name the wide ones.

    To be somebody's kin is a life where a “Jr.” may have the elder's name, and no other is told.
    """
    fields = find_fields(local.roles)
    if not is_common(local.name):
        fields = frozenset("public" if field in PUBLIC else field for field in fields)
    others = fields - {"kin"}
    return others or (fields if split_personal_name(tuple(local.name.split())).generation else others)


def have_two_seats(local: LocalName, group: Iterable[LocalName]) -> bool:
    """Tell whether “(R-Ohio)” beside one and “(D-Texas)” beside another make two of them.

    Parties are changed, and mistaken; states are not.
    """
    seats, others = set(_find_seats(local)), {seat for other in group for seat in _find_seats(other)}
    return bool(seats) and bool(others) and not seats & others


def _find_seats(local: LocalName) -> Iterator[str]:
    """Yield the first letter of the state, which “Tex.”, “TX” and “Texas” share."""
    for mention in local.named:
        found = PARTY_TAG.match(mention.span.article.text, mention.span.end, mention.span.end + TAG_WITHIN)
        if found:
            yield found[1]


def _are_two_sexes(one: LocalName, other: LocalName) -> bool:
    return {Gender.FEMALE, Gender.MALE} <= {one.gender, other.gender}


def _share_circle(one: LocalName, other: LocalName) -> bool:
    people = len(one.circle & other.circle)
    return people >= SHARED_CIRCLE or people + len(one.bodies & other.bodies) >= SHARED_ALL


@lru_cache(maxsize=4096)
def is_common(name: str) -> bool:
    """Tell whether so many bear a name that two stories sharing it shows nothing."""
    words = name.replace("'", "’").split()
    if len(name.replace("-", " ").split()) > 2 and is_family_name_first(words[0]):  # noqa: PLR2004 - “Kim Jong Un” is rarer than “Wang Yi”
        return False
    surnames, given = read_common_surnames(), read_common_given_names()
    if is_family_name_first(words[0]) and words[0] in surnames:
        return True
    return words[-1] in surnames and (words[0] in given or is_family_name_first(words[-1]))


@lru_cache(maxsize=65536)
def find_fields(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the walks of life that roles show; empty when they show none."""
    words = {part for word in role_words(roles) for part in (word, word.rpartition("-")[2])}
    return frozenset(field for word in sorted(words) for field in _fields().get(word, ()))


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for field, *words in read_forms("role_fields"):
        for word in (_offices().get(word, word) for word in words):
            found[word] = (*found.get(word, ()), field)
    return found


@lru_cache(maxsize=65536)
def role_words(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the telling words of roles, small; courtesy titles tell nothing."""
    plain = (OFFICES.sub(r"\1-general", role.replace("’s", "").lower()) for role in roles)
    words = {word.strip(",.") for role in plain for word in role.split()}
    telling = words - read_words("role_small_words") - COURTESY - {""}
    return frozenset(_offices().get(word, word) for word in telling)


@cache
def _offices() -> dict[str, str]:
    return {word: forms[0] for forms in read_forms("office_forms") for word in forms}
