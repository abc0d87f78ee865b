"""Gather the issues that one story turns on, and who stands where in it.

What the story itself tells is worked out once for each state of it; which of it is an issue depends on the
countries that have a page, and is chosen anew in each build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt

from build_brief.link.issues.cast import Cast, gather_cast
from build_brief.link.issues.evidence import find_following, may_be_spoken_on, voices_needed
from build_brief.link.issues.lines import Demonyms, Line, lay_out, read_demonyms
from build_brief.link.issues.phrases import find_recurring
from build_brief.link.issues.positions import Spoken, find_group_positions, find_positions, find_silent
from build_brief.link.issues.topics import (
    Topic,
    find_lines,
    merge_names,
    read_headlines,
    read_name,
    subject_topic,
)
from build_brief.link.issues.unspoken import may_be_alone, stands_unspoken
from build_brief.link.kept import Kept, Mark
from build_brief.link.names.casting import Casting
from build_brief.link.utterances.speakers import mark_quote
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import (
    AttributedQuote,
    Entity,
    EntityId,
    EntityKind,
    GroupPosition,
    Position,
    Story,
)

MOST_ISSUES = 7
"""Of one story: more headings than that are a list, not a briefing."""
FEW = 3
"""Sentences on a known subject that another may cover: “drug policy” in a story of cannabis."""
INSIDE = 0.6
"""Share of the sentences of an issue of no known subject that also speak of a weightier one."""


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
    alone: tuple[Found, ...]
    """Where that is nothing, what may be the only issue."""
    actors: frozenset[EntityId | None]
    """Who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Whom all stories know, and what is said in each article."""

    casting: Casting
    quotes: Mapping[ArticleId, Sequence[AttributedQuote]]
    places: Mapping[str, EntityId]
    """Places and bodies by each of their names, small."""


def gather_company(
    entities: Iterable[Entity], quotes: Iterable[AttributedQuote], casting: Casting
) -> Company:
    """Return the company of `quotes`, in their order."""
    said: defaultdict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        said[quote.article].append(quote)
    places = {
        name.lower(): e.id
        for e in entities
        if e.kind is not EntityKind.PERSON
        for name in (e.name, *e.aliases)
    }
    return Company(casting=casting, quotes=said, places=places)


def find_story_issues(
    articles: Sequence[AnnotatedArticle], story: Story, company: Company, ruled: tuple[Topic, ...], kept: Kept
) -> Iterator[Found]:
    """Yield the issues of `story`: those `ruled` by an editor wherever their words stand, then others."""
    known = (_mark_known(story, company), list(map(_mark_topic, ruled))) if kept.remembers else ()
    told = kept.recall(Told, "issues", story.articles, partial(_tell, articles, company, ruled), known)
    return _choose(told, company.places)


def _mark_known(story: Story, company: Company) -> Mark:
    """Return what a story's issues depend on besides its articles: who is named, and who says what."""
    return tuple(
        [
            (
                *[one.mark for one in company.casting.get(article, ())],
                *[mark_quote(quote) for quote in company.quotes.get(article, ())],
            )
            for article in story.articles
        ]
    )


def _mark_topic(topic: Topic) -> Mark:
    return tuple([(name.label, sorted(name.words)) for name in topic.names])


def _tell(articles: Sequence[AnnotatedArticle], company: Company, ruled: Sequence[Topic]) -> Told:
    """Return what one story tells of issues."""
    demonyms = {article.article.id: read_demonyms(article) for article in articles}
    lines = tuple(line for article in articles for line in lay_out(article, demonyms[article.article.id]))
    cast = gather_cast({article: company.quotes.get(article, ()) for article in demonyms}, company.casting)
    topics = _topics(articles, lines, demonyms)
    evident = tuple(
        one
        for one in _find_evident(topics, lines, cast, demonyms)
        if one.voices or stands_unspoken(one.topic, one.passages, len(lines), len(articles))
    )
    return Told(
        ruled=tuple(
            _found(topic, Spoken(told), cast, demonyms)
            for topic in ruled
            if (told := find_lines(topic, lines))
        ),
        evident=evident,
        alone=() if evident else tuple(_find_lone(topics, lines, cast, demonyms)),
        actors=frozenset(EntityId(who) for said in cast.actors.values() for who, _ in said),
    )


