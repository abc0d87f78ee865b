"""What is known of the words of each article: where they are quoted speech, and whom they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TypeVar

from build_brief.language.verbs import read_verbs
from build_brief.model.annotations import Quote
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import AttributedQuote, Dossier, EntityId

REMEMBERED = 16_384
"""Words between speaker and quote: most are “said”."""

Quotes = Mapping[ArticleId, Sequence[AttributedQuote]]

Place = TypeVar("Place", tuple[int, int], tuple[int, int, EntityId])


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Both by article, sorted, as offsets of the article's text."""

    named: dict[ArticleId, tuple[tuple[int, int, EntityId], ...]]
    """Names in the text; pronouns and roles are left out."""
    quoted: Mapping[ArticleId, tuple[tuple[int, int], ...]]
    """The words inside quotation marks that were found to be quotes."""
    loaded: Mapping[ArticleId, tuple[tuple[int, int], ...]]
    """Verbs of speech by which the source judges what was said: “claimed”, “admitted”."""

    def quoted_in(self, span: Span) -> list[tuple[int, int]]:
        """Return the quoted words that lie wholly in `span`."""
        return _inside(self.quoted[span.article.id], span)

    def loaded_in(self, span: Span) -> list[tuple[int, int]]:
        """Return the judging verbs of speech that lie wholly in `span`."""
        return _inside(self.loaded[span.article.id], span)

    def named_in(self, span: Span) -> list[tuple[int, int, EntityId]]:
        """Return the names that lie wholly in `span`."""
        return _inside(self.named.get(span.article.id, ()), span)


def _inside(places: tuple[Place, ...], span: Span) -> list[Place]:
    """Return those of the sorted `places` that lie in `span`."""
    first = bisect_left(places, span.start, key=itemgetter(0))
    last = bisect_left(places, span.end, key=itemgetter(0))
    return [place for place in places[first:last] if place[1] <= span.end]


class _Spoken(dict[ArticleId, tuple[tuple[int, int], ...]]):
    """Offsets of parts of an article's quotes, found when a page that prints its words asks for them."""

    def __init__(self, quotes: Quotes, part: Callable[[Quote], Iterable[Span]]) -> None:
        """Find `part` of each of the `quotes`."""
        super().__init__()
        self._quotes, self._part = quotes, part

    def __missing__(self, article: ArticleId) -> tuple[tuple[int, int], ...]:
        spans = (span for said in self._quotes.get(article, ()) for span in self._part(said.quote))
        self[article] = tuple(sorted({(span.start, span.end) for span in spans}))
        return self[article]


def find_passages(dossier: Dossier, quotes: Quotes) -> Passages:
    """Return what the entities of `dossier` and its `quotes`, by article, say about its articles."""
    named: dict[ArticleId, set[tuple[int, int, EntityId]]] = defaultdict(set)
    for entity in dossier.entities:
        words = {entity.name, *entity.aliases}
        for article, places in entity.named:
            text, there = article.text, named[article.id]
            there.update((at[0], at[1], entity.id) for at in places if text[at[0] : at[1]] in words)
    return Passages(
        quoted=_Spoken(quotes, lambda quote: quote.quoted),
        loaded=_Spoken(quotes, lambda quote: _find_loaded(quote.cue)),
        named={article: tuple(sorted(places, key=_outer_first)) for article, places in named.items()},
    )


def _find_loaded(cue: Span | None) -> Iterator[Span]:
    """Give the words of `cue` that judge."""
    for start, end in _find_judging(cue.text) if cue else ():
        if cue:
            yield cue.article.span(cue.start + start, cue.start + end)


@lru_cache(maxsize=REMEMBERED)
def _find_judging(words: str) -> tuple[tuple[int, int], ...]:
    """Return where verbs that judge stand in `words`."""
    loaded = read_verbs("loaded_verbs")
    return tuple(word.span() for word in re.finditer(r"\w+", words) if word[0].lower() in loaded)


def _outer_first(place: tuple[int, int, EntityId]) -> tuple[int, int, EntityId]:
    start, end, entity = place
    return (start, -end, entity)
