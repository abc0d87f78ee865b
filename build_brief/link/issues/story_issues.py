"""Gather the issues that one story turns on, and who stands where in it.

What the story itself tells is worked out once for each state of it; which of it is an issue depends on the
countries that have a page, and is chosen anew in each build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_brief.link.issues.cast import Cast, gather_cast
from build_brief.link.issues.choice import choose_issues
from build_brief.link.issues.company import Company, mark_known
from build_brief.link.issues.evidence import find_following, may_be_spoken_on, voices_needed
from build_brief.link.issues.found import Found, Told, find_stands
from build_brief.link.issues.lines import Demonyms, Line, lay_out, read_demonyms
from build_brief.link.issues.phrases import find_recurring
from build_brief.link.issues.positions import Spoken
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
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dossier import EntityId, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One story laid out to be searched for issues."""

    articles: Sequence[AnnotatedArticle]
    lines: tuple[Line, ...]
    """All sentences."""
    fresh: tuple[Line, ...]
    """The sentences that no article before has word for word: what a wire sends to four is told once."""
    cast: Cast
    demonyms: Mapping[ArticleId, Demonyms]

    def search(self, topic: Topic) -> Likely:
        """Return `topic` with the sentences that speak of it."""
        told = find_lines(topic, self.lines)
        places = {line.span.place for line in told}
        fresh = tuple([line for line in self.fresh if line.span.place in places]) if told else ()
        return Likely(topic=topic, told=told, fresh=fresh)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """What may be an issue."""

    topic: Topic
    told: tuple[Line, ...]
    """The sentences that speak of it."""
    fresh: tuple[Line, ...]
    """Those of them that count when they are counted."""


def find_story_issues(
    articles: Sequence[AnnotatedArticle], story: Story, company: Company, ruled: tuple[Topic, ...], kept: Kept
) -> Iterator[Found]:
    """Yield the issues of `story`: those `ruled` by an editor wherever their words stand, then others."""
    known = (mark_known(story, company), list(map(_mark_topic, ruled))) if kept.remembers else ()
    told = kept.recall(Told, "issues", story.articles, partial(_tell, articles, company, ruled), known)
    return choose_issues(told, company.places)


def _mark_topic(topic: Topic) -> Mark:
    return tuple([(name.label, sorted(name.words)) for name in topic.names])


def _tell(articles: Sequence[AnnotatedArticle], company: Company, ruled: Sequence[Topic]) -> Told:
    """Return what one story tells of issues."""
    page = _lay_out(articles, company)
    likely = tuple(map(page.search, _find_topics(page)))
    evident = tuple(found for one in likely if (found := _find_evident(one, page)))
    return Told(
        ruled=tuple(
            find_stands(topic, Spoken(told), page.cast, page.demonyms)
            for topic in ruled
            if (told := find_lines(topic, page.lines))
        ),
        evident=evident,
        main=_find_main(likely, page),
        actors=frozenset(EntityId(who) for said in page.cast.actors.values() for who, _ in said),
    )


def _lay_out(articles: Sequence[AnnotatedArticle], company: Company) -> Page:
    demonyms = {article.article.id: read_demonyms(article) for article in articles}
    lines = tuple(line for article in articles for line in lay_out(article, demonyms[article.article.id]))
    told = {line.span.text: line for line in reversed(lines)}
    return Page(
        articles=articles,
        lines=lines,
        fresh=tuple([line for line in lines if told[line.span.text] is line]),
        cast=gather_cast({article: company.quotes.get(article, ()) for article in demonyms}, company.casting),
        demonyms=demonyms,
    )


def _find_evident(one: Likely, page: Page) -> Found | None:
    """Return a topic with its stands if enough is told of it, and enough have a say."""
    needed = voices_needed(one.topic, one.fresh, page.fresh)
    spoken_on = may_be_spoken_on(one.topic, one.fresh, page.fresh)
    if needed is None and not spoken_on:
        return None
    spoken = Spoken(one.told, find_following(one.topic, one.told, page.lines))
    found = find_stands(one.topic, spoken, page.cast, page.demonyms)
    if not ((needed is not None and found.voices >= needed) or (spoken_on and found.named_by_voices)):
        return None
    stands = found.voices or stands_unspoken(one.topic, one.fresh, page.fresh)
    return found if stands else None


def _find_main(likely: Sequence[Likely], page: Page) -> Found | None:
    """Return the weightiest subject that may be the only issue of a story."""
    alone = [
        find_stands(one.topic, Spoken(one.told), page.cast, page.demonyms)
        for one in likely
        if may_be_alone(one.topic, one.fresh, page.fresh)
    ]
    return min(alone, key=lambda found: (-found.weight, found.topic.label), default=None)


def _find_topics(page: Page) -> tuple[Topic, ...]:
    """Return all that may be an issue: what the story names as one, known subjects, phrases of headlines."""
    named = merge_names(
        (
            *(
                read_name(mention, page.demonyms[one.article.id])
                for one in page.articles
                for mention in one.issues
            ),
            *read_headlines(article.article.headline or "" for article in page.articles),
        )
    )
    known = {topic.subject for topic in named}
    spoken = sorted({subject for line in page.lines for subject in line.subjects} - known)
    recurring = find_recurring(
        page.articles, page.lines, (name.words for topic in named for name in topic.names)
    )
    return (*named, *map(subject_topic, spoken), *recurring)
