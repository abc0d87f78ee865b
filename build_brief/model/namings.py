"""Where the articles name an entity, as numbers: whole mentions are made of them when somebody asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from build_brief.model.article import Article, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """One place where an entity is named, by whatever words."""

    span: Span
    role: Span | None = None
    """Its role as worded there."""


NAME = 2
"""Numbers that tell where a name stands."""

Place = tuple[int, ...]
"""Where a name starts and ends in the text of its article, and the same of a role worded beside it."""


class Naming(NamedTuple):
    """Where one article names an entity: of ten thousand articles there are half a million such places."""

    article: Article
    places: tuple[Place, ...]
    """By offset; never empty."""

    def mention(self, place: Place) -> EntityMention:
        """Return the mention at one of the places."""
        start, end, *role = place
        span = self.article.span
        return EntityMention(span=span(start, end), role=span(*role) if role else None)


def gather_namings(mentions: Iterable[EntityMention]) -> tuple[Naming, ...]:
    """Return where each article has some of `mentions`, which come by article."""
    return tuple(
        Naming(
            article=article,
            places=tuple((*one.span.place[1:], *(one.role.place[1:] if one.role else ())) for one in there),
        )
        for article, there in groupby(mentions, lambda mention: mention.span.article)
    )
