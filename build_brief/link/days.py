"""Give every article its day: the source's own, or none."""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.link.stories import Grouping
from build_brief.model.article import ArticleId
from build_brief.model.dates import ArticleDay


def infer_days(groupings: Iterable[Grouping]) -> tuple[tuple[ArticleId, ArticleDay], ...]:
    """Return the day of every article, by id; given days stand as they are."""
    found = (article for grouping in groupings for article in grouping.articles)
    days = ((each.article.id, ArticleDay(day=each.article.published)) for each in found)
    return tuple(sorted(days, key=lambda pair: pair[0]))
