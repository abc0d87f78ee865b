"""What a version of a briefing has that the one before had not, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_brief.model.article import Article, ArticleId
from build_brief.model.history import Version
from build_brief.model.statements import Statement


class GoneReason(StrEnum):
    """Why a statement of the version before is not on the page any more."""

    WITHDRAWN = "withdrawn"
    """Its source is gone."""
    REWORDED = "reworded"
    """Its source is still there and does not say so any more."""
    MOVED = "moved"
    """Its source is told in another briefing now."""
    REPLACED = "replaced"
    """Its source still says so; other statements have taken the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Statements of the version before that are not on the page any more, those of one file together.

    Their words are not kept: a source that was withdrawn is not printed again.
    """

    reason: GoneReason
    file: ArticleId
    paragraphs: tuple[int, ...]
    """Where they stood, as numbered then."""
    article: Article | None
    """The source as it is now; None when it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The version of a briefing, and what it has that the version before had not."""

    versions: tuple[Version, ...]
    """Oldest first, this one last; never empty."""
    added: tuple[Article, ...] = ()
    """Sources that came with this version; empty in the first."""
    changed: tuple[Article, ...] = ()
    moved: tuple[Article, ...] = ()
    """Sources that are told in another briefing now."""
    withdrawn: tuple[ArticleId, ...] = ()
    """Files of sources that are gone."""
    new: tuple[Statement, ...] = ()
    """On the page now and not in the version before, in the order of the page."""
    speakers: tuple[str, ...] = ()
    """For each of `new` whose words it holds when it does not say so itself, else an empty string."""
    gone: tuple[Gone, ...] = ()

    @property
    def number(self) -> int:
        """Of this version, from 1."""
        return len(self.versions)

    @property
    def edition(self) -> int:
        """Of the site, that this version came with."""
        return self.versions[-1].edition
