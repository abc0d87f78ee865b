"""Tell what ties two bearers of one name to one person: story, company, role, walk of life.

A name that few can bear needs nothing against it; a common one needs company that is the same. Two
walks of life, two sexes, two parties or states are two people.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from build_brief.language.name_lists import read_common_surnames
from build_brief.link.names.bearers import Bearer, Person, Shown, is_common
from build_brief.link.names.forms import LocalName
from build_brief.model.annotations import Gender

SHARED_CIRCLE = 3
"""Other people, however often named, whom two articles must share where the name is common."""
SHARED_ALL = 5
"""People and bodies together, which show as much."""
OTHER_SEX = {Gender.FEMALE: Gender.MALE, Gender.MALE: Gender.FEMALE}


def is_tied(bearer: Bearer, person: Person) -> bool:
    """Tell whether story, company or role shows the bearer of a full name to be a person of that name."""
    if any(bearer.local.story in shown.stories for shown in _shown_beside(bearer, person)):
        return True
    if not bearer.people.isdisjoint(person.people) or _shares_company(bearer, person):
        return True
    if is_common(bearer.local.name):
        return shares_office(bearer, person)
    return any(not bearer.role_words.isdisjoint(shown.role_words) for shown in person.by_sex.values())


def _shown_beside(bearer: Bearer, person: Person) -> Iterable[Shown]:
    """Return what is shown by those bearers who are not of the other sex."""
    other = OTHER_SEX.get(bearer.local.gender)
    return [shown for sex, shown in person.by_sex.items() if sex is not other]


def _shares_company(bearer: Bearer, person: Person) -> bool:
    """Tell whether one article of the person names two of the bodies that stand beside the bearer."""
    seen: set[int] = set()
    for body in bearer.company & person.in_company.keys():
        named = person.in_company[body]
        if not named.isdisjoint(seen):
            return True
        seen |= named
    return False


def shares_office(bearer: Bearer, person: Person) -> bool:
    """Tell whether both have a role that few hold at a time."""
    return not bearer.offices.isdisjoint(person.offices) or (bearer.presides and person.presides)


def is_closely_tied(bearer: Bearer, person: Person) -> bool:
    """Tell whether story, office or circle shows the bearer of a like name to be this person."""
    for shown in _shown_beside(bearer, person):
        if bearer.local.story in shown.stories or not bearer.role_words.isdisjoint(shown.role_words):
            return True
    name = bearer.local.name
    if is_common(name):
        return False
    surname_common = name.split()[-1] in read_common_surnames()
    other_sex = OTHER_SEX.get(bearer.local.gender)
    return any(
        _share_circle(bearer.local, other.local)
        for other in person.bearers
        if other.local.gender is not other_sex
        and (not surname_common or not bearer.fields.isdisjoint(other.fields))
    )


def may_be_one_life(bearer: Bearer, person: Person) -> bool:
    """Tell whether nothing beside two bearers of one name speaks against one person, and enough for it."""
    sexes = {bearer.local.gender} - {Gender.UNKNOWN}
    if _are_apart(sexes, person.sexes) or _are_apart(bearer.life, person.life):
        return False
    if have_two_seats(bearer, person):
        return False
    name = bearer.local.name
    return not is_common(name) or any(
        _share_circle(bearer.local, other.local) for other in person.names.get(name, ())
    )


def are_two_lives(one: Person, other: Person) -> bool:
    """Tell whether sex, walk of life, party or state makes two of two people with one name."""
    if _are_apart(one.sexes, other.sexes) or _are_apart(one.life, other.life):
        return True
    return any(_are_apart(seats, other.seats) for seats in one.seatings)


def have_two_seats(bearer: Bearer, person: Person) -> bool:
    """Tell whether “(R-Ohio)” beside one and “(D-Texas)” beside another make two of them.

    Parties are changed, and mistaken; states are not.
    """
    return _are_apart(bearer.seats, person.seats)


def _are_apart(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Tell whether something is known of both and nothing of it is the same."""
    return bool(one) and bool(other) and one.isdisjoint(other)


def _share_circle(one: LocalName, other: LocalName) -> bool:
    own = {one.name, other.name}
    people = len((one.around.circle & other.around.circle) - own)
    if people >= SHARED_CIRCLE:
        return True
    return people + len((one.around.bodies & other.around.bodies) - own) >= SHARED_ALL
