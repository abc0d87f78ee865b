"""Know an article, and what was worked out from it, from one build to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dates import ArticleDay
from build_brief.model.memory import NO_MEMORY, Memory, Value, key_of
from build_brief.model.rulings import Rulings

Mark = tuple[object, ...]
"""What is known of something beyond its articles' own words: the same in two builds when nothing changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A memory, with a mark for each article that tells its content from every other."""

    memory: Memory = NO_MEMORY
    marks: Mapping[ArticleId, str] = field(default_factory=dict)

    @property
    def remembers(self) -> bool:
        """Tell whether it is of use to make a mark."""
        return self.memory.remembers

    def recall(
        self,
        kind: type[Value],
        step: str,
        articles: Sequence[ArticleId],
        make: Callable[[], Value],
        besides: object = None,
    ) -> Value:
        """Return what `make` makes of `articles`, in this order, and of what is told `besides`."""
        if not self.memory.remembers:
            return make()
        key = key_of(step, [self.marks[article] for article in articles], besides)
        return self.memory.recall(kind, key, make, beside=articles[0])


NOTHING_KEPT = Kept()


def mark_day(day: ArticleDay) -> Mark:
    """Return what is known of the day of an article."""
    words = day.inferred_from
    return day.day and day.day.isoformat(), words and words.place, day.reason


def mark_articles(
    read: Iterable[AnnotatedArticle], settled: Iterable[AnnotatedArticle], rulings: Rulings
) -> dict[ArticleId, str]:
    """Return the marks of articles as `settled`: another object than as `read` where `rulings` name anybody.

    Who said what by the word of an editor is told by the mark, too.
    """
    names = key_of(repr(rulings.entities))
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for ruling in rulings.speakers:
        speakers[ruling.article].append(repr(ruling))
    return {
        found.article.id: " ".join(
            (
                found.article.source.digest,
                found.article.id,
                *([] if found is plain else [names]),
                *([key_of(*speakers[found.article.id])] if found.article.id in speakers else []),
            )
        )
        for plain, found in zip(read, settled, strict=True)
    }
