"""Cut from the dossier what some stories are told from: a small dossier of their own.

A briefing is composed from the cuttings of its story and from nothing else, so that whoever has composed
it from the same cuttings before need not do it again. What a story has of others' articles, other wordings
of its quotes, is among them; of an entity or issue, only what these articles say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from build_brief.compose.positions import narrow
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
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
)
from build_brief.model.namings import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """A dossier laid out by article and story; numbers are places in the dossier's tuples."""

    dossier: Dossier
    annotated: Mapping[ArticleId, AnnotatedArticle]
    days: Mapping[ArticleId, ArticleDay]
    entities: Mapping[EntityId, Entity]
    story_of: Mapping[ArticleId, Story]
    named: Mapping[ArticleId, Mapping[EntityId, Naming]]
    quotes: Mapping[ArticleId, list[AttributedQuote]]
    clusters: Mapping[StoryId, list[int]]
    issues: Mapping[StoryId, list[int]]
    timeline: Mapping[StoryId, list[int]]
    dates: Mapping[ArticleId, list[int]]

    def cut(self, stories: Sequence[Story]) -> Dossier:
        """Return what `stories` can be told from, everything in the dossier's order."""
        own = frozenset(article for story in stories for article in story.articles)
        numbers = _in_order(self.clusters, stories)
        clusters = tuple(self.dossier.clusters[number] for number in numbers)
        guests = {quote.article for cluster in clusters for quote in _tellings(cluster)} - own
        articles = sorted(own | guests)
        entries = {*_in_order(self.timeline, stories), *(n for a in articles for n in self.dates.get(a, ()))}
        issues = tuple(
            _narrow(self.dossier.issues[number], own) for number in _in_order(self.issues, stories)
        )
        quotes = tuple(quote for article in articles for quote in self.quotes.get(article, ()))
        told = {story.id: story for story in (*stories, *(self.story_of[guest] for guest in sorted(guests)))}
        return Dossier(
            articles=tuple(self.annotated[article] for article in articles),
            days=tuple((article, self.days[article]) for article in articles),
            entities=tuple(self._cut_entities(articles, _named_by(quotes, clusters, issues))),
            quotes=quotes,
            clusters=clusters,
            stories=tuple(told.values()),
            issues=issues,
            timeline=tuple(self.dossier.timeline[number] for number in sorted(entries)),
            notices=(),
        )

    def _cut_entities(self, articles: Iterable[ArticleId], others: Iterable[EntityId]) -> Iterator[Entity]:
        """Yield whom the articles name or quote, and for whom these speak, with what the articles say."""
        named: defaultdict[EntityId, list[Naming]] = defaultdict(list)
        for article in articles:
            for entity, naming in self.named.get(article, {}).items():
                named[entity].append(naming)
        found = {entity for entity in (*named, *others) if entity in self.entities}
        found |= {side for entity in found if (side := self.entities[entity].side)} & self.entities.keys()
        for entity in sorted(found):
            # By which other forms the whole folder knows it changes with every article that names it.
            yield replace(self.entities[entity], named=tuple(named.get(entity, ())), aliases=())


def lay_out(dossier: Dossier) -> Cutter:
    """Return `dossier` ready to be cut."""
    story_of = {article: story for story in dossier.stories for article in story.articles}
    named: dict[ArticleId, dict[EntityId, Naming]] = defaultdict(dict)
    for entity in dossier.entities:
        for naming in entity.named:
            named[naming.article.id][entity.id] = naming
    quotes: dict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in dossier.quotes:
        quotes[quote.article].append(quote)
    clusters = ([quote.article for quote in _tellings(cluster)] for cluster in dossier.clusters)
    entries = enumerate(dossier.timeline)
    dates: dict[ArticleId, list[int]] = defaultdict(list)
    timeline: dict[StoryId, list[int]] = defaultdict(list)
    for number, entry in entries:
        dates[entry.expression.article.id].append(number)
        timeline[entry.story].append(number)
    return Cutter(
        dossier=dossier,
        annotated={found.article.id: found for found in dossier.articles},
        days=dict(dossier.days),
        entities={entity.id: entity for entity in dossier.entities},
        story_of=story_of,
        named=named,
        quotes=quotes,
        clusters=_by_story(clusters, story_of),
        issues=_by_story((issue.articles for issue in dossier.issues), story_of),
        timeline=timeline,
        dates=dates,
    )


def _by_story(
    held: Iterable[Iterable[ArticleId]], story_of: Mapping[ArticleId, Story]
) -> dict[StoryId, list[int]]:
    """Return for each story the numbers of those that hold an article of it."""
    found: defaultdict[StoryId, list[int]] = defaultdict(list)
    for number, articles in enumerate(held):
        for story in dict.fromkeys(story_of[article].id for article in articles if article in story_of):
            found[story].append(number)
    return found


def _in_order(numbers: Mapping[StoryId, list[int]], stories: Iterable[Story]) -> list[int]:
    return sorted({number for story in stories for number in numbers.get(story.id, ())})


def _narrow(issue: Issue, own: frozenset[ArticleId]) -> Issue:
    silences = tuple(silence for silence in issue.silences if own.intersection(silence.articles))
    return replace(narrow(issue, own), silences=silences)


def _named_by(
    quotes: Iterable[AttributedQuote], clusters: Iterable[QuoteCluster], issues: Iterable[Issue]
) -> Iterator[EntityId]:
    """Yield who says something, for whom, and who is silent, named in these articles or not."""
    for quote in (*quotes, *(telling for cluster in clusters for telling in _tellings(cluster))):
        yield from (entity for entity in (quote.speaker, quote.side) if entity)
    for issue in issues:
        yield from issue.silent
        yield from (position.actor for position in issue.positions)
        yield from (actor for silence in issue.silences for actor in silence.actors)


def _tellings(cluster: QuoteCluster) -> tuple[AttributedQuote, ...]:
    return (cluster.fullest, *cluster.variants)
