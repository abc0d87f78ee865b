"""Write the page of each issue: what it is about, who stands where, and the stories it runs through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from build_brief.compose.archive import Archive, Place
from build_brief.compose.pages.citations import count_paragraphs, find_cited
from build_brief.compose.positions import write_issue_overview
from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.times.chronology import find_dated, order_all
from build_brief.model.briefing import BriefingId, DatedStatement
from build_brief.model.dossier import Issue, IssueId, TimelineEntry
from build_brief.model.edition import Appearance, IssuePage

MOST_RELATED = 6


def write_issue_section(issue: Issue, archive: Archive, dated: Iterable[DatedStatement]) -> IssuePage:
    """Return the page of `issue`, without the briefings that lead to it; `dated` is what its stories date.

    `archive` need not hold more than these stories.
    """
    section, timeline = write_issue_overview(issue, archive), order_all(dated)
    cited = count_paragraphs(find_cited((section, timeline)))
    return IssuePage(
        section=section, appearances=(), timeline=timeline, related=(), cited=tuple(cited.items())
    )


def find_issue_dates(file: StoryFile) -> tuple[tuple[IssueId, tuple[DatedStatement, ...]], ...]:
    """Return the issues that a story speaks of, each with its dated sentences, one for each event."""
    by_place = {passage.place: passage for passage in file.passages}
    entries: dict[Place, list[TimelineEntry]] = defaultdict(list)
    for entry in file.archive.dossier.timeline:
        entries[entry.passage.place].append(entry)
    return tuple(
        (
            issue.id,
            find_dated([e for span in issue.passages for e in entries.get(span.place, ())], by_place, file),
        )
        for issue in file.issues
    )


def find_issue_appearances(file: StoryFile) -> tuple[tuple[IssueId, Appearance], ...]:
    """Return the issues that a story speaks of, each with the weightiest sentence that does."""
    by_place = {passage.place: passage for passage in file.passages}
    appearances = []
    for issue in file.issues:
        held = [by_place[span.place] for span in issue.passages if span.place in by_place]
        if held:
            best = max(held, key=lambda passage: (file.weights[passage.place], -passage.number))
            appearances.append((issue.id, Appearance(briefing=BriefingId(""), statement=best.statement)))
    return tuple(appearances)


def relate_issues(issues: Sequence[Issue]) -> dict[IssueId, tuple[Issue, ...]]:
    """Return for each issue those that share passages with it, most shared first."""
    holders: dict[Place, list[int]] = defaultdict(list)
    for number, issue in enumerate(issues):
        for span in issue.passages:
            holders[span.place].append(number)
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    for group in holders.values():
        for one in group:
            shared[one].update(other for other in group if other != one)
    return {
        issue.id: tuple(issues[other] for other in _rank(shared[number])[:MOST_RELATED])
        for number, issue in enumerate(issues)
    }


def _rank(counted: Counter[int]) -> list[int]:
    return sorted(counted, key=lambda number: (-counted[number], number))
