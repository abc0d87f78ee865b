"""Gather the issues that stories turn on, and who stands where.

An issue needs evidence: an article names it as one, and the story goes on to speak of it; or the
story speaks of a known subject (trade, abortion, gun laws) again and again. Better no issue than a
silly one: a country that takes part in the story is no issue of it, and what is named once in
passing is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from build_brief.link.issue_lines import Demonyms, Line, lay_out, read_demonyms
from build_brief.link.issue_positions import Cast, actor_of, find_positions, find_silent, gather_cast
from build_brief.link.issue_rulings import IssueBook
from build_brief.link.issue_topics import PLAIN, Topic, find_lines, merge_names, read_name, subject_topic
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dossier import (
    AttributedQuote,
    Entity,
    EntityId,
    EntityKind,
    Issue,
    IssueId,
    Position,
    QuoteId,
    Silence,
    Story,
)

NO_BOOK = IssueBook()

MOST_ISSUES = 7
"""Of one story: more headings than that are a list, not a briefing."""
LINES_NEEDED = {3: 1, 2: 2, 1: 2, 0: 4}
"""Sentences that must speak of a known subject, by how plainly it is named as an issue."""
INSIDE = 0.6
"""Share of the sentences of an issue of no known subject that also speak of a weightier one."""
UNSPOKEN_LINES = 4
"""Sentences on an issue that nobody is quoted on: a list in passing has one or two."""
UNNAMED_SHARE = 0.05
"""Of a story's sentences, that must speak of a subject which nobody names as an issue."""
WIDE_LINES = 8
"""The same for a story of many articles, when at least half of them speak of it."""
FREE_LINES_NEEDED = {3: 2, 2: 3, 1: 3}
"""The same for words that are no known subject: they need more to be believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A topic in one story, with all that is told of it there."""

    topic: Topic
    lines: tuple[Line, ...]
    positions: tuple[Position, ...]
    silent: tuple[EntityId, ...]

    @property
    def weight(self) -> float:
        """What decides which issues a story keeps: named plainly, spoken of often, disputed."""
        named = sum(min(self.topic.weight, 3) for _ in self.topic.mentions[:3])
        return named + 2 * sqrt(len(self.lines)) + min(len(self.positions), 3)


def gather_issues(
    articles: Iterable[AnnotatedArticle],
    entities: Iterable[Entity],
    quotes: Iterable[AttributedQuote],
    stories: Iterable[Story],
    book: IssueBook = NO_BOOK,
) -> tuple[Issue, ...]:
    """Return the issues of all stories, by id; at most seven of each story, the weightiest.

    What the editor's `book` says stands above that.
    """
    annotated = {article.article.id: article for article in articles}
    entities = tuple(entities)
    cast = gather_cast(entities, quotes)
    places = {
        name.lower(): e.id for e in entities if e.kind is EntityKind.PLACE for name in (e.name, *e.aliases)
    }
    found = [
        issue
        for story in stories
        for issue in _issues_of(
            tuple(annotated[article] for article in story.articles), cast, places, book.topics()
        )
    ]
    book.tell_unmatched(sorted({one.topic.label for one in found}))
    return tuple(sorted(_name_issues(_merge(found, book), book), key=lambda issue: issue.id))


def _issues_of(
    articles: Sequence[AnnotatedArticle],
    cast: Cast,
    places: Mapping[str, EntityId],
    ruled: Sequence[Topic],
) -> tuple[Found, ...]:
    """Return the issues of one story: those `ruled` by an editor wherever their words stand, then others."""
    demonyms = {article.article.id: read_demonyms(article) for article in articles}
    lines = tuple(line for article in articles for line in lay_out(article, demonyms[article.article.id]))
    actors = {actor_of(quote) for article in demonyms for quote in cast.quotes.get(article, ())}
    found = [
        _found(topic, told, cast, demonyms)
        for topic in _topics(articles, lines, demonyms)
        if places.get(topic.label.lower()) not in actors - {None}
        and _is_evident(topic, told := find_lines(topic, lines), lines)
    ]
    kept = [one for one in found if one.positions or _stands_unspoken(one)]
    ranked = sorted(kept, key=lambda one: (-one.weight, one.topic.label))
    own = [one for at, one in enumerate(ranked) if not any(_is_inside(one, other) for other in ranked[:at])]
    first = [_found(topic, told, cast, demonyms) for topic in ruled if (told := find_lines(topic, lines))]
    return (*first, *own[: max(0, MOST_ISSUES - len(first))])


