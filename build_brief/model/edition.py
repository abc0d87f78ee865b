"""What the site says, page by page, before it is decided how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Article, ArticleId, Span
from build_brief.model.briefing import (
    Briefing,
    BriefingId,
    DatedStatement,
    IssueSection,
    KeyQuote,
)
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import (
    AttributedQuote,
    Dossier,
    Entity,
    EntityId,
    Issue,
)
from build_brief.model.history import NO_HISTORY, History
from build_brief.model.late import LATE
from build_brief.model.statements import NOT_CHECKED, Statement, Title, WordCheck


class Spoken(NamedTuple):
    """What is counted of a quote that is not printed."""

    paragraph: int
    """The number of the one in which it begins."""
    verbatim: bool
    marked: int
    """Stretches of it between quotation marks."""


def count_spoken(quotes: Iterable[AttributedQuote]) -> tuple[Spoken, ...]:
    """Return what is counted of each of `quotes`."""
    return tuple(
        Spoken(
            paragraph=said.contents[0].paragraph.number,
            verbatim=said.kind is QuoteKind.VERBATIM,
            marked=len(said.quoted),
        )
        for said in (one.quote for one in quotes)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleBrief:
    """One article's own page."""

    article: Article
    slug: str
    """Unique among articles; its page is `articles/<slug>`."""
    title: Title
    day: ArticleDay
    briefing: BriefingId
    """The briefing that it is a source of."""
    spoken: tuple[Spoken, ...]
    """Of each of its quotes, in their order, what pages that look over the site ask."""
    summary: tuple[Statement, ...] = field(metadata=LATE)
    key_quotes: tuple[KeyQuote, ...] = field(metadata=LATE)
    issues: tuple[IssueSection, ...] = field(metadata=LATE)
    background: tuple[DatedStatement, ...] = field(metadata=LATE)
    cited: tuple[int, ...]
    """Numbers of the paragraphs that any page of the edition cites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A briefing that an entity or issue appears on, with the sentence that makes the link."""

    briefing: BriefingId
    statement: Statement = field(metadata=LATE)
    elsewhere: tuple[Statement, ...] = field(default=(), metadata=LATE)
    """A sentence of other articles of the story that name it, by article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """A person's, organisation's or place's page."""

    entity: Entity
    roles: tuple[Span, ...]
    """As each source words it, alike wordings once."""
    quotes_by: tuple[AttributedQuote, ...]
    quotes_about: tuple[AttributedQuote, ...]
    """Quotes of others that name it."""
    stands_in: tuple[BriefingId, ...]
    """Briefings in which it, or what speaks for it, has a position on an issue."""
    issues: tuple[IssueSection, ...] = field(metadata=LATE)
    """These issues, each with its own lines alone."""
    appearances: tuple[Appearance, ...]
    not_to_be_confused_with: tuple[EntityId, ...]
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """An issue's page across all stories."""

    section: IssueSection
    appearances: tuple[Appearance, ...]
    timeline: tuple[DatedStatement, ...]
    related: tuple[Issue, ...]
    """Issues that share passages, most shared first."""
    cited: tuple[tuple[ArticleId, tuple[int, ...]], ...] = ()
    """Numbers of the paragraphs that section and timeline cite, by article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a story was told from."""

    key: str
    """A digest of all of it: the same when the story says the same."""
    articles: tuple[ArticleId, ...]
    """Its own, and those of other stories whose words it compares with its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Everything the site says."""

    dossier: Dossier
    briefings: tuple[Briefing, ...]
    """Newest first, then id."""
    articles: tuple[ArticleBrief, ...]
    """By article id."""
    entities: tuple[EntityPage, ...]
    """By entity id."""
    issues: tuple[IssuePage, ...]
    """By issue id."""
    timeline: tuple[DatedStatement, ...]
    """Oldest first."""
    checked: WordCheck = NOT_CHECKED
    """Of the statements of all briefings."""
    history: History = NO_HISTORY
    """To be kept for the next build: the same when nothing has changed."""
    drafted_from: tuple[Origin, ...] = ()
    """For each briefing, in their order, what its story was told from."""
