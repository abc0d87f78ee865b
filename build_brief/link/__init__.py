"""Stage 3: what belongs together across articles: stories, people, quotes, issues, days.

The steps stand in `link` in their order. Rooms hold those that belong together: `names`, `stories`,
`utterances`, `issues`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_brief.link.issues import gather_issues
from build_brief.link.issues.company import gather_company
from build_brief.link.issues.rulings import IssueBook
from build_brief.link.kept import Kept, mark_articles
from build_brief.link.names.entities import resolve_entities
from build_brief.link.names.settled_names import settle_names
from build_brief.link.stories import cluster_stories, order_stories
from build_brief.link.stories.days import infer_days
from build_brief.link.stories.rulings import find_ruled, mark_ruled
from build_brief.link.timeline import order_timeline
from build_brief.link.told import tell_stories
from build_brief.link.utterances import settle_utterances
from build_brief.link.utterances.speaker_rulings import rule_speakers
from build_brief.link.utterances.speakers import attribute_quotes
from build_brief.link.utterances.variants import list_quotes
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.dossier import Dossier
from build_brief.model.memory import NO_MEMORY, Memory
from build_brief.model.problems import Notice
from build_brief.model.rulings import NO_RULINGS, Rulings


def link(
    articles: Iterable[AnnotatedArticle],
    *,
    notices: Iterable[Notice] = (),
    rulings: Rulings = NO_RULINGS,
    memory: Memory = NO_MEMORY,
) -> Dossier:
    """Return everything known across `articles`; their order does not matter.

    `rulings` stand above what the program finds. `notices` are handed on, for the page that lists them, with
    those of rulings that match nothing. What an unchanged article, story or name gave before is taken from
    `memory`. Raises `RulingsError` when rulings contradict one another here.
    """
    noticed = list(notices)
    read = sorted(articles, key=lambda found: found.article.id)
    annotated = settle_names(read, rulings.entities)
    kept = Kept(memory=memory, marks=mark_articles(read, annotated, rulings))
    ruled = find_ruled((found.article.id for found in annotated), rulings.stories, report=noticed.append)
    groupings = cluster_stories(annotated, ruled=ruled, kept=kept)
    days = infer_days(groupings)
    stories = mark_ruled(order_stories(groupings, days, kept), ruled)
    entities, casting = resolve_entities(
        annotated, stories, rulings=rulings.entities, report=noticed.append, kept=kept
    )
    found = attribute_quotes(annotated, casting, kept)
    attributed = rule_speakers(found, entities, rulings.speakers, report=noticed.append)
    clusters = settle_utterances(attributed, stories, kept)
    quotes = list_quotes(clusters)
    book = IssueBook(rulings=rulings.issues, report=noticed.append)
    company = gather_company(entities, quotes, casting)
    issues = gather_issues(annotated, company, stories, book, kept)
    dossier = Dossier(
        articles=annotated,
        days=days,
        entities=entities,
        quotes=quotes,
        clusters=clusters,
        stories=stories,
        issues=issues,
        timeline=order_timeline(annotated, days, stories, kept),
        notices=tuple(noticed),
    )
    return replace(dossier, told=tell_stories(dossier, casting, kept.marks)) if kept.remembers else dossier
