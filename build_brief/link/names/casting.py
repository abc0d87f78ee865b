"""Know which entities each article names, and where: all that one article needs to know of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_brief.model.article import ArticleId
from build_brief.model.dossier import Entity, EntityId
from build_brief.model.namings import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """An entity with a page, in one article."""

    entity: Entity
    places: tuple[Place, ...]
    """In order; never empty."""

    @property
    def mark(self) -> tuple[EntityId, str, EntityId | None, tuple[Place, ...]]:
        """What is known of the entity in this article: the same when nothing of it has changed."""
        return self.entity.id, self.entity.name, self.entity.side, self.places


Appearances = tuple[Appearance, ...]
"""Of one article, by entity id."""

Casting = Mapping[ArticleId, Appearances]
"""The appearances in each article that has some."""


def cast_articles(entities: Iterable[Entity]) -> Casting:
    """Return who appears in which article, of `entities` in the order of their ids."""
    casting: defaultdict[ArticleId, list[Appearance]] = defaultdict(list)
    for entity in entities:
        for article, places in entity.named:
            casting[article.id].append(Appearance(entity=entity, places=places))
    return {article: tuple(found) for article, found in casting.items()}
