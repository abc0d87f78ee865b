"""Open data: everything an edition knows, as one JSON document.

docs/export.md and the schema beside it say what is in it. Every offset counts characters (Unicode code
points) of the `text` of an article, so `text[start:end]` gives the words; nothing stands here that a
reader cannot find again in a source.
"""

from __future__ import annotations

import json
from collections import defaultdict

from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, Dossier
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
    """Return `edition` as JSON in UTF-8; the same edition gives the same bytes."""
    text = json.dumps(describe_edition(edition), ensure_ascii=False, indent=1)
    # A lone surrogate of a damaged article has no UTF-8; its backslash form is JSON for the same character.
    return f"{text}\n".encode("utf-8", "backslashreplace")


def describe_edition(edition: Edition) -> Json:
    """Return `edition` as values that JSON knows, every list in the order the edition has it."""
    dossier = edition.dossier
    briefings = {briefing.story.id: briefing.id for briefing in edition.briefings}
    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": _describe_articles(dossier),
        "stories": [describe_story(story, briefings.get(story.id)) for story in dossier.stories],
        **_describe_entities(edition),
        "utterances": [describe_cluster(cluster) for cluster in dossier.clusters],
        "issues": [describe_issue(issue) for issue in dossier.issues],
        "timeline": [describe_timeline_entry(entry) for entry in dossier.timeline],
        "briefings": [describe_briefing(briefing) for briefing in edition.briefings],
        "article_briefs": [describe_article_brief(brief) for brief in edition.articles],
        "notices": [describe_notice(notice) for notice in dossier.notices],
    }


def _describe_articles(dossier: Dossier) -> list[Json]:
    days = dict(dossier.days)
    quotes: dict[ArticleId, list[AttributedQuote]] = defaultdict(list)
    for quote in dossier.quotes:
        quotes[quote.quote.contents[0].article.id].append(quote)
    return [
        describe_article(annotated, days[annotated.article.id], quotes[annotated.article.id])
        for annotated in dossier.articles
    ]


def _describe_entities(edition: Edition) -> Json:
    pages = {page.entity.id: page for page in edition.entities}
    lists: dict[str, list[Json]] = {"people": [], "organisations": [], "places": []}
    for entity in edition.dossier.entities:
        lists[entity.kind.value].append(describe_entity(entity, pages.get(entity.id)))
    return dict(lists)
