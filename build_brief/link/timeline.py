"""Order what the articles date: each sentence under the days it tells of.

Every date that can be worked out makes an entry, with the sentence it stands in; the words of a
date that counts from the day of writing (“Friday”, “last week”, “July”) come with the reason that
a reader can check. Which entries a page prints, and that an event told twice is printed once, is
for the page to choose.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from build_brief.language.dates import describe_day, resolve_period
from build_brief.link.kept import NOTHING_KEPT, Kept, mark_day
from build_brief.model.annotations import AnnotatedArticle, DateMention
from build_brief.model.article import ArticleId, Span
from build_brief.model.dates import ArticleDay, DateForm, Period
from build_brief.model.dossier import Story, StoryId, TimelineEntry

MIN_WORDS = 5
"""A shorter sentence with a date is a caption or a heading."""


def order_timeline(
    articles: Iterable[AnnotatedArticle],
    days: Iterable[tuple[ArticleId, ArticleDay]],
    stories: Iterable[Story],
    kept: Kept = NOTHING_KEPT,
) -> tuple[TimelineEntry, ...]:
    """Return an entry for each date and sentence, oldest first, then by article and offset.

    In an article whose day nobody knows, only dates that name their year have an entry.
    """
    known = dict(days)
    annotated = {found.article.id: found for found in articles}
    entries = [
        entry
        for story in stories
        for member in story.articles
        for entry in kept.recall(
            tuple,
            "timeline",
            (member,),
            partial(_find_entries, annotated[member], known[member], story.id),
            (mark_day(known[member]), story.id),
        )
    ]
    return tuple(sorted(entries, key=_order))


def _order(entry: TimelineEntry) -> tuple[date, date, tuple[str, int, int], int]:
    return entry.period.start, entry.period.end, entry.passage.place, entry.expression.start


def _find_entries(article: AnnotatedArticle, day: ArticleDay, story: StoryId) -> tuple[TimelineEntry, ...]:
    return tuple(_list_entries(article, day, story))


def _list_entries(article: AnnotatedArticle, day: ArticleDay, story: StoryId) -> Iterator[TimelineEntry]:
    starts = [sentence.span.start for sentence in article.sentences]
    seen: set[tuple[str, Period]] = set()
    for mention in article.dates:
        passage = article.sentences[max(bisect_right(starts, mention.span.start) - 1, 0)].span
        period = _resolve(mention, day)
        if period is None or not passage.covers(mention.span) or len(passage.text.split()) < MIN_WORDS:
            continue
        if (passage.text, period) in seen:
            continue
        seen.add((passage.text, period))
        yield TimelineEntry(
            period=period,
            passage=passage,
            expression=mention.span,
            story=story,
            reason=_explain(mention, day),
        )


def _resolve(mention: DateMention, day: ArticleDay) -> Period | None:
    if day.day is not None:
        return resolve_period(mention.expression, mention.tense, day.day)
    if mention.expression.year is None or mention.expression.modifier == "since":
        return None
    return resolve_period(mention.expression, mention.tense, date.max)


def _explain(mention: DateMention, day: ArticleDay) -> str | None:
    """Return how the days were worked out; None when the words name them whole."""
    if mention.expression.form is DateForm.ABSOLUTE and mention.expression.year is not None:
        return None
    assert day.day is not None
    known_from = "the day of publication" if day.reason is None else "the day inferred for the article"
    return f"Worked out from “{_one_line(mention.span)}” and {known_from}, {describe_day(day.day)}."


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())