def _is_inside(one: Found, other: Found) -> bool:
    """Tell whether `one` is told mostly where `other` is: another word for a part of it."""
    if one.topic.subject or one.topic.head:
        return False
    shared = {line.span.place for line in one.lines} & {line.span.place for line in other.lines}
    return len(shared) >= INSIDE * len(one.lines)


def _stands_unspoken(one: Found) -> bool:
    """Tell whether an issue on which nobody is quoted is told of enough all the same."""
    return one.topic.weight >= PLAIN and len(one.lines) >= UNSPOKEN_LINES


def _topics(
    articles: Sequence[AnnotatedArticle], lines: Sequence[Line], demonyms: Mapping[ArticleId, Demonyms]
) -> tuple[Topic, ...]:
    named = merge_names(
        read_name(mention, demonyms[article.article.id]) for article in articles for mention in article.issues
    )
    known = {topic.subject for topic in named}
    spoken = sorted({subject for line in lines for subject in line.subjects} - known)
    return (*named, *map(subject_topic, spoken))


def _found(
    topic: Topic, lines: tuple[Line, ...], cast: Cast, demonyms: Mapping[ArticleId, Demonyms]
) -> Found:
    positions = find_positions(topic, lines, cast, demonyms)
    return Found(
        topic=topic,
        lines=lines,
        positions=positions,
        silent=find_silent(positions, lines, cast, sorted(demonyms)),
    )


def _is_evident(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether enough is said of `topic`; one that nobody names must run through the story."""
    needed = (LINES_NEEDED if topic.subject else FREE_LINES_NEEDED).get(topic.weight, len(told) + 1)
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    if topic.weight:
        return len(told) >= needed
    return len(paragraphs) >= needed and _runs_through(told, lines)


def _runs_through(told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a good share of the sentences speak of it, or many of them in most articles."""
    articles = {line.span.article.id for line in lines}
    telling = {line.span.article.id for line in told}
    if len(telling) < min(len(articles), 2):
        return False
    widely = len(told) >= WIDE_LINES and len(telling) * 2 >= len(articles)
    return widely or len(told) >= UNNAMED_SHARE * len(lines)


def _merge(found: Iterable[Found], book: IssueBook) -> Iterator[tuple[Found, ...]]:
    """Yield what is the same issue in several stories together."""
    groups: list[list[Found]] = []
    group_of: dict[tuple[str, ...], int] = {}
    for one in found:
        keys = book.keys(one.topic)
        known = sorted({group_of[key] for key in keys if key in group_of})
        number = known[0] if known else len(groups)
        if not known:
            groups.append([])
        groups[number].append(one)
        for key in sorted(keys):
            group_of.setdefault(key, number)
    yield from map(tuple, groups)


def _name_issues(groups: Iterable[tuple[Found, ...]], book: IssueBook) -> Iterator[Issue]:
    taken: set[str] = set()
    for group in groups:
        ruling = book.decide(one.topic.label for one in group)
        if ruling and ruling.hide:
            continue
        label = max(group, key=lambda one: (one.weight, one.topic.label)).topic.label
        if ruling:
            label = ruling.rename or ruling.name
        slug = _slug(label)
        number = next(n for n in range(1, len(taken) + 2) if _numbered(slug, n) not in taken)
        taken.add(_numbered(slug, number))
        yield _issue(IssueId(f"issues/{_numbered(slug, number)}"), label, group)


def _issue(identity: IssueId, label: str, group: Sequence[Found]) -> Issue:
    told = {line.span.place: line.span for one in group for line in one.lines}
    passages = [told[place] for place in sorted(told)]
    mentions = [mention for one in group for mention in one.topic.mentions]
    positions = _join_positions(group)
    speaking = {position.actor for position in positions}
    silent = dict.fromkeys(actor for one in group for actor in one.silent if actor not in speaking)
    return Issue(
        id=identity,
        label=label,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span.place)),
        passages=tuple(passages),
        positions=positions,
        silent=tuple(silent),
        articles=tuple(sorted({span.article.id for span in passages})),
        silences=tuple(
            Silence(articles=tuple(sorted({line.span.article.id for line in one.lines})), actors=one.silent)
            for one in group
            if one.silent
        ),
    )


def _join_positions(group: Iterable[Found]) -> tuple[Position, ...]:
    quotes: dict[EntityId, dict[QuoteId, AttributedQuote]] = {}
    for one in group:
        for position in one.positions:
            quotes.setdefault(position.actor, {}).update((quote.id, quote) for quote in position.quotes)
    order = sorted(quotes, key=lambda actor: (-len(quotes[actor]), actor))
    return tuple(
        Position(actor=a, quotes=tuple(sorted(quotes[a].values(), key=lambda q: q.quote.contents[0].place)))
        for a in order
    )


def _slug(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "issue"


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
