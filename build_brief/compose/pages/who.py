"""Say who is who: the people and bodies of a story, with their roles in the sources' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace
from itertools import pairwise

from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.sentences.people.roles import read_role
from build_brief.model.article import ArticleId, Span
from build_brief.model.briefing import WhoEntry
from build_brief.model.dossier import Entity, EntityId, EntityKind
from build_brief.model.namings import EntityMention

MOST = 14
LEAST_MENTIONS = 2
"""Of a body that has no role and says nothing; below this it is a passing name."""
MOST_PLACES = 4
FOR = frozenset({"of", "for", "to", "under", "by", "with", "and", "candidate", "nominee"})
LEAST_PLACE_MENTIONS = 2
SOVEREIGNS = frozenset({"King", "Queen", "Emperor", "Empress", "Sultan", "Emir", "Pope"})
"""They stand before the name somebody reigns under, never before a surname."""


def describe_who(file: StoryFile) -> tuple[WhoEntry, ...]:
    """Return the people and bodies of the story, those named most first."""
    counted = count_mentions(file)
    speakers = Counter(q.fullest.speaker for q in file.clusters if q.fullest.speaker)
    found = []
    people = {one.name for one in file.archive.entities.values() if one.kind is EntityKind.PERSON}
    for entity_id, count in counted.items():
        entity = file.archive.entities[entity_id]
        if entity.kind is EntityKind.PLACE:
            continue
        roles = word_roles(entity, file.story.articles, people)
        if roles or speakers[entity_id] or count >= LEAST_MENTIONS or entity.kind is EntityKind.PERSON:
            score = count + 3 * speakers[entity_id] + 2 * bool(roles)
            found.append((score, WhoEntry(entity=replace(entity, named=()), roles=roles)))
    found.sort(key=lambda one: (-one[0], one[1].entity.id))
    return tuple(entry for _, entry in found[:MOST])


def find_places(file: StoryFile) -> tuple[EntityId, ...]:
    """Return the places of the story, those named most first."""
    places = [
        (count, entity)
        for entity, count in count_mentions(file).items()
        if file.archive.entities[entity].kind is EntityKind.PLACE
    ]
    places.sort(key=lambda one: (-one[0], one[1]))
    often = [entity for count, entity in places if count >= LEAST_PLACE_MENTIONS]
    return tuple(often[:MOST_PLACES] or [entity for _, entity in places[:1]])


def count_mentions(file: StoryFile) -> Counter[EntityId]:
    """Return how often the story's articles name each entity, pronouns included."""
    return Counter(
        entity
        for annotated in file.articles
        for mention in annotated.mentions
        if (entity := file.archive.entity_of(mention))
    )


def word_roles(
    entity: Entity, articles: Iterable[ArticleId] | None = None, people: Container[str] = frozenset()
) -> tuple[Span, ...]:
    """Return the roles that the sources give an entity, alike wordings once, in order of appearance.

    What ends with the name of one of `people` is another's.
    """
    own = None if articles is None else frozenset(articles)
    roles: list[Span] = []
    for mention in entity.titled:
        role = read_role(mention.role) if mention.role else None
        if role and (_names_another(role, people) or _is_sovereigns(role, mention, entity)):
            continue  # “Melania Trump, Secretary of State Mike Pompeo” are two.
        if role and (own is None or role.article.id in own) and not _is_told(role, roles):
            roles = [known for known in roles if known.text.lower() not in role.text.lower()]
            roles.append(role)
    return tuple(roles)


def _is_sovereigns(role: Span, mention: EntityMention, entity: Entity) -> bool:
    """Tell whether a crown before a given name is another's: “King Salman” is not Mohammed bin Salman."""
    crowned = entity.kind is EntityKind.PERSON and role.text.split()[-1] in SOVEREIGNS
    return (
        crowned and role.end <= mention.span.start and mention.span.text.split()[0] != entity.name.split()[0]
    )


def _names_another(role: Span, people: Container[str]) -> bool:
    """Tell whether a role holds somebody's full name, and is none “of” or “for” him."""
    words = role.text.split()
    return any(
        f"{given} {surname}" in people and (not at or words[at - 1].lower() not in FOR)
        for at, (given, surname) in enumerate(pairwise(words))
    )


def _is_told(role: Span, roles: Iterable[Span]) -> bool:
    return any(role.text.lower() in known.text.lower() for known in roles)
