"""Stage 3: what belongs together across articles: stories, people, quotes, issues, days.

The steps stand in `link` in their order; each is one file with one public function.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.link.confirmation import confirm_speakers
from build_brief.link.days import infer_days
from build_brief.link.entities import resolve_entities
from build_brief.link.issues import gather_issues
from build_brief.link.rivals import doubt_rivals, find_rivals
from build_brief.link.speakers import attribute_quotes
from build_brief.link.stories import cluster_stories, order_stories
from build_brief.link.timeline import order_timeline
from build_brief.link.variants import cluster_quotes, list_quotes
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.dossier import Dossier
from build_brief.model.problems import Notice


def link(articles: Iterable[AnnotatedArticle], *, notices: Iterable[Notice] = ()) -> Dossier:
    """Return everything known across `articles`; their order does not matter.

    `notices` are handed on, for the page that lists them.
    """
    annotated = tuple(sorted(articles, key=lambda found: found.article.id))
    groupings = cluster_stories(annotated)
    days = infer_days(groupings)
    stories = order_stories(groupings, days)
    entities = resolve_entities(annotated, stories)
    attributed = attribute_quotes(annotated, entities)
    rivals = find_rivals(attributed, stories)
    drawn = cluster_quotes(doubt_rivals(attributed, rivals), stories)
    clusters = confirm_speakers(drawn, stories, rivals=rivals)
    quotes = list_quotes(clusters)
    return Dossier(
        articles=annotated,
        days=days,
        entities=entities,
        quotes=quotes,
        clusters=clusters,
        stories=stories,
        issues=gather_issues(annotated, entities, quotes, stories),
        timeline=order_timeline(annotated, days, stories),
        notices=tuple(notices),
    )
