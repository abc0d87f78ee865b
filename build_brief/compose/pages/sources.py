"""Number the sources of a story, say what was used of each, and which reprints which."""

from __future__ import annotations

from collections.abc import Mapping

from build_brief.compose.archive import Archive
from build_brief.model.article import ArticleId
from build_brief.model.briefing import SourceEntry
from build_brief.model.dossier import Story


def list_sources(
    story: Story, archive: Archive, cited: Mapping[ArticleId, tuple[int, ...]]
) -> tuple[SourceEntry, ...]:
    """Return the sources of `story`, numbered from 1 by day; `cited` are paragraph numbers by article."""
    numbers = {article: number for number, article in enumerate(story.articles, start=1)}
    first_of = {article: origin[0] for origin in story.origins for article in origin[1:]}
    return tuple(
        SourceEntry(
            number=number,
            article=archive.annotated[article].article,
            day=archive.days[article],
            words=len(archive.annotated[article].article.text.split()),
            used=cited.get(article, ()),
            copy_of=numbers[first_of[article]] if article in first_of else None,
            superseded=article in first_of and _is_superseded(article, first_of[article], archive),
        )
        for article, number in numbers.items()
    )


def _is_superseded(article: ArticleId, first: ArticleId, archive: Archive) -> bool:
    """Tell whether `article` is an earlier version of `first`, of the same outlet."""
    old, new = archive.annotated[article].article, archive.annotated[first].article
    earlier = old.published and new.published and old.published < new.published
    same = old.publisher and new.publisher and old.publisher.casefold() == new.publisher.casefold()
    return bool(earlier and (same or (old.url and old.url == new.url)))
