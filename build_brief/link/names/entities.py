"""Join what the articles name into people, organisations and places that deserve a page.

A person needs a full name; a body or place a known name, a noun that says what it is, a short form
in brackets, or several mentions. What is only alike stays apart: a false join is worse than two
pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.link.names.casting import Casting, cast_articles
from build_brief.link.names.entity_rulings import dress, settle_groups
from build_brief.link.names.forms import LocalName
from build_brief.link.names.gathering import count_company, gather_names
from build_brief.link.names.ids import name_entities
from build_brief.link.names.people import join_lone, join_people
from build_brief.link.names.portraits import Portrait, has_evidence, name_group, portray
from build_brief.link.names.ruling_desk import Decision, Reading
from build_brief.link.names.sides import find_person_side, find_side, index_bodies
from build_brief.model.annotations import AnnotatedArticle, Gender
from build_brief.model.article import Article
from build_brief.model.dossier import Entity, EntityId, EntityKind, Story
from build_brief.model.namings import Naming, Place
from build_brief.model.problems import Report, ignore
from build_brief.model.rulings import EntityRuling


class Resolved(NamedTuple):
    """The entities of all articles, and where each article names them."""

    entities: tuple[Entity, ...]
    """By id."""
    casting: Casting


def resolve_entities(
    articles: Iterable[AnnotatedArticle],
    stories: Iterable[Story],
    *,
    rulings: Sequence[EntityRuling] = (),
    report: Report = ignore,
    kept: Kept = NOTHING_KEPT,
) -> Resolved:
    """Return the entities of all articles; the order of `articles` does not matter.

    `rulings` stand above what the names tell; those that find nothing go to `report`.
    """
    told_in = {article: story.id for story in stories for article in story.articles}
    ordered = sorted(articles, key=lambda found: found.article.id)
    common = count_company(ordered, kept)
    gathered = [
        gather_names(found, str(told_in.get(found.article.id, found.article.id)), common, kept)
        for found in ordered
    ]
    names = [name for one in gathered for name in one.names]
    needed = frozenset[str]().union(*(one.countries for one in gathered))
    reading = Reading(join=partial(_join, kept=kept), name=name_group, has_page=has_evidence)
    settled = settle_groups(names, rulings, reading=reading, report=report)
    portraits = portray((group for group, _ in settled), kept)
    decided = [
        (group, portrait, decision)
        for (group, decision), portrait in zip(settled, portraits, strict=True)
        if not decision.hide and (decision.show or portrait.evident or group[0].name in needed)
    ]
    ids = name_entities([(group, decision.name or portrait.name) for group, portrait, decision in decided])
    return _write_all(decided, ids, {found.article.id: found.article for found in ordered})


def _write_all(
    decided: Sequence[tuple[Sequence[LocalName], Portrait, Decision]],
    ids: Sequence[EntityId],
    articles: Mapping[str, Article],
) -> Resolved:
    countries = {
        group[0].name: identity
        for (group, _, _), identity in zip(decided, ids, strict=True)
        if group[0].kind is EntityKind.PLACE and group[0].country == group[0].name
    }
    bodies = index_bodies(
        (portrait.own_forms, identity) for (_, portrait, _), identity in zip(decided, ids, strict=True)
    )
    written: list[Entity] = []
    for (group, portrait, decision), identity in zip(decided, ids, strict=True):
        if group[0].kind is EntityKind.PERSON:
            side = find_person_side(portrait.country, portrait.roles, portrait.staff_of, (countries, bodies))
        else:
            side = find_side(portrait.country, group[0].name, identity, countries)
        entity = Entity(
            id=identity,
            kind=group[0].kind,
            name=portrait.name,
            aliases=portrait.aliases,
            named=_find_namings(group, articles),
            side=side,
            gender=portrait.gender,
        )
        written.append(dress(entity, decision))
    written.sort(key=lambda entity: entity.id)
    return Resolved(entities=tuple(written), casting=cast_articles(written))


def _find_namings(group: Sequence[LocalName], articles: Mapping[str, Article]) -> tuple[Naming, ...]:
    """Return where each article has one of the names in `group`."""
    places: dict[str, tuple[Place, ...]] = {}
    for local in sorted(group, key=lambda local: local.article):
        there = places.get(local.article)
        both = sorted((*there, *local.places), key=lambda place: place[:2]) if there else local.places
        places[local.article] = tuple(both)
    return tuple([Naming(articles[article], there) for article, there in places.items()])


def _join(names: Sequence[LocalName], kept: Kept = NOTHING_KEPT) -> list[list[LocalName]]:
    """Return the groups of local names that are one entity."""
    people = [name for name in names if name.kind is EntityKind.PERSON]
    full = [name for name in people if " " in name.name]
    groups = join_people(full, kept)
    bearers: defaultdict[tuple[str, str], list[list[LocalName]]] = defaultdict(list)
    for group in groups:
        for place in sorted({(local.story, local.name.split()[-1].lower()) for local in group}):
            bearers[place].append(group)
    known = {word for local in full for word in local.name.lower().split()}
    lone: list[LocalName] = []
    for short in people:
        if " " not in short.name:
            _add_short(short, bearers[short.story, short.name.lower()])
            lone += [short] * (short.name.lower() not in known)
    groups += join_lone(lone)
    others: dict[tuple[EntityKind, str], list[LocalName]] = defaultdict(list)
    for name in names:
        if name.kind is not EntityKind.PERSON:
            others[name.kind, name.key].append(name)
    return groups + _join_short_bodies(others)


def _add_short(short: LocalName, able: Sequence[list[LocalName]]) -> None:
    """Add a lone surname to the one person of its story who bears it."""
    genders = (short.gender, able[0][0].gender) if len(able) == 1 else ()
    if genders and (Gender.UNKNOWN in genders or genders[0] is genders[1]):
        able[0].append(short)


def _join_short_bodies(others: dict[tuple[EntityKind, str], list[LocalName]]) -> list[list[LocalName]]:
    """Return the groups, a ministry without a country joined to the only one of its story."""
    owners: defaultdict[str, list[tuple[EntityKind, str]]] = defaultdict(list)
    for place in others:
        owners[place[1].partition(": ")[2]].append(place)
    for place in [
        place for place in others if place[1].lower() in owners and place[0] is EntityKind.ORGANISATION
    ]:
        stories = {local.story for local in others[place]}
        owned = [
            other for other in owners[place[1].lower()] if stories <= {local.story for local in others[other]}
        ]
        if len(owned) == 1:
            others[owned[0]] += others.pop(place)
    return list(others.values())
