"""Say for which country or body somebody speaks, as far as names and roles tell.

A “Chinese Foreign Minister” speaks for China, a ministry for its country, a capital for its
government. “Associate China director, Human Rights Watch” speaks for Human Rights Watch. A former
minister speaks for nobody but himself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from build_brief.language.governments import find_country_spoken_for
from build_brief.link.entity_names import LocalName
from build_brief.model.dossier import EntityId, EntityKind

CHAMBERS = frozenset({"Senate", "Congress", "Parliament", "House of Commons", "House of Representatives"})
"""Bodies whose members speak for themselves."""


def find_side(
    group: Sequence[LocalName],
    identity: EntityId,
    countries: Mapping[str, EntityId],
    bodies: Mapping[str, EntityId],
) -> EntityId | None:
    """Return the entity that `group` speaks for; None when unknown or when that has no page.

    `countries` and `bodies` give the ids of those that have one, by name.
    """
    if group[0].kind is EntityKind.PERSON:
        return _find_person_side(group, countries, bodies)
    owners = Counter(local.country for local in group if local.country)
    if not owners:
        return None
    country = max(owners, key=lambda name: (owners[name], name))
    return countries.get(country, identity if group[0].kind is EntityKind.PLACE else None)


def _find_person_side(
    group: Sequence[LocalName], countries: Mapping[str, EntityId], bodies: Mapping[str, EntityId]
) -> EntityId | None:
    roles = [role for local in group for role in local.roles]
    spoken = Counter(country for role in roles if (country := find_country_spoken_for(role)))
    if spoken:
        return countries.get(max(spoken, key=lambda name: (spoken[name], name)))
    served = Counter(body for role in roles for body in _find_bodies(role, bodies))
    return bodies[max(served, key=lambda name: (served[name], name))] if served else None


def _serves(role: str, name: str) -> bool:
    """Tell whether a role is one at the body `name`, which opens it or follows its noun."""
    at = role.find(name)
    if at < 0 or role[at + len(name) :].lstrip()[:1].isupper():
        return False
    before = role[:at].split()
    return not before or before[-1].lower() in (
        "of",
        "at",
        "for",
        "with",
        "from",
        "the",
        "a",
        "an",
        "firm",
        "group",
    )


def _find_bodies(role: str, bodies: Mapping[str, EntityId]) -> list[str]:
    """Return the longest body named in a role of today."""
    if role.lower().startswith(("former", "ex-", "late ", "a former", "the former")):
        return []
    inside = [name for name in bodies if name not in CHAMBERS and _serves(role, name)]
    return [max(inside, key=lambda name: (len(name), name))] if inside else []


def find_needed_countries(names: Iterable[LocalName]) -> frozenset[str]:
    """Return the countries for which somebody speaks: they have a page although only “Kenyan” names them."""
    roles = {role for local in names for role in local.roles}
    spoken = {find_country_spoken_for(role) for role in roles}
    owned = {local.country for local in names if local.country != local.name}
    return frozenset(country for country in sorted(filter(None, spoken | owned)))
