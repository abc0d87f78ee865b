"""Put the drafts of all stories together: addresses, neighbours, and the pages that many stories lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain

from build_brief.compose.archive import open_archive
from build_brief.compose.changes import write_changes
from build_brief.compose.cuttings import Cutter
from build_brief.compose.drafts import Draft
from build_brief.compose.pages.addresses import name_articles, name_briefings
from build_brief.compose.pages.citations import count_paragraphs, find_cited
from build_brief.compose.pages.entity_pages import Leads, write_entity_pages
from build_brief.compose.pages.issue_pages import relate_issues, write_issue_section
from build_brief.compose.pages.related import Pages, relate
from build_brief.compose.pages.so_far import tell_so_far
from build_brief.compose.sentences.faults.checks import check_statements
from build_brief.compose.times.chronology import order_all
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing, BriefingId
from build_brief.model.dossier import EntityId, Issue, IssueId, QuoteId, Story, StoryId
from build_brief.model.edition import Appearance, ArticleBrief, Edition, IssuePage, Origin
from build_brief.model.filling import fill_in
from build_brief.model.history import History
from build_brief.model.memory import Memory, key_of
from build_brief.model.statements import WordCheck

Drafts = dict[StoryId, tuple[Origin, Draft]]
"""Each story's draft, with what it was drafted from."""

Ids = Mapping[StoryId, BriefingId]


def put_together(drafts: Drafts, cutter: Cutter, history: History, memory: Memory) -> Edition:
    """Return the edition of `drafts`, which are in the order of the dossier's stories."""
    dossier, every = cutter.dossier, [draft for _, draft in drafts.values()]
    days = (story.day.day for story in dossier.stories)
    addresses = name_briefings(zip((draft.briefing.title for draft in every), days, strict=True))
    ids = dict(zip(drafts, addresses, strict=True))
    briefings = _write_briefings(drafts, ids, cutter, memory)
    edition = Edition(
        dossier=dossier,
        briefings=briefings,
        articles=_write_articles(drafts, ids, cutter),
        entities=write_entity_pages(dossier, _gather_leads(drafts, ids)),
        issues=_write_issues(drafts, ids, cutter, memory),
        timeline=order_all(line for draft in every for line in draft.dated),
        checked=_add_up(
            [draft.checked for draft in every]
            + _check_ties(briefings, _list_keys(drafts, ids), cutter, memory)
        ),
        drafted_from=tuple(origin for origin, _ in drafts.values()),
    )
    edition = _count_citations(edition, every)
    return write_changes(edition, history, [draft.said for draft in every], cutter)


def _write_briefings(drafts: Drafts, ids: Ids, cutter: Cutter, memory: Memory) -> tuple[Briefing, ...]:
    dossier = cutter.dossier
    names: dict[str, str] = {issue.id: issue.label for issue in dossier.issues}
    names |= {entity.id: entity.name for entity in dossier.entities}
    keys = {story: origin.key for story, (origin, _) in drafts.items()}
    subjects = {story: draft.subjects for story, (_, draft) in drafts.items()}
    related = relate(subjects, Pages(ids, names, keys), memory)
    so_far = tell_so_far(dossier.stories, ids)
    return tuple(
        fill_in(draft.briefing, id=ids[story], related=related[story], so_far=so_far[story])
        for story, (_, draft) in drafts.items()
    )


def _write_articles(drafts: Drafts, ids: Ids, cutter: Cutter) -> tuple[ArticleBrief, ...]:
    briefs = {brief.article.id: brief for _, draft in drafts.values() for brief in draft.articles}
    articles = [found.article.id for found in cutter.dossier.articles]
    slugs = name_articles(found.article for found in cutter.dossier.articles)
    return tuple(
        fill_in(briefs[article], slug=slug, briefing=ids[cutter.story_of[article].id])
        for article, slug in zip(articles, slugs, strict=True)
    )


