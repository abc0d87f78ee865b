"""One story as a document, section by section, before it is decided how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

from build_brief.model.article import Article, Span
from build_brief.model.changes import Changes
from build_brief.model.dates import ArticleDay, Period
from build_brief.model.differences import Difference, OnlyIn
from build_brief.model.dossier import AttributedQuote, Entity, EntityId, Issue, QuoteCluster, Story
from build_brief.model.late import LATE
from build_brief.model.statements import Statement, Title

BriefingId = NewType("BriefingId", str)
"""`briefings/2024-10-18-china-and-britain-took-steps`: also where its page stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyQuote:
    """One quote worth a block of its own."""

    cluster: QuoteCluster
    statement: Statement
    """As it is printed; a cue that splits the quote is left out in sight."""
    role: Span | None
    """The speaker's role as worded in the same article."""
    addressee: str | None
    day: Period | None
    """When it was said; None when the source does not tell."""
    setting: Statement | None = None
    """The source's sentence right before the words, printed above them when they lean on it."""
    goes_on: Statement | None = None
    """What the speaker says next in the same article; a cue or a paragraph's end stands between."""
    differing: tuple[Span, ...] = ()
    """The words of the variants that the fullest has otherwise."""
    otherwise: tuple[AttributedQuote, ...] = ()
    """The variants whose words are others, or leave some out in the middle."""
    also: tuple[AttributedQuote, ...] = ()
    """One variant of each other source that has the same words, all or a piece of them."""
    paraphrases: tuple[AttributedQuote, ...] = ()
    """What other sources report of it in their own words; never a variant."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What its block prints, in reading order, the other wordings left out."""
        return tuple(one for one in (self.setting, self.statement, self.goes_on) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLine:
    """What one actor says on an issue, on one line."""

    actor: EntityId
    quote: AttributedQuote
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """What a group without a page says on an issue, under the source's own words for it."""

    name: str
    quote: AttributedQuote
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueSection:
    """One issue on a briefing page."""

    issue: Issue
    stake: Statement | None
    """What is at stake, in one sentence of a source."""
    lines: tuple[PositionLine, ...]
    silent: tuple[EntityId, ...]
    """Actors that the sources name here and who say nothing on it."""
    groups: tuple[GroupLine, ...] = ()
    """After the lines: groups have no page, and are never silent."""
    together: tuple[Issue, ...] = ()
    """Further issues that the lines tell of in the same words, so that they have no section of their own."""

    @property
    def label(self) -> str:
        """The names of the issue and of those told together with it."""
        return ", ".join(issue.label for issue in (self.issue, *self.together))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement that the section prints, in reading order."""
        stake = (self.stake,) if self.stake else ()
        return (*stake, *(line.statement for line in self.all_lines))

    @property
    def all_lines(self) -> tuple[PositionLine | GroupLine, ...]:
        """What actors and then groups say."""
        return (*self.lines, *self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedStatement:
    """A statement with the time it tells of."""

    period: Period | None
    """None for a state of affairs without a date."""
    expression: Span | None
    """The source's own words for the date."""
    reason: str | None
    """How the day was worked out; None when the source's words give it whole."""
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoEntry:
    """One person or body of a briefing."""

    entity: Entity
    """Without its mentions, which its own page has."""
    roles: tuple[Span, ...]
    """As each source words it, alike wordings once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One source of a briefing."""

    number: int
    """From 1; the same on the site, in print and in the export."""
    article: Article
    day: ArticleDay
    words: int
    used: tuple[int, ...]
    """Numbers of the paragraphs cited."""
    copy_of: int | None = None
    """The number of the source whose text this one reprints, or whose earlier version it is."""
    superseded: bool = False
    """True for an earlier version of `copy_of`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another briefing, and the sentence that ties it to this one."""

    briefing: BriefingId
    shared: tuple[str, ...]
    """Names of the people and issues in both."""
    tie: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Another briefing of the same running story."""

    briefing: BriefingId
    day: ArticleDay
    later: bool
    """Whether it goes on from this briefing, or this one from it."""
    shared_terms: tuple[str, ...]
    """The words that tie it to the chapter next to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One story as a document; a section with nothing to say is empty and is not printed."""

    id: BriefingId
    story: Story
    title: Title
    sources: tuple[SourceEntry, ...]
    places: tuple[EntityId, ...]
    bottom_line: tuple[Statement, ...] = field(metadata=LATE)
    summary: tuple[Statement, ...] = field(metadata=LATE)
    key_quotes: tuple[KeyQuote, ...] = field(metadata=LATE)
    issues: tuple[IssueSection, ...] = field(metadata=LATE)
    differences: tuple[Difference, ...] = field(metadata=LATE)
    only_in: tuple[OnlyIn, ...] = field(metadata=LATE)
    background: tuple[DatedStatement, ...] = field(metadata=LATE)
    timeline: tuple[DatedStatement, ...] = field(metadata=LATE)
    next: tuple[DatedStatement, ...] = field(metadata=LATE)
    who: tuple[WhoEntry, ...] = field(metadata=LATE)
    related: tuple[Related, ...]
    so_far: tuple[Chapter, ...] = ()
    """The running story that this is a part of, oldest first, this briefing left out."""
    gaps: tuple[str, ...] = ()
    """What a reader should know is missing or doubtful, a sentence each; never about the event."""
    changes: Changes | None = None
    """Its version, and what is new in it; None until it has been compared with the history."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement that the page prints, in reading order; one that stands in two places twice."""
        return (
            *self.bottom_line,
            *self.summary,
            *(statement for key in self.key_quotes for statement in key.statements),
            *(statement for section in self.issues for statement in section.statements),
            *(telling for difference in self.differences for telling in difference.tellings),
            *(statement for only in self.only_in for statement in only.statements),
            *(dated.statement for dated in (*self.background, *self.timeline, *self.next)),
            *(related.tie for related in self.related),
        )
