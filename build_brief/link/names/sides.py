"""Say for which country or body somebody speaks, as far as names and roles tell.

A “Chinese Foreign Minister” speaks for China, a ministry for its country, a capital for its
government. “Associate China director, Human Rights Watch” speaks for Human Rights Watch. A former
minister speaks for nobody but himself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_brief.language.governments import find_country_spoken_for
from build_brief.language.known_names import match_known
from build_brief.language.tokens import find_tokens
from build_brief.language.twin_places import read_twins
from build_brief.link.names.employers import find_employer
from build_brief.link.names.forms import LocalName
from build_brief.model.annotations import Mention
from build_brief.model.dossier import EntityId, EntityKind

FOLLOWING = 40
"""Characters after a name in which “of Chile” stands."""


def find_owner(group: Sequence[LocalName]) -> str | None:
    """Return the country that `group` belongs to, or that a person's roles speak for."""
    if group[0].kind is EntityKind.PERSON:
        offices = [office for local in group for office in (*local.roles, *local.offices)]
        owners = Counter(country for role in offices if (country := _find_country(role)))
    else:
        owners = Counter(local.country for local in group if local.country)
    return max(owners, key=lambda name: (owners[name], name), default=None)


def find_side(
    country: str | None, name: str, identity: EntityId, countries: Mapping[str, EntityId]
) -> EntityId | None:
    """Return the entity that the body or place `name` of a `country` speaks for; None when it has no page.

    `countries` gives the ids of those that have one, by name.
    """
    if country is None:
        return None
    return countries.get(country, identity if name == country else None)


def find_person_side(
    country: str | None,
    roles: Sequence[str],
    staff_of: Sequence[str],
    sides: tuple[Mapping[str, EntityId], Mapping[str, EntityId]],
) -> EntityId | None:
    """Return the country or else the body for which somebody speaks; None when unknown or without a page.

    `sides` give the ids of countries and of bodies, by name.
    """
    countries, bodies = sides
    if country and country in countries:
        return countries[country]
    held = (find_employer(role, bodies) for role in roles)
    served = Counter(bodies[body] for body in held if body)
    served = served or Counter(bodies[body] for body in staff_of if body in bodies)
    return max(served, key=lambda body: (served[body], body)) if served else None


def _find_country(role: str) -> str | None:
    """Return the country a role speaks for; None for “Georgia Secretary of State”, which may be a state's."""
    country = find_country_spoken_for(role)
    return None if country in read_twins() and country in role.split() else country


def find_offices(named: Iterable[Mention]) -> Iterator[str]:
    """Yield roles with the country that follows the name: “Foreign Minister Ana Ruiz of Chile”."""
    for mention in named:
        if mention.role and mention.role.end <= mention.span.start:
            following = mention.span.article.text[mention.span.end : mention.span.end + FOLLOWING]
            if not following.lstrip().startswith("of"):
                continue
            words = [token.text for token in find_tokens(following)]
            if words[:1] == ["of"]:
                at = 1 + (words[1:2] == ["the"])
                known = match_known(words, at) if at < len(words) else None
                if known and known[1].country:
                    yield f"{' '.join(words[at : at + known[0]])} {mention.role.text}"


def list_own_forms(group: Sequence[LocalName]) -> frozenset[str]:
    """Return the names and short forms that are a body's own, apostrophes straight; none of anything else."""
    if group[0].kind is not EntityKind.ORGANISATION:
        return frozenset()
    forms = {local.name for local in group}
    told = {words for local in group for words in local.words}
    return frozenset(form.replace("’", "'") for form in (*forms, *filter(_is_own_form, told - forms)))


def index_bodies(forms_of: Iterable[tuple[frozenset[str], EntityId]]) -> dict[str, EntityId]:
    """Return the ids of bodies by every one of their forms that one alone has."""
    found: defaultdict[str, set[EntityId]] = defaultdict(set)
    for forms, identity in forms_of:
        for form in forms:
            found[form].add(identity)
    return {form: min(ids) for form, ids in sorted(found.items()) if len(ids) == 1}


def _is_own_form(form: str) -> bool:
    """Tell whether a short form is the body's own: initials or a listed name, not “Ruiz”."""
    words = tuple(form.split())
    known = match_known(words, 0)
    return (form.isupper() and len(form) > 1) or (known is not None and known[0] == len(words))


def find_needed_countries(names: Sequence[LocalName]) -> frozenset[str]:
    """Return the countries for which somebody speaks: they have a page although only “Kenyan” names them."""
    people = [local for local in names if local.kind is EntityKind.PERSON]
    roles = {role for local in people for role in (*local.roles, *local.offices)}
    spoken = {_find_country(role) for role in roles}
    owned = {local.country for local in names if local.country != local.name}
    return frozenset(filter(None, spoken | owned))
