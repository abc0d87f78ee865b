"""Give an article without a date the day of its story, when its own words agree.

“On Friday” in an undated article says on which day of the week the news happened; an article of
the same story that is dated a Friday, or tells of a Friday too, says which Friday. Without such
words the day stays unknown: that others reported the event then does not show when this was
written. A dateline that gives day and month alone takes the year of an article of its week.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from build_brief.language.date_expressions import find_datings
from build_brief.language.dates import describe_day, resolve_period
from build_brief.link.stories import Grouping
from build_brief.model.annotations import AnnotatedArticle, DateMention
from build_brief.model.article import ArticleId
from build_brief.model.dates import ArticleDay, DateExpression, DateForm, Precision, Tense

OPENING_PARAGRAPHS = 6
"""News comes first; a weekday further down may be of another week."""
WEEK, NEXT_MORNING = timedelta(days=7), timedelta(days=1)


def infer_days(groupings: Iterable[Grouping]) -> tuple[tuple[ArticleId, ArticleDay], ...]:
    """Return the day of every article, by id; given days stand as they are.

    An inferred day may be off by the day between an event and the morning's paper; `reason` tells
    the reader what it rests on.
    """
    days = (pair for grouping in groupings for pair in _days_of(grouping))
    return tuple(sorted(days, key=lambda pair: pair[0]))


def _days_of(grouping: Grouping) -> Iterator[tuple[ArticleId, ArticleDay]]:
    dated = [found for found in grouping.articles if found.article.published is not None]
    for found in grouping.articles:
        given = found.article.published
        yield found.article.id, _infer(found, dated) if given is None else ArticleDay(day=given)


def _infer(undated: AnnotatedArticle, dated: list[AnnotatedArticle]) -> ArticleDay:
    """Take the dateline's day, or the one most dated articles agree on, their own before one they tell of."""
    dateline = _read_dateline(undated, dated)
    if dateline:
        return dateline
    for means in (_published_then, _told_then):
        found = [
            (day, mention, other)
            for mention in _opening_mentions(undated)
            for other in dated
            if (day := means(mention, other))
        ]
        votes = Counter(day for day, _, _ in found)
        if votes:
            chosen = min(votes, key=lambda day: (-votes[day], day))
            _, mention, other = next(one for one in found if one[0] == chosen)
            return ArticleDay(
                day=chosen, inferred_from=mention.span, reason=_describe(mention, other, chosen)
            )
    return ArticleDay(day=None)


def _read_dateline(undated: AnnotatedArticle, dated: list[AnnotatedArticle]) -> ArticleDay | None:
    """Give the day of a dateline (“NAIROBI, May 14 (Reuters)”) the year of an article of the same week."""
    printed, text = undated.article.dateline, undated.article.text
    for dating in find_datings(text, printed.start, printed.end) if printed else ():
        for other in dated:
            day = _find_near(dating.expression, other)
            if day:
                words = undated.article.span(dating.start, dating.end)
                return ArticleDay(day=day, inferred_from=words, reason=_describe_year(words.text, other, day))
    return None


def _find_near(expression: DateExpression, other: AnnotatedArticle) -> date | None:
    """Return the day that `expression` means within a week of the day of `other`."""
    given = other.article.published
    assert given is not None
    for tense in (Tense.PAST, Tense.FUTURE):
        period = resolve_period(expression, tense, given)
        if period and period.precision is Precision.DAY and abs(period.start - given) < WEEK:
            return period.start
    return None


def _describe_year(words: str, other: AnnotatedArticle, day: date) -> str:
    given = other.article.published
    assert given is not None
    return (
        f"The article's dateline says “{words}” without a year; another article on the same event, "
        f"“{_name(other)}”, is dated {describe_day(given)}, so it is {describe_day(day)}."
    )


def _name(found: AnnotatedArticle) -> str:
    return found.article.headline or found.article.publisher or found.article.id


def _opening_mentions(article: AnnotatedArticle) -> Iterator[DateMention]:
    """Yield the day words of the opening that are of the news, not of what is to come."""
    for mention in article.dates:
        if mention.tense is Tense.FUTURE or mention.expression.modifier is not None:
            continue
        if mention.span.paragraph.number > OPENING_PARAGRAPHS:
            return
        if mention.expression.form is DateForm.WEEKDAY or _is_calendar_day(mention):
            yield mention


def _is_calendar_day(mention: DateMention) -> bool:
    return mention.expression.form is DateForm.ABSOLUTE and mention.expression.day is not None


def _published_then(mention: DateMention, other: AnnotatedArticle) -> date | None:
    """Return the day of `other` when `mention` means that very day."""
    day = other.article.published
    assert day is not None
    return day if _resolve_day(mention, day) == day else None


def _told_then(mention: DateMention, other: AnnotatedArticle) -> date | None:
    """Return the day that both tell of; that of `other` when it is the morning after."""
    written_on = other.article.published
    assert written_on is not None
    day = _resolve_day(mention, written_on)
    told = {_resolve_day(found, written_on) for found in _opening_mentions(other)}
    if day is None or day not in told or not timedelta() < written_on - day < WEEK:
        return None
    return written_on if written_on - day == NEXT_MORNING else day


def _resolve_day(mention: DateMention, written_on: date) -> date | None:
    period = resolve_period(mention.expression, Tense.PAST, written_on)
    return period.start if period and period.precision is Precision.DAY else None


def _describe(mention: DateMention, other: AnnotatedArticle, day: date) -> str:
    given = other.article.published
    assert given is not None
    if given != day:
        told = f"tells of the same day, {describe_day(day)}"
    else:
        same = "" if _resolve_day(mention, day) == day else "tells of the same day and "
        told = f"{same}is dated {describe_day(day)}"
    return (
        f"The article gives no date; it says “{mention.span.text}”, and another article on the same event, "
        f"“{_name(other)}”, {told}."
    )
