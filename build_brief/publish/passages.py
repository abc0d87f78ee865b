"""What is known of the words of each article: where they are quoted speech, and whom they name."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import Dossier, EntityId

Place = TypeVar("Place", tuple[int, int], tuple[int, int, EntityId])


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Both by article, sorted, as offsets of the article's text."""

    quoted: dict[ArticleId, tuple[tuple[int, int], ...]]
    """The words inside quotation marks that were found to be quotes."""
    named: dict[ArticleId, tuple[tuple[int, int, EntityId], ...]]
    """Names in the text; pronouns and roles are left out."""

    def quoted_in(self, span: Span) -> list[tuple[int, int]]:
        """Return the quoted words that lie wholly in `span`."""
        return _inside(self.quoted.get(span.article.id, ()), span)

    def named_in(self, span: Span) -> list[tuple[int, int, EntityId]]:
        """Return the names that lie wholly in `span`."""
        return _inside(self.named.get(span.article.id, ()), span)


def _inside(places: tuple[Place, ...], span: Span) -> list[Place]:
    """Return those of the sorted `places` that lie in `span`."""
    first = bisect_left(places, span.start, key=itemgetter(0))
    last = bisect_left(places, span.end, key=itemgetter(0))
    return [place for place in places[first:last] if place[1] <= span.end]


def find_passages(dossier: Dossier) -> Passages:
    """Return what the quotes and entities of `dossier` say about its articles."""
    quoted: dict[ArticleId, set[tuple[int, int]]] = defaultdict(set)
    for quote in dossier.quotes:
        for span in quote.quote.quoted:
            quoted[span.article.id].add((span.start, span.end))
    named: dict[ArticleId, set[tuple[int, int, EntityId]]] = defaultdict(set)
    for entity in dossier.entities:
        words = {entity.name, *entity.aliases}
        for mention in entity.mentions:
            if mention.span.text in words:
                named[mention.span.article.id].add((mention.span.start, mention.span.end, entity.id))
    return Passages(
        quoted={article: tuple(sorted(places)) for article, places in quoted.items()},
        named={article: tuple(sorted(places, key=_outer_first)) for article, places in named.items()},
    )


def _outer_first(place: tuple[int, int, EntityId]) -> tuple[int, int, EntityId]:
    start, end, entity = place
    return (start, -end, entity)
