"""Everything the dossier holds, laid out once by article, story and place in the text.

Composing asks the same questions over and over: who is named in this sentence, which entity stands
at these offsets, what else belongs to this story. Each is answered here without another walk over
the dossier, so that a thousand articles cost a thousand times one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from build_brief.compose.archive.articles import ArticleCard, read_card
from build_brief.model.annotations import AnnotatedArticle, Mention, MentionKind, Sentence
from build_brief.model.article import ArticleId, Span
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import (
    AttributedQuote,
    Dossier,
    Entity,
    EntityId,
    Issue,
    QuoteCluster,
    Story,
    StoryId,
    TimelineEntry,
)

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A dossier with its indexes; every mapping keeps the dossier's order."""

    dossier: Dossier
    annotated: Mapping[ArticleId, AnnotatedArticle]
    days: Mapping[ArticleId, ArticleDay]
    entities: Mapping[EntityId, Entity]
    entity_at: Mapping[Place, EntityId]
    """By the place of a mention's span."""
    story_of: Mapping[ArticleId, Story]
    quotes: Mapping[ArticleId, tuple[AttributedQuote, ...]]
    clusters: Mapping[StoryId, tuple[QuoteCluster, ...]]
    issues: Mapping[StoryId, tuple[Issue, ...]]
    timeline: Mapping[StoryId, tuple[TimelineEntry, ...]]
    dates: Mapping[ArticleId, tuple[TimelineEntry, ...]]
    """The timeline's entries by the article that they stand in."""
    bearers: Mapping[StoryId, Mapping[str, frozenset[str]]]
    """Which people have a word in their name, story by story: two bearers make a surname ambiguous."""
    introductions: Mapping[tuple[ArticleId, str], tuple[tuple[int, str], ...]]
    """Where an article first gives each full name that holds a word, in order: (offset, name)."""
    short_names: Mapping[tuple[ArticleId, str], str]
    """The short form an article uses most for a full name."""
    titles: Mapping[tuple[ArticleId, str], str]
    """The role that an article first puts before each full name, in its own words."""
    unread: frozenset[ArticleId]
    """Articles about somebody whose name was not read: no “he” in them is sure."""
    leading: Mapping[ArticleId, Mention]
    """Whom an article is about: a mention of the one person whom it names much more than any other."""
    initialled: Mapping[ArticleId, frozenset[str]]
    """Names that an article prints with a bare initial after them: “Cardi B” is no bearer of “Cardi”."""
    argued: frozenset[ArticleId]
    """Articles in which somebody argues: what they state is their writer's view."""
    named: dict[Place, tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    """Mentions by the place of the span in which they were asked for before."""
    said: dict[Place, tuple[AttributedQuote, ...]] = field(default_factory=dict, repr=False)
    """The same of quotes."""
    asked: dict[object, object] = field(default_factory=dict, repr=False)
    """What was found about a sentence for some part of a page, for the others (`asked`)."""

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that start inside `span`, in order, outer ones first."""
        place = span.place
        if place not in self.named:
            mentions = self.annotated[span.article.id].mentions
            first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
            last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
            self.named[place] = mentions[first:last]
        return self.named[place]

    def sentence_at(self, span: Span) -> Sentence | None:
        """Return the sentence that holds the start of `span`; None outside body text."""
        sentences = self.annotated[span.article.id].sentences
        place = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
        if place < 0 or sentences[place].span.end <= span.start:
            return None
        return sentences[place]

    def quotes_in(self, span: Span) -> tuple[AttributedQuote, ...]:
        """Return the quotes with words, speaker or cue inside `span`."""
        place = span.place
        if place not in self.said:
            self.said[place] = tuple(
                quote
                for quote in self.quotes.get(span.article.id, ())
                if quote.quote.contents[0].start < span.end
                and span.start < quote.quote.contents[-1].end
                and any(content.overlaps(span) for content in quote.quote.contents)
            )
        return self.said[place]

    def dated_in(self, span: Span) -> tuple[TimelineEntry, ...]:
        """Return the entries of the timeline whose date words stand inside `span`."""
        entries = self.dates.get(span.article.id, ())
        return tuple(entry for entry in entries if span.covers(entry.expression))

    def entity_of(self, mention: Mention) -> EntityId | None:
        """Return whose page a mention leads to; None when it has none."""
        return self.entity_at.get(mention.span.place)

    def is_open(self, mention: Mention) -> bool:
        """Tell whether two people of that surname have been named in full before `mention`."""
        known = self.introductions.get((mention.span.article.id, mention.span.text), ())
        names = [name for start, name in known if start < mention.span.start]
        initialled = self.initialled[mention.span.article.id].intersection((mention.name or "").split()[-1:])
        if initialled and mention.kind is MentionKind.PERSON:
            return True
        return any(not one.endswith(names[0]) and not names[0].endswith(one) for one in names[1:])

    def is_shared(self, article: ArticleId, short: str) -> bool:
        """Tell whether two people of the article's story bear the name `short`."""
        story = self.story_of.get(article)
        return story is not None and len(self.bearers[story.id].get(short, frozenset())) > 1


def open_archive(dossier: Dossier) -> Archive:
    """Return the archive of `dossier`."""
    story_of = {article: story for story in dossier.stories for article in story.articles}
    cards = {annotated.article.id: read_card(annotated) for annotated in dossier.articles}
    entity_at: dict[Place, EntityId] = {
        (naming.article.id, place[0], place[1]): entity.id
        for entity in dossier.entities
        for naming in entity.named
        for place in naming.places
    }
    return Archive(
        dossier=dossier,
        annotated={annotated.article.id: annotated for annotated in dossier.articles},
        days=dict(dossier.days),
        entities={entity.id: entity for entity in dossier.entities},
        entity_at=entity_at,
        story_of=story_of,
        quotes=_group_quotes(dossier.quotes),
        clusters=_group_clusters(dossier.clusters, story_of),
        issues=_group_issues(dossier.issues, story_of),
        timeline=_group_timeline(dossier.timeline),
        dates=_group_dates(dossier.timeline),
        bearers=_find_bearers(cards, dossier.stories, story_of, entity_at),
        introductions={
            (a, word): names for a, one in cards.items() for word, names in one.introductions.items()
        },
        short_names={(a, name): short for a, one in cards.items() for name, short in one.short_names.items()},
        titles={(a, name): title for a, one in cards.items() for name, title in one.titles.items()},
        unread=frozenset(article for article, card in cards.items() if card.is_unread),
        leading={article: card.leading for article, card in cards.items() if card.leading},
        initialled={article: card.initialled for article, card in cards.items()},
        argued=frozenset(article for article, card in cards.items() if card.is_argued),
    )


def _group_quotes(quotes: Iterable[AttributedQuote]) -> dict[ArticleId, tuple[AttributedQuote, ...]]:
    grouped: dict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        grouped[quote.article].append(quote)
    return {article: tuple(group) for article, group in grouped.items()}


def _group_clusters(
    clusters: Iterable[QuoteCluster], story_of: Mapping[ArticleId, Story]
) -> dict[StoryId, tuple[QuoteCluster, ...]]:
    grouped: dict[StoryId, dict[int, QuoteCluster]] = defaultdict(dict)
    for number, cluster in enumerate(clusters):
        for quote in (cluster.fullest, *cluster.variants):
            story = story_of.get(quote.article)
            if story:
                grouped[story.id][number] = cluster
    return {story: tuple(group.values()) for story, group in grouped.items()}


def _group_issues(
    issues: Iterable[Issue], story_of: Mapping[ArticleId, Story]
) -> dict[StoryId, tuple[Issue, ...]]:
    grouped: dict[StoryId, dict[str, Issue]] = defaultdict(dict)
    for issue in issues:
        for article in issue.articles:
            if article in story_of:
                grouped[story_of[article].id][issue.id] = issue
    return {story: tuple(group.values()) for story, group in grouped.items()}


def _group_timeline(entries: Iterable[TimelineEntry]) -> dict[StoryId, tuple[TimelineEntry, ...]]:
    grouped: dict[StoryId, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.story].append(entry)
    return {story: tuple(group) for story, group in grouped.items()}


def _group_dates(entries: Iterable[TimelineEntry]) -> dict[ArticleId, tuple[TimelineEntry, ...]]:
    grouped: dict[ArticleId, list[TimelineEntry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.expression.article.id].append(entry)
    return {article: tuple(group) for article, group in grouped.items()}


def _find_bearers(
    cards: Mapping[ArticleId, ArticleCard],
    stories: Iterable[Story],
    story_of: Mapping[ArticleId, Story],
    entity_at: Mapping[Place, EntityId],
) -> dict[StoryId, dict[str, frozenset[str]]]:
    bearers: dict[StoryId, dict[str, set[str]]] = {story.id: defaultdict(set) for story in stories}
    for article, card in cards.items():
        story = story_of.get(article)
        if story is None:
            continue
        # “Adam Schiff” and “Adam B. Schiff” are one when the dossier holds them for one.
        pages = {name: entity_at[place] for name, place in card.people if place in entity_at}
        for name in dict.fromkeys(name for name, _ in card.people):
            for word in name.split():
                bearers[story.id][word].add(pages.get(name, name))
    return {
        story: {word: frozenset(names) for word, names in words.items()} for story, words in bearers.items()
    }
