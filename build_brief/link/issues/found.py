"""Hold what one story tells of issues: each topic with its sentences, who stands where and who is silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from build_brief.link.issues.cast import Cast
from build_brief.link.issues.lines import Demonyms
from build_brief.link.issues.positions import Spoken, find_group_positions, find_positions, find_silent
from build_brief.link.issues.topics import Topic
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import EntityId, GroupPosition, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A topic in one story, with all that is told of it there."""

    topic: Topic
    passages: tuple[Span, ...]
    """The sentences that speak of it, in order."""
    positions: tuple[Position, ...]
    groups: tuple[GroupPosition, ...]
    silent: tuple[EntityId, ...]

    @property
    def voices(self) -> int:
        """How many actors and groups take a stand."""
        return len(self.positions) + len(self.groups)

    @property
    def named_by_voices(self) -> bool:
        """Whether what somebody says names it."""
        return any(one.direct for one in self.positions) or any(one.direct for one in self.groups)

    @property
    def weight(self) -> float:
        """What decides which issues a story keeps: named plainly, spoken of often, disputed."""
        named = sum(min(self.topic.weight, 3) for _ in self.topic.mentions[:3])
        return named + 2 * sqrt(len(self.passages)) + min(self.voices, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one story tells of issues."""

    ruled: tuple[Found, ...]
    """What an editor names by words, wherever these stand."""
    evident: tuple[Found, ...]
    """What enough is said of, whoever has a page."""
    main: Found | None
    """The subject that it tells most of, though not enough is said of it."""
    actors: frozenset[EntityId | None]
    """Who speaks."""


def find_stands(topic: Topic, spoken: Spoken, cast: Cast, demonyms: Mapping[ArticleId, Demonyms]) -> Found:
    """Return `topic` with who of `cast` stands where on it in the sentences `spoken`."""
    positions = find_positions(topic, spoken, cast, demonyms)
    return Found(
        topic=topic,
        passages=tuple([line.span for line in spoken.lines]),
        positions=positions,
        groups=find_group_positions(topic, spoken, cast, demonyms),
        silent=find_silent(positions, spoken.lines, cast, sorted(demonyms)),
    )
