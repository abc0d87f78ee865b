"""Keep at hand what the bearers of a name show, so that a new one is compared with people, not with bearers.

Somebody whom thousands of articles name is asked once whether any of them has the role, the story or the
company that the new one has.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from build_brief.language.name_lists import (
    is_family_name_first,
    read_common_given_names,
    read_common_surnames,
)
from build_brief.language.personal_names import split_personal_name
from build_brief.link.names.forms import LocalName
from build_brief.link.names.roles import find_fields, office_words, role_words
from build_brief.model.annotations import Gender, Mention

PUBLIC = frozenset({"politics", "law", "military", "business", "media", "science", "faith"})
"""Walks of life between which the few who are in the news change."""
PARTY_TAG = re.compile(r"\W{1,3}[RDI]-([A-Z])")
TAG_WITHIN = 8
"""Characters after a name in which “(R-Ohio)” opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One article's bearer of a full name, with what the article shows of that person."""

    local: LocalName
    people: frozenset[str]
    """Other people that the article names in full, those that many articles name left out."""
    company: frozenset[str]
    """The same of bodies."""
    role_words: frozenset[str]
    offices: frozenset[str]
    """The words of roles that few hold at a time."""
    presides: bool
    """True when “President” stands right before the name: of a country, as papers print it."""
    fields: frozenset[str]
    life: frozenset[str]
    """Walks of life that roles show, of a rare name the wide ones."""
    seats: frozenset[str]


def read_bearer(local: LocalName) -> Bearer:
    """Return what the article of `local` shows of it."""
    own = {local.name}
    fields = find_fields(local.roles)
    return Bearer(
        local=local,
        people=local.around.people - own,
        company=local.around.company - own,
        role_words=role_words(local.roles),
        offices=office_words(local.roles),
        presides=any(map(_presides, local.roles)),
        fields=fields,
        life=_find_life(local, fields),
        seats=frozenset(local.seats),
    )


def _presides(role: str) -> bool:
    return role.endswith("President") and not role.endswith("Vice President")


def _find_life(local: LocalName, fields: frozenset[str]) -> frozenset[str]:
    """Return the walks of life of one who is in `fields`.

    To be somebody's kin is a life where a “Jr.” may have the elder's name, and no other is told.
    """
    if not is_common(local.name):
        fields = frozenset("public" if field in PUBLIC else field for field in fields)
    others = fields - {"kin"}
    return others or (fields if split_personal_name(tuple(local.name.split())).generation else others)


def find_seats(named: Iterable[Mention]) -> Iterator[str]:
    """Yield the first letters of the states in “(R-Ohio)” after names."""
    for mention in named:
        found = PARTY_TAG.match(mention.span.article.text, mention.span.end, mention.span.end + TAG_WITHIN)
        if found:
            yield found[1]


@lru_cache(maxsize=65536)
def is_common(name: str) -> bool:
    """Tell whether so many bear a name that two stories sharing it shows nothing."""
    words = name.replace("'", "’").split()
    if len(name.replace("-", " ").split()) > 2 and is_family_name_first(words[0]):  # noqa: PLR2004 - “Kim Jong Un” is rarer than “Wang Yi”
        return False
    surnames, given = read_common_surnames(), read_common_given_names()
    if is_family_name_first(words[0]) and words[0] in surnames:
        return True
    return words[-1] in surnames and (words[0] in given or is_family_name_first(words[-1]))


@dataclass(slots=True)
class Shown:
    """What the bearers of one sex show."""

    stories: set[str] = field(default_factory=set)
    role_words: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Person:
    """The bearers taken for one person so far, with what any of them shows."""

    bearers: list[Bearer] = field(default_factory=list)
    names: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    by_sex: dict[Gender, Shown] = field(default_factory=lambda: defaultdict(Shown))
    people: set[str] = field(default_factory=set)
    in_company: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Which bearers, by a number each has, are named beside a body."""
    offices: set[str] = field(default_factory=set)
    presides: bool = False
    life: set[str] = field(default_factory=set)
    seats: set[str] = field(default_factory=set)
    seatings: set[frozenset[str]] = field(default_factory=set)
    """The seats of each bearer who has one."""

    @property
    def sexes(self) -> set[Gender]:
        """The sexes that articles tell."""
        return self.by_sex.keys() - {Gender.UNKNOWN}

    def add(self, bearer: Bearer) -> None:
        """Take `bearer` for this person."""
        local, number = bearer.local, id(bearer)
        self.bearers.append(bearer)
        self.names[local.name].append(bearer)
        shown = self.by_sex[local.gender]
        shown.stories.add(local.story)
        shown.role_words |= bearer.role_words
        self.people |= bearer.people
        for body in bearer.company:
            self.in_company[body].add(number)
        self.offices |= bearer.offices
        self.presides |= bearer.presides
        self.life |= bearer.life
        self.seats |= bearer.seats
        if bearer.seats:
            self.seatings.add(bearer.seats)

    def take(self, other: Person) -> None:
        """Take over all bearers of `other`, who is left with none."""
        for bearer in other.bearers:
            self.add(bearer)
        other.bearers.clear()
