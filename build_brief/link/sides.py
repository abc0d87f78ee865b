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
from build_brief.link.employers import find_employer
from build_brief.link.entity_names import LocalName
from build_brief.model.dossier import EntityId, EntityKind

FOLLOWING = 40
"""Characters after a name in which “of Chile” stands."""


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
    return countries.get(country, identity if group[0].name == country else None)


def _find_person_side(
    group: Sequence[LocalName], countries: Mapping[str, EntityId], bodies: Mapping[str, EntityId]
) -> EntityId | None:
    roles = [role for local in group for role in local.roles]
    offices = [*roles, *(office for local in group for office in _find_offices_of(local))]
    spoken = Counter(country for role in offices if (country := _find_country(role)))
    country = max(spoken, key=lambda name: (spoken[name], name), default="")
    if country in countries:
        return countries[country]
    held = (find_employer(role, bodies) for role in roles)
    served = Counter(bodies[body] for body in held if body)
    served = served or Counter(bodies[body] for local in group if (body := local.staff_of) and body in bodies)
    return max(served, key=lambda body: (served[body], body)) if served else None


def _find_country(role: str) -> str | None:
    """Return the country a role speaks for; None for “Georgia Secretary of State”, which may be a state's."""
    country = find_country_spoken_for(role)
    return None if country in read_twins() and country in role.split() else country


def _find_offices_of(local: LocalName) -> Iterator[str]:
    """Yield roles with the country that follows the name: “Foreign Minister Ana Ruiz of Chile”."""
    for mention in local.named:
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


def index_bodies(groups: Iterable[tuple[Sequence[LocalName], EntityId]]) -> dict[str, EntityId]:
    """Return the ids of bodies by every name and short form that one alone has; apostrophes straight."""
    found: defaultdict[str, set[EntityId]] = defaultdict(set)
    for group, identity in groups:
        if group[0].kind is EntityKind.ORGANISATION:
            for local in group:
                for form in {local.name, *(" ".join(mention.span.text.split()) for mention in local.named)}:
                    if form == local.name or _is_own_form(form):
                        found[form.replace("’", "'")].add(identity)
    return {form: min(ids) for form, ids in sorted(found.items()) if len(ids) == 1}


def _is_own_form(form: str) -> bool:
    """Tell whether a short form is the body's own: initials or a listed name, not “Ruiz”."""
    words = tuple(form.split())
    known = match_known(words, 0)
    return (form.isupper() and len(form) > 1) or (known is not None and known[0] == len(words))


def find_needed_countries(all_names: Sequence[LocalName]) -> frozenset[str]:
    """Return the countries for which somebody speaks: they have a page although only “Kenyan” names them."""
    people = [local for local in all_names if local.kind is EntityKind.PERSON]
    roles = {role for local in people for role in (*local.roles, *_find_offices_of(local))}
    spoken = {_find_country(role) for role in sorted(roles)}
    owned = {local.country for local in all_names if local.country != local.name}
    return frozenset(country for country in sorted(filter(None, spoken | owned)))
