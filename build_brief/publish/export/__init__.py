"""Open data: everything an edition knows, as one JSON document.

docs/export.md and the schema beside it say what is in it. Every offset counts characters (Unicode code
points) of the `text` of an article, so `text[start:end]` gives the words; nothing stands here that a
reader cannot find again in a source.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, Dossier, EntityKind
from build_brief.model.edition import Edition
from build_brief.publish.export.articles import describe_article
from build_brief.publish.export.briefings import describe_article_brief, describe_briefing
from build_brief.publish.export.links import (
    describe_cluster,
    describe_entity,
    describe_issue,
    describe_story,
    describe_timeline_entry,
)
from build_brief.publish.export.values import Json, describe_notice

FORMAT = "build_brief export"
VERSION = 1
"""Goes up when a reader of the old version could misread the new one; a new field alone does not raise it."""


def export(edition: Edition) -> bytes:
    """Return `edition` as JSON in UTF-8, one entry a line; the same edition gives the same bytes."""
    parts = [f'{{\n"format": {_write(FORMAT)},\n"version": {VERSION}'.encode()]
    for name, entries in describe_edition(edition):
        lines = b",\n".join(_write(entry).encode("utf-8", "backslashreplace") for entry in entries)
        parts.append(f',\n"{name}": [\n'.encode() + lines + b"\n]")
    return b"".join((*parts, b"\n}\n"))


def _write(value: object) -> str:
    # Whoever writes this as UTF-8 must let a lone surrogate of a damaged article be its backslash form,
    # which is JSON for the same character.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def describe_edition(edition: Edition) -> Iterator[tuple[str, Iterable[Json]]]:
    """Give the lists of the export by name, each entry made when it is asked for: all at once are large."""
    dossier = edition.dossier
    briefings = {briefing.story.id: briefing.id for briefing in edition.briefings}
    yield "articles", _describe_articles(dossier)
    yield "stories", (describe_story(story, briefings.get(story.id)) for story in dossier.stories)
    for kind in EntityKind:
        yield kind.value, _describe_entities(edition, kind)
    yield "utterances", map(describe_cluster, dossier.clusters)
    yield "issues", map(describe_issue, dossier.issues)
    yield "timeline", map(describe_timeline_entry, dossier.timeline)
    yield "briefings", map(describe_briefing, edition.briefings)
    yield "article_briefs", map(describe_article_brief, edition.articles)
    yield "notices", map(describe_notice, dossier.notices)


def _describe_articles(dossier: Dossier) -> Iterator[Json]:
    days = dict(dossier.days)
    quotes: dict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in dossier.quotes:
        quotes[quote.article].append(quote)
    for annotated in dossier.articles:
        yield describe_article(annotated, days[annotated.article.id], quotes[annotated.article.id])


def _describe_entities(edition: Edition, kind: EntityKind) -> Iterator[Json]:
    pages = {page.entity.id: page for page in edition.entities}
    for entity in edition.dossier.entities:
        if entity.kind is kind:
            yield describe_entity(entity, pages.get(entity.id))
