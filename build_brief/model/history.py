"""What the briefings of earlier builds rested on and said, without a word of a source."""

from __future__ import annotations

from dataclasses import dataclass

from build_brief.model.article import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownStatement:
    """A statement that a version printed."""

    file: ArticleId
    paragraph: int
    words: str
    """Digest of the sentence it is made from: the same in a renamed file, another when it is reworded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of a briefing, told apart by the sources it rests on."""

    edition: int
    """The edition that it came with."""
    added: tuple[ArticleId, ...]
    """Files that the version before did not rest on; all of them in the first."""
    changed: tuple[ArticleId, ...] = ()
    """Files whose content is another than in the version before."""
    removed: tuple[ArticleId, ...] = ()
    """Files that it does not rest on any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRecord:
    """The versions of one briefing; the last is the one that stands."""

    sources: tuple[tuple[ArticleId, str], ...]
    """Files by name, each with the digest of its content: those of the last version, or of the last
    before the story ended."""
    versions: tuple[Version, ...]
    """Oldest first, never empty."""
    before: tuple[KnownStatement, ...] = ()
    """What the version before the last printed, in the order of the page."""
    now: tuple[KnownStatement, ...] = ()
    """What the last version printed."""
    ended: bool = False
    """True when no briefing goes on from it: its sources are gone, or are told in another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All that is remembered of earlier builds: an input like any other."""

    edition: int = 0
    """How many times the sources were found changed; 0 when nothing is remembered."""
    stories: tuple[StoryRecord, ...] = ()
    """By their first file."""


NO_HISTORY = History()
