"""Find articles that stand in a story by little, and stories that were nearly one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from build_brief.link.stories import THRESHOLD, find_links
from build_brief.link.stories.terms import Terms, similarity, weigh_terms
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import Dossier, Story
from build_brief.review.doubts import Doubt, list_yaml, with_sentence

LITTLE = 1.5 * THRESHOLD
"""Mean likeness to the other articles of a story below which one stands in it by little."""
NEAR = 1.2 * THRESHOLD
"""Likeness of two articles of different stories that makes one wonder."""
NEAR_DAYS = timedelta(days=7)
"""Beyond, the same words tell the next such event."""


def find_doubtful_stories(dossier: Dossier) -> tuple[Doubt, ...]:
    """Return doubtful joins, story by story, then pairs of articles that may belong together."""
    articles = {found.article.id: found for found in dossier.articles}
    weighed = weigh_terms(found.article for found in dossier.articles)
    terms = dict(zip(articles, weighed, strict=True))
    joins = [
        doubt
        for story in sorted(dossier.stories, key=lambda story: story.id)
        if len(story.articles) > 1 and not story.decided
        for doubt in _doubt_joins(story, articles, terms)
    ]
    return (*joins, *_find_near(dossier, articles, weighed))


def _doubt_joins(
    story: Story, articles: Mapping[ArticleId, AnnotatedArticle], terms: Mapping[ArticleId, Terms]
) -> Iterator[Doubt]:
    """Give a doubt for each article that is little like the others of its story."""
    likeness = dict.fromkeys(story.articles, 0.0)
    nearest = {one: (0.0, one) for one in story.articles}
    for one, other in combinations(story.articles, 2):
        alike = similarity(terms[one], terms[other])
        for article, beside in ((one, other), (other, one)):
            likeness[article] += alike / (len(story.articles) - 1)
            nearest[article] = max(nearest[article], (alike, beside))
    doubtful = [one for one in sorted(likeness) if likeness[one] < LITTLE]
    for one in doubtful[:1] if len(story.articles) == 2 else doubtful:  # noqa: PLR2004 - a pair is one doubt
        other = nearest[one][1]
        terms_in_words = ", ".join(story.shared_terms) or "few words"
        yield Doubt(
            question=f"Does {one} tell the same event as {other}? They share: {terms_in_words}.",
            sentences=tuple(_open(articles[article]) for article in (one, other)),
            file="stories.yml",
            lines=(f"- apart: {list_yaml([one, other])}",),
        )


def _find_near(
    dossier: Dossier, articles: Mapping[ArticleId, AnnotatedArticle], weighed: Sequence[Terms]
) -> Iterator[Doubt]:
    ids = tuple(articles)
    story_of = {article: story for story in dossier.stories for article in story.articles}
    asked: set[frozenset[str]] = set()
    for one, other in sorted(find_links(weighed)):
        first, second = sorted((ids[one], ids[other]))
        stories = story_of[first], story_of[second]
        pair = frozenset(story.id for story in stories)
        if len(pair) == 1 or pair in asked or any(story.decided for story in stories):
            continue
        if _are_near(stories) and similarity(weighed[one], weighed[other]) >= NEAR:
            asked.add(pair)
            yield Doubt(
                question=f"Do {first} and {second} tell one event? They stand in two stories.",
                sentences=tuple(_open(articles[article]) for article in (first, second)),
                file="stories.yml",
                lines=(f"- together: {list_yaml([first, second])}",),
            )


def _are_near(stories: tuple[Story, Story]) -> bool:
    """Tell whether two stories lie so close in time that they may be one; one without a day may."""
    days = [story.day.day for story in stories]
    return None in days or abs((days[0] or date.min) - (days[1] or date.min)) <= NEAR_DAYS


def _open(found: AnnotatedArticle) -> tuple[Span, str]:
    """Return the first sentence of an article; one without any sentence shows its first words."""
    article = found.article
    span = found.sentences[0].span if found.sentences else article.paragraph_span(article.paragraphs[0])
    return with_sentence(span, found)
