"""Which words of the sources a page cites: every statement on it, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain

from build_brief.model.article import Article, ArticleId, Span
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import AttributedQuote, Entity, Issue, QuoteCluster, Story
from build_brief.model.statements import Statement

OTHER_PAGES = (Article, ArticleDay, Entity, Issue, Story)
"""What a section names without printing its evidence."""


def find_cited(part: object) -> Iterator[Span]:
    """Yield the spans that `part` of an edition prints or cites, in reading order, repeats included.

    `part` is any value of the edition, or a tuple of them.
    """
    match part:
        case Span():
            yield part
        case Statement():
            yield from part.evidence
        case QuoteCluster():
            yield from find_cited((part.fullest, part.variants))
        case AttributedQuote():
            yield from part.quote.contents
        case tuple():
            yield from chain.from_iterable(map(find_cited, part))
        case _ if is_dataclass(part) and not isinstance(part, OTHER_PAGES):
            yield from find_cited(tuple(getattr(part, name) for name in _name_fields(part.__class__)))


@cache
def _name_fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def count_paragraphs(spans: Iterable[Span]) -> dict[ArticleId, tuple[int, ...]]:
    """Return the numbers of the paragraphs that `spans` touch, by article, each once, in order."""
    cited: dict[ArticleId, set[int]] = {}
    for span in spans:
        paragraphs = cited.setdefault(span.article.id, set())
        paragraphs.add(span.paragraph.number)
        paragraphs.add(span.article.paragraph_at(span.end - 1).number)
    return {article: tuple(sorted(numbers)) for article, numbers in cited.items()}
