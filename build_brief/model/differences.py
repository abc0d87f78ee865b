"""Where the sources of a story differ, and what one of them has alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_brief.model.article import Article, Span
from build_brief.model.statements import Statement


class DifferenceKind(StrEnum):
    """In what two sources differ."""

    WORDING = "wording"
    FIGURE = "figure"
    DATE = "date"
    TENSE = "tense"
    NAME = "name"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that sources of a story tell differently; it is not said who is right."""

    kind: DifferenceKind
    topic: str
    """What they differ on: a name, or shared words of the tellings."""
    tellings: tuple[Statement, ...]
    """Two or more, from different origins."""
    note: str | None = None
    """“May be a difference in time of filing.” and the like."""
    differing: tuple[Span, ...] = ()
    """The words of the tellings in which they differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIn:
    """What one source alone tells."""

    article: Article
    statements: tuple[Statement, ...]
