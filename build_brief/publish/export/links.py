"""What belongs together across articles, in the export: stories, entities, utterances, issues, timeline."""

from __future__ import annotations

from build_brief.model.dossier import Entity, Follows, Issue, Position, QuoteCluster, Story, TimelineEntry
from build_brief.model.edition import EntityPage
from build_brief.publish.export.values import (
    Json,
    describe_day,
    describe_optional,
    describe_period,
    describe_span,
    describe_spans,
)


def describe_story(story: Story, briefing: str | None) -> Json:
    """Return one story; `briefing` is the id of its document."""
    return {
        "id": story.id,
        "articles": list(story.articles),
        "origins": [list(group) for group in story.origins],
        "day": describe_day(story.day),
        "shared_terms": list(story.shared_terms),
        "decided": story.decided,
        "follows": _describe_followed(story.follows),
        "briefing": briefing,
    }


def _describe_followed(follows: Follows | None) -> Json | None:
    return {"story": follows.story, "shared_terms": list(follows.shared_terms)} if follows else None


def describe_entity(entity: Entity, page: EntityPage | None) -> Json:
    """Return a person, organisation or place; `page` tells its roles and quotes, where it has one."""
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "gender": entity.gender.value if entity.gender else None,
        "side": entity.side,
        "roles": describe_spans(page.roles) if page else [],
        "decided_roles": list(entity.decided_roles),
        "quotes_by": [quote.id for quote in page.quotes_by] if page else [],
        "quotes_about": [quote.id for quote in page.quotes_about] if page else [],
        "not_to_be_confused_with": list(page.not_to_be_confused_with) if page else [],
        "mentions": [
            {**describe_span(mention.span), "role": describe_optional(mention.role)}
            for mention in entity.mentions
        ],
    }


def describe_cluster(cluster: QuoteCluster) -> Json:
    """Return one utterance as the ids of the quotes that report it."""
    return {"fullest": cluster.fullest.id, "variants": [variant.id for variant in cluster.variants]}


def describe_issue(issue: Issue) -> Json:
    """Return one issue and who stands where on it."""
    return {
        "id": issue.id,
        "label": issue.label,
        "articles": list(issue.articles),
        "mentions": describe_spans(mention.span for mention in issue.mentions),
        "passages": describe_spans(issue.passages),
        "positions": [_describe_position(position) for position in issue.positions],
        "groups": [
            {"name": group.name, "quotes": [quote.id for quote in group.quotes]} for group in issue.groups
        ],
        "silent": list(issue.silent),
    }


def _describe_position(position: Position) -> Json:
    return {"actor": position.actor, "quotes": [quote.id for quote in position.quotes]}


def describe_timeline_entry(entry: TimelineEntry) -> Json:
    """Return something dated, with the sentence that dates it."""
    return {
        "period": describe_period(entry.period),
        "passage": describe_span(entry.passage),
        "expression": describe_span(entry.expression),
        "story": entry.story,
        "reason": entry.reason,
    }