def _gather_leads(drafts: Drafts, ids: Ids) -> Leads:
    appearances: dict[EntityId, list[Appearance]] = defaultdict(list)
    about: dict[QuoteId, list[EntityId]] = defaultdict(list)
    stands: dict[EntityId, list[tuple[BriefingId, Briefing]]] = defaultdict(list)
    for story, (_, draft) in drafts.items():
        for entity, appearance in draft.appearances:
            appearances[entity].append(fill_in(appearance, briefing=ids[story]))
        for entity, quote in draft.about:
            about[quote].append(entity)
        for entity in draft.standing:
            stands[entity].append((ids[story], draft.briefing))
    return Leads(stands=stands, appearances=appearances, about=about)


def _write_issues(drafts: Drafts, ids: Ids, cutter: Cutter, memory: Memory) -> tuple[IssuePage, ...]:
    """Return a page for each issue; one whose stories are as they were is not written again."""
    issues = cutter.dossier.issues
    appearances: dict[IssueId, list[Appearance]] = defaultdict(list)
    stories: dict[IssueId, list[Story]] = defaultdict(list)
    for story in cutter.dossier.stories:
        for number in cutter.issues.get(story.id, ()):
            stories[issues[number].id].append(story)
        for issue, appearance in drafts[story.id][1].on_issues:
            appearances[issue].append(fill_in(appearance, briefing=ids[story.id]))
    related = relate_issues(issues)
    pages = []
    for one in issues:
        # What is told of it stands in its stories; their keys tell what stands there.
        key = key_of("issue", one.id, one.label, [drafts[story.id][0].key for story in stories[one.id]])
        page = memory.recall(IssuePage, key, partial(_write_issue, one, stories[one.id], drafts, cutter))
        found = tuple(appearances.get(one.id, ()))
        pages.append(replace(page, appearances=found, related=related[one.id]))
    return tuple(pages)


def _write_issue(issue: Issue, stories: list[Story], drafts: Drafts, cutter: Cutter) -> IssuePage:
    dated = (dict(drafts[story.id][1].issue_dates).get(issue.id, ()) for story in stories)
    return write_issue_section(issue, open_archive(cutter.cut(stories)), chain.from_iterable(dated))


def _list_keys(drafts: Drafts, ids: Ids) -> dict[BriefingId, str]:
    return {ids[story]: origin.key for story, (origin, _) in drafts.items()}


def _check_ties(
    briefings: Iterable[Briefing], keys: Mapping[BriefingId, str], cutter: Cutter, memory: Memory
) -> list[WordCheck]:
    """Return what is found in the sentences of other stories that each briefing prints.

    The key of its draft and a place in it tell a sentence.
    """
    found = []
    for briefing in briefings:
        ties = tuple(related.tie for related in briefing.related)
        if ties:
            told = [(keys[related.briefing], related.tie.evidence[0].place) for related in briefing.related]
            check = partial(check_statements, ties, cutter.annotated)
            found.append(memory.recall(WordCheck, key_of("ties", told), check))
    return found


def _add_up(checks: list[WordCheck]) -> WordCheck:
    counted: Counter[str] = Counter()
    for check in checks:
        counted.update(dict(check.faults))
    faults = tuple((fault, counted[fault]) for fault, _ in checks[0].faults)
    return WordCheck(
        statements=sum(check.statements for check in checks),
        faults=faults,
        edits=sum(check.edits for check in checks),
    )


def _count_citations(edition: Edition, drafts: Iterable[Draft]) -> Edition:
    """Return the edition with the paragraphs of each article that any page cites."""
    between = (
        tuple(briefing.related for briefing in edition.briefings),
        tuple(page.roles for page in edition.entities),
    )
    cited: dict[ArticleId, set[int]] = defaultdict(set)
    for article, numbers in chain(
        count_paragraphs(find_cited(between)).items(),
        *(draft.cited for draft in drafts),
        *(page.cited for page in edition.issues),
    ):
        cited[article].update(numbers)
    return replace(
        edition,
        articles=tuple(
            fill_in(brief, cited=tuple(sorted(cited.get(brief.article.id, ())))) for brief in edition.articles
        ),
    )
