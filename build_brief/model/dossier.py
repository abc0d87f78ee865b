"""What is known across all articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from build_brief.model.annotations import AnnotatedArticle, Gender, IssueMention, Quote
from build_brief.model.article import ArticleId, Span
from build_brief.model.dates import ArticleDay, Period
from build_brief.model.late import LATE
from build_brief.model.namings import NAME, EntityMention, Naming
from build_brief.model.problems import Notice

EntityId = NewType("EntityId", str)
"""`people/wang-yi`, `organisations/human-rights-watch`, `places/china`: also where its page stands."""
StoryId = NewType("StoryId", str)
IssueId = NewType("IssueId", str)
"""`issues/hong-kong`."""
QuoteId = NewType("QuoteId", str)
"""Article id, `#`, and the number of the quote in its article, from 1."""


class EntityKind(StrEnum):
    """What an entity is; also the name of its section of the site."""

    PERSON = "people"
    ORGANISATION = "organisations"
    PLACE = "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place that has evidence enough for a page."""

    id: EntityId
    kind: EntityKind
    name: str
    """The fullest form that the sources use."""
    aliases: tuple[str, ...]
    """Other forms in the sources, most frequent first, pronouns and roles left out."""
    named: tuple[Naming, ...]
    """Where the articles name it, by their ids; pronouns included."""
    side: EntityId | None = None
    """The country or body it speaks for (`places/china` for Beijing); None when unknown."""
    gender: Gender | None = None
    decided_roles: tuple[str, ...] = ()
    """Roles that an editor gives it, in the editor's words; the sources' own are in `mentions`."""

    @property
    def mentions(self) -> tuple[EntityMention, ...]:
        """Every place where it is named, by article id, then in order of appearance; made anew each time."""
        return tuple([naming.mention(place) for naming in self.named for place in naming.places])

    @property
    def titled(self) -> tuple[EntityMention, ...]:
        """Those of its mentions that have a role beside them."""
        return tuple([naming.mention(at) for naming in self.named for at in naming.places if len(at) > NAME])


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributedQuote:
    """A quote with its speaker as one entity of the whole dossier."""

    id: QuoteId
    quote: Quote = field(metadata=LATE)
    speaker: EntityId | None
    """None when unnamed, plural or uncertain: then the source's own words stand for the speaker."""
    speaker_name: str
    """The entity's name, or the source's own words; empty when the source names nobody."""
    side: EntityId | None
    doubtful: bool
    """True when the page must say “speaker uncertain”; it says nothing about the words."""

    @property
    def article(self) -> ArticleId:
        """The article that holds the quote."""
        return ArticleId(self.id.rpartition("#")[0])

    @property
    def place(self) -> tuple[ArticleId, int]:
        """Its article and its number there: a key to sort by, in the order of the text."""
        article, _, number = self.id.rpartition("#")
        return ArticleId(article), int(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCluster:
    """One utterance in all the wordings that the sources give it."""

    fullest: AttributedQuote
    variants: tuple[AttributedQuote, ...]
    """The other wordings, by article then offset; empty when one source alone has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """An earlier event of the same affair; the two are linked and never told as one."""

    story: StoryId
    shared_terms: tuple[str, ...]
    """The words that tie the two, weightiest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event, as one or more articles tell it."""

    id: StoryId
    articles: tuple[ArticleId, ...]
    """By day, then id."""
    origins: tuple[tuple[ArticleId, ...], ...]
    """The same articles, wire copies of one text together: each group counts as one source. A group
    begins with the article that is read for it: the first, or its latest version."""
    day: ArticleDay
    shared_terms: tuple[str, ...]
    """The terms that brought the articles together, weightiest first; empty for one article."""
    title: str | None = None
    """The title that an editor gives it."""
    decided: bool = False
    """True when an editor says which articles tell it, or which do not."""
    follows: Follows | None = None
    """The event that this one goes on from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where one actor stands on an issue, in its own statements."""

    actor: EntityId
    """The side, when the speaker has one; else the speaker. Where people speak for one country alone, each
    is an actor of a story by itself."""
    quotes: tuple[AttributedQuote, ...]
    """Never empty."""
    direct: tuple[QuoteId, ...] = ()
    """Those that name the issue in their own words; of others the sentence around them does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPosition:
    """Where a group without a page stands (“Republicans”, “some health officials”)."""

    name: str
    """Small letters: what makes two groups one, and nothing to print."""
    quotes: tuple[AttributedQuote, ...]
    """Never empty; each with the source's own words for who speaks."""
    direct: tuple[QuoteId, ...] = ()
    """As of a `Position`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """Who says nothing on an issue in one story; in another the same actor may speak."""

    articles: tuple[ArticleId, ...]
    """Those of the story that speak of the issue."""
    actors: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A subject that stories turn on, under a neutral noun."""

    id: IssueId
    label: str
    mentions: tuple[IssueMention, ...]
    """Where the sources name it as an issue; empty when only an editor does."""
    passages: tuple[Span, ...]
    """The sentences that speak of it, by article then offset."""
    positions: tuple[Position, ...]
    silent: tuple[EntityId, ...]
    """Actors that the issue's passages name as concerned, without a statement on it in any story."""
    articles: tuple[ArticleId, ...]
    silences: tuple[Silence, ...] = ()
    """The same story by story."""
    groups: tuple[GroupPosition, ...] = ()
    """Most spoken first."""

    @property
    def stands(self) -> tuple[Position | GroupPosition, ...]:
        """Where actors and then groups stand."""
        return (*self.positions, *self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something dated, with the sentence that dates it."""

    period: Period
    passage: Span
    """The sentence."""
    expression: Span
    """The words of the date, inside the passage."""
    story: StoryId
    reason: str | None
    """How the day was worked out, for the reader; None when the words give it whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything known across the articles; every tuple in a fixed order."""

    articles: tuple[AnnotatedArticle, ...]
    """By id."""
    days: tuple[tuple[ArticleId, ArticleDay], ...]
    """One for each article, in the same order."""
    entities: tuple[Entity, ...]
    """By id."""
    quotes: tuple[AttributedQuote, ...]
    """By article, then offset."""
    clusters: tuple[QuoteCluster, ...]
    """Every quote is in exactly one."""
    stories: tuple[Story, ...]
    """Newest first, then id."""
    issues: tuple[Issue, ...]
    """By id."""
    timeline: tuple[TimelineEntry, ...]
    """Oldest first."""
    notices: tuple[Notice, ...]
    told: tuple[str, ...] = ()
    """A word for each of the stories: that of another build is the same only when all that is known of the
    story, its articles and those named in them is. Empty when nobody compares builds."""
