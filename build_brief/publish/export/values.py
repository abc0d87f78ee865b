"""How the small values stand in the export: spans, days, periods, notices."""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.model.article import Span
from build_brief.model.dates import ArticleDay, Period
from build_brief.model.problems import Notice

Json = dict[str, object]
"""A JSON object; its values are what `json.dumps` takes."""


def describe_span(span: Span) -> Json:
    """Return article, offsets and paragraph of `span`; its words are the slice of the article's text."""
    return {
        "article": span.article.id,
        "start": span.start,
        "end": span.end,
        "paragraph": span.paragraph.number,
    }


def describe_spans(spans: Iterable[Span]) -> list[Json]:
    """Return each of `spans`."""
    return [describe_span(span) for span in spans]


def offsets(span: Span | None) -> list[int] | None:
    """Return start and end alone, for lists that stand inside their article."""
    return None if span is None else [span.start, span.end]


def describe_optional(span: Span | None) -> Json | None:
    """Return `span`, or None for None."""
    return None if span is None else describe_span(span)


def describe_day(day: ArticleDay) -> Json:
    """Return the day of an article or story, and for an inferred one how it is known."""
    return {
        "day": day.day.isoformat() if day.day else None,
        "inferred_from": describe_optional(day.inferred_from),
        "reason": day.reason,
    }


def describe_period(period: Period | None) -> Json | None:
    """Return first and last day of `period`, both included."""
    if period is None:
        return None
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "precision": period.precision.value,
    }


def describe_notice(notice: Notice) -> Json:
    """Return what the build noticed about one file."""
    return {
        "kind": notice.kind.value,
        "path": notice.path,
        "message": notice.message,
        "cure": notice.cure,
    }
