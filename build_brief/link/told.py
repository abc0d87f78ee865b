"""Tell by one word for each story all that is known of it: the same in two builds only when nothing changed.

Made of the marks of articles and of what linking added to them, so that nobody walks through the values
themselves to find that they are what they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from build_brief.link.kept import Mark, mark_day
from build_brief.link.names.casting import Casting
from build_brief.link.utterances.speakers import mark_quote
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
from build_brief.model.memory import key_of

OTHER_FIELDS = attrgetter(*(one.name for one in fields(Story) if one.name not in ("day", "follows")))
"""Reads what is told of a story by words alone; to print whole values takes ten times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known, by article or story."""

    marks: Mapping[ArticleId, str]
    days: Mapping[ArticleId, ArticleDay]
    casting: Casting
    quotes: Mapping[ArticleId, Sequence[AttributedQuote]]
    clusters: Mapping[StoryId, Sequence[QuoteCluster]]
    issues: Mapping[StoryId, Sequence[Mark]]
    actors: Mapping[StoryId, Sequence[EntityId]]
    """Who has a stand on an issue or says nothing on it."""
    entities: Mapping[EntityId, Entity]


def tell_stories(dossier: Dossier, casting: Casting, marks: Mapping[ArticleId, str]) -> tuple[str, ...]:
    """Return the word of each story of `dossier`, in their order.

    `marks` tell the articles' contents. Dates are told by the articles and their days.
    """
    story_of = {article: story.id for story in dossier.stories for article in story.articles}
    quotes: defaultdict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in dossier.quotes:
        quotes[quote.article].append(quote)
    clusters: defaultdict[StoryId, list[QuoteCluster]] = defaultdict(list)
    for cluster in dossier.clusters:
        clusters[story_of[cluster.fullest.article]].append(cluster)
    issues: defaultdict[StoryId, list[Mark]] = defaultdict(list)
    actors: defaultdict[StoryId, list[EntityId]] = defaultdict(list)
    for issue in dossier.issues:
        for story, mark in _mark_issue(issue, story_of).items():
            issues[story].append((issue.id, issue.label, mark))
        for actor, article in _list_actors(issue):
            actors[story_of[article]].append(actor)
    known = _Known(
        marks=marks,
        days=dict(dossier.days),
        casting=casting,
        quotes=quotes,
        clusters=clusters,
        issues=issues,
        actors=actors,
        entities={entity.id: entity for entity in dossier.entities},
    )
    return tuple(_tell(story, known) for story in dossier.stories)


def _tell(story: Story, known: _Known) -> str:
    follows = story.follows
    appearing = [known.casting.get(article, ()) for article in story.articles]
    quotes = [known.quotes.get(article, ()) for article in story.articles]
    named = {one.entity.id for found in appearing for one in found}
    named |= {entity for found in quotes for said in found for entity in (said.speaker, said.side) if entity}
    named.update(known.actors.get(story.id, ()))
    return key_of(
        (*OTHER_FIELDS(story), mark_day(story.day), follows and (follows.story, follows.shared_terms)),
        [(known.marks[article], mark_day(known.days[article])) for article in story.articles],
        [[(one.entity.id, one.places) for one in found] for found in appearing],
        list(_mark_entities(named, known.entities)),
        [[(said.id, *mark_quote(said)) for said in found] for found in quotes],
        [
            (cluster.fullest.id, [said.id for said in cluster.variants])
            for cluster in known.clusters.get(story.id, ())
        ],
        known.issues.get(story.id, ()),
    )


def _mark_entities(named: set[EntityId], entities: Mapping[EntityId, Entity]) -> Iterator[Mark]:
    """Yield what is known of those `named`, and of those for whom they speak, wherever they are named."""
    sides = {entities[one].side for one in named if one in entities}
    for identity in sorted(named | {side for side in sides if side}):
        entity = entities.get(identity)
        if entity:
            yield identity, entity.name, entity.side, entity.gender, entity.decided_roles


def _mark_issue(issue: Issue, story_of: Mapping[ArticleId, StoryId]) -> dict[StoryId, list[Mark]]:
    """Return what `issue` is in each story."""
    marks: defaultdict[StoryId, list[Mark]] = defaultdict(list)
    for mention in issue.mentions:
        place = mention.span.place
        marks[story_of[mention.span.article.id]].append((*place, mention.label, mention.rule))
    for passage in issue.passages:
        marks[story_of[passage.article.id]].append(passage.place)
    for position in issue.positions:
        for quote in position.quotes:
            marks[story_of[quote.article]].append((position.actor, quote.id, quote.id in position.direct))
    for silence in issue.silences:
        for story in dict.fromkeys(story_of[article] for article in silence.articles):
            marks[story].append((silence.articles, silence.actors))
    return marks


def _list_actors(issue: Issue) -> Iterable[tuple[EntityId, ArticleId]]:
    for position in issue.positions:
        for quote in position.quotes:
            yield position.actor, quote.article
    for silence in issue.silences:
        for article in silence.articles:
            yield from ((actor, article) for actor in silence.actors)
