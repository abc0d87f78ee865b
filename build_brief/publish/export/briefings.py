"""The composed documents in the export: each statement with its words, its evidence and its repairs."""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.model.briefing import (
    Briefing,
    DatedStatement,
    IssueSection,
    KeyQuote,
    PositionLine,
    Related,
    SourceEntry,
    WhoEntry,
)
from build_brief.model.differences import Difference, OnlyIn
from build_brief.model.edition import ArticleBrief
from build_brief.model.statements import Statement, Title
from build_brief.publish.export.values import (
    Json,
    describe_day,
    describe_optional,
    describe_period,
    describe_spans,
)


def describe_briefing(briefing: Briefing) -> Json:
    """Return one story as a document, section by section in the order of its page."""
    return {
        "id": briefing.id,
        "story": briefing.story.id,
        "title": _describe_title(briefing.title),
        "sources": [_describe_source(source) for source in briefing.sources],
        "places": list(briefing.places),
        "bottom_line": _describe_all(briefing.bottom_line),
        "summary": _describe_all(briefing.summary),
        "key_quotes": [_describe_key_quote(quote) for quote in briefing.key_quotes],
        "issues": [_describe_section(section) for section in briefing.issues],
        "differences": [_describe_difference(difference) for difference in briefing.differences],
        "only_in": [_describe_only_in(only) for only in briefing.only_in],
        "background": [_describe_dated(dated) for dated in briefing.background],
        "timeline": [_describe_dated(dated) for dated in briefing.timeline],
        "next": [_describe_dated(dated) for dated in briefing.next],
        "who": [_describe_who(entry) for entry in briefing.who],
        "related": [_describe_related(related) for related in briefing.related],
        "gaps": list(briefing.gaps),
    }


def describe_article_brief(brief: ArticleBrief) -> Json:
    """Return what an article's own page says above its paragraphs."""
    return {
        "article": brief.article.id,
        "page": f"articles/{brief.slug}",
        "title": _describe_title(brief.title),
        "day": describe_day(brief.day),
        "briefing": brief.briefing,
        "summary": _describe_all(brief.summary),
        "key_quotes": [_describe_key_quote(quote) for quote in brief.key_quotes],
        "issues": [_describe_section(section) for section in brief.issues],
        "background": [_describe_dated(dated) for dated in brief.background],
        "cited": list(brief.cited),
    }


def describe_statement(statement: Statement) -> Json:
    """Return the words a reader reads, the spans they rest on, and the repairs between the two.

    The offsets of an edit count from the start of the first span of the evidence.
    """
    return {
        "text": statement.text,
        "voice": statement.voice.value,
        "evidence": describe_spans(statement.evidence),
        "edits": [
            {
                "start": edit.start,
                "end": edit.end,
                "kind": edit.kind.value,
                "text": edit.text,
                "entity": edit.link,
            }
            for edit in statement.edits
        ],
    }


def _describe_all(statements: Iterable[Statement]) -> list[Json]:
    return [describe_statement(statement) for statement in statements]


def _describe_title(title: Title) -> Json:
    return {
        "text": title.text,
        "article": title.article.id,
        "evidence": describe_optional(title.evidence),
        "decided": title.decided,
    }


def _describe_source(source: SourceEntry) -> Json:
    return {
        "number": source.number,
        "article": source.article.id,
        "day": describe_day(source.day),
        "words": source.words,
        "used": list(source.used),
        "copy_of": source.copy_of,
    }


def _describe_key_quote(quote: KeyQuote) -> Json:
    return {
        "setting": describe_statement(quote.setting) if quote.setting else None,
        "statement": describe_statement(quote.statement),
        "goes_on": describe_statement(quote.goes_on) if quote.goes_on else None,
        "quote": quote.cluster.fullest.id,
        "variants": [variant.id for variant in quote.cluster.variants],
        "speaker": quote.cluster.fullest.speaker,
        "speaker_name": quote.cluster.fullest.speaker_name,
        "doubtful": quote.cluster.fullest.doubtful,
        "role": describe_optional(quote.role),
        "addressee": quote.addressee,
        "day": describe_period(quote.day),
    }


def _describe_section(section: IssueSection) -> Json:
    return {
        "issue": section.issue.id,
        "label": section.label,
        "together": [issue.id for issue in section.together],
        "stake": describe_statement(section.stake) if section.stake else None,
        "lines": [_describe_line(line) for line in section.lines],
        "groups": [
            {"name": line.name, "quote": line.quote.id, "statement": describe_statement(line.statement)}
            for line in section.groups
        ],
        "silent": list(section.silent),
    }


def _describe_line(line: PositionLine) -> Json:
    return {
        "actor": line.actor,
        "quote": line.quote.id,
        "statement": describe_statement(line.statement),
    }


def _describe_difference(difference: Difference) -> Json:
    return {
        "kind": difference.kind.value,
        "topic": difference.topic,
        "tellings": _describe_all(difference.tellings),
        "note": difference.note,
    }


def _describe_only_in(only: OnlyIn) -> Json:
    return {"article": only.article.id, "statements": _describe_all(only.statements)}


def _describe_dated(dated: DatedStatement) -> Json:
    return {
        "period": describe_period(dated.period),
        "expression": describe_optional(dated.expression),
        "reason": dated.reason,
        "statement": describe_statement(dated.statement),
    }


def _describe_who(entry: WhoEntry) -> Json:
    return {"entity": entry.entity.id, "roles": describe_spans(entry.roles)}


def _describe_related(related: Related) -> Json:
    return {
        "briefing": related.briefing,
        "shared": list(related.shared),
        "tie": describe_statement(related.tie),
    }