def _find_evident(
    topics: Iterable[Topic], lines: tuple[Line, ...], cast: Cast, demonyms: Mapping[ArticleId, Demonyms]
) -> Iterator[Found]:
    for topic in topics:
        told = find_lines(topic, lines)
        voices, spoken_on = voices_needed(topic, told, lines), may_be_spoken_on(topic, told, lines)
        if voices is not None or spoken_on:
            found = _found(topic, Spoken(told, find_following(topic, told, lines)), cast, demonyms)
            if (voices is not None and found.voices >= voices) or (spoken_on and found.named_by_voices):
                yield found


def _find_lone(
    topics: Iterable[Topic], lines: tuple[Line, ...], cast: Cast, demonyms: Mapping[ArticleId, Demonyms]
) -> Iterator[Found]:
    """Yield the weightiest subject that may be the only issue of a story."""
    told = [(topic, find_lines(topic, lines)) for topic in topics]
    likely = [
        _found(topic, Spoken(own), cast, demonyms) for topic, own in told if may_be_alone(topic, own, lines)
    ]
    yield from sorted(likely, key=lambda one: (-one.weight, one.topic.label))[:1]


def _choose(told: Told, places: Mapping[str, EntityId]) -> Iterator[Found]:
    """Yield the issues of one story: those that an editor rules, then the weightiest others.

    A country or body that takes part in the story is no issue of it.
    """
    kept = [
        one
        for one in told.evident or told.alone
        if places.get(one.topic.label.lower()) not in told.actors - {None}
    ]
    ranked = sorted(kept, key=lambda one: (-one.weight, one.topic.label))
    own = [one for at, one in enumerate(ranked) if not any(_is_inside(one, other) for other in ranked[:at])]
    yield from told.ruled
    yield from own[: max(0, MOST_ISSUES - len(told.ruled))]


def _is_inside(one: Found, other: Found) -> bool:
    """Tell whether `one` is told mostly where `other` is: another word for a part of it.

    A known subject is a part of another only when it is told in few sentences, and nowhere else.
    """
    if one.topic.subject and (one.topic.weight > 1 or len(one.passages) > FEW or not other.topic.subject):
        return False
    if one.topic.head and not one.topic.subject:
        return False
    if one.topic.subject:
        return {span.place for span in one.passages} <= {span.place for span in other.passages}
    shared = {span.place for span in one.passages} & {span.place for span in other.passages}
    return len(shared) >= INSIDE * len(one.passages)


def _topics(
    articles: Sequence[AnnotatedArticle], lines: Sequence[Line], demonyms: Mapping[ArticleId, Demonyms]
) -> tuple[Topic, ...]:
    named = merge_names(
        (
            *(read_name(mention, demonyms[one.article.id]) for one in articles for mention in one.issues),
            *read_headlines(article.article.headline or "" for article in articles),
        )
    )
    known = {topic.subject for topic in named}
    spoken = sorted({subject for line in lines for subject in line.subjects} - known)
    recurring = find_recurring(articles, lines, (name.words for topic in named for name in topic.names))
    return (*named, *map(subject_topic, spoken), *recurring)


def _found(topic: Topic, spoken: Spoken, cast: Cast, demonyms: Mapping[ArticleId, Demonyms]) -> Found:
    positions = find_positions(topic, spoken, cast, demonyms)
    return Found(
        topic=topic,
        passages=tuple([line.span for line in spoken.lines]),
        positions=positions,
        groups=find_group_positions(topic, spoken, cast, demonyms),
        silent=find_silent(positions, spoken.lines, cast, sorted(demonyms)),
    )
