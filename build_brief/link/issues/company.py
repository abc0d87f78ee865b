"""Know whom all stories name, and what is said in each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_brief.link.kept import Mark
from build_brief.link.names.casting import Casting
from build_brief.link.utterances.speakers import mark_quote
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, Entity, EntityId, EntityKind, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Whom all stories know, and what is said in each article."""

    casting: Casting
    quotes: Mapping[ArticleId, Sequence[AttributedQuote]]
    places: Mapping[str, EntityId]
    """Places and bodies by each of their names, small."""


def gather_company(
    entities: Iterable[Entity], quotes: Iterable[AttributedQuote], casting: Casting
) -> Company:
    """Return the company of `quotes`, in their order."""
    said: defaultdict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        said[quote.article].append(quote)
    places = {
        name.lower(): e.id
        for e in entities
        if e.kind is not EntityKind.PERSON
        for name in (e.name, *e.aliases)
    }
    return Company(casting=casting, quotes=said, places=places)


def mark_known(story: Story, company: Company) -> Mark:
    """Return what a story’s issues depend on besides its articles: who is named, and who says what."""
    return tuple(
        [
            (
                *[one.mark for one in company.casting.get(article, ())],
                *[mark_quote(quote) for quote in company.quotes.get(article, ())],
            )
            for article in story.articles
        ]
    )
