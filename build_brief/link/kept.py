"""Know an article, and what was worked out from it, from one build to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.memo import NO_MEMO, Made, Memo
from build_brief.model.rulings import EntityRuling


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A memo, with a mark for each article that tells its content from every other."""

    memo: Memo = NO_MEMO
    marks: Mapping[ArticleId, str] = field(default_factory=dict)

    def recall(
        self, step: str, articles: Iterable[ArticleId], besides: Hashable, make: Callable[[], Made]
    ) -> Made:
        """Return what `make` makes of `articles`, in this order, and of what is told `besides`."""
        if not self.memo.remembers:
            return make()
        marks = self.marks
        return self.memo.recall((step, *[marks[article] for article in articles], besides), make)


NOTHING_KEPT = Kept()


def mark_articles(
    read: Iterable[AnnotatedArticle], settled: Iterable[AnnotatedArticle], rulings: tuple[EntityRuling, ...]
) -> dict[ArticleId, str]:
    """Return the marks of articles as `settled`: another object than as `read` where `rulings` speak."""
    ruled = f" {sha256(repr(rulings).encode('utf-8', 'replace')).hexdigest()}" if rulings else ""
    return {
        found.article.id: f"{found.article.source.digest} {found.article.id}{'' if found is plain else ruled}"
        for plain, found in zip(read, settled, strict=True)
    }
