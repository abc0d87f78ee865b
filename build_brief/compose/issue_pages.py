"""Write the page of each issue: what it is about, who stands where, and the stories it runs through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from build_brief.compose.archive import Archive, Place
from build_brief.compose.chronology import order_all
from build_brief.compose.issues import write_issue_overview
from build_brief.compose.passages import StoryFile
from build_brief.model.dossier import Issue, IssueId, StoryId, TimelineEntry
from build_brief.model.edition import Appearance, BriefingId, IssuePage

MOST_RELATED = 6


def write_issue_pages(
    files: Sequence[StoryFile],
    ids: Mapping[StoryId, BriefingId],
    archive: Archive,
) -> tuple[IssuePage, ...]:
    """Return a page for each issue of the dossier, by id."""
    appearances = _find_appearances(files, ids)
    passages = {passage.place: passage for file in files for passage in file.passages}
    entries: dict[Place, list[TimelineEntry]] = defaultdict(list)
    for entry in archive.dossier.timeline:
        entries[entry.passage.place].append(entry)
    related = _relate(archive.dossier.issues)
    return tuple(
        IssuePage(
            section=write_issue_overview(issue, archive),
            appearances=tuple(appearances.get(issue.id, ())),
            timeline=order_all(
                [entry for span in issue.passages for entry in entries.get(span.place, ())], passages
            ),
            related=related[issue.id],
        )
        for issue in archive.dossier.issues
    )


def _find_appearances(
    files: Sequence[StoryFile], ids: Mapping[StoryId, BriefingId]
) -> dict[IssueId, list[Appearance]]:
    """Return for each issue the briefings that speak of it, with the weightiest sentence that does."""
    appearances: dict[IssueId, list[Appearance]] = defaultdict(list)
    for file in files:
        by_place = {passage.place: passage for passage in file.passages}
        for issue in file.issues:
            held = [by_place[span.place] for span in issue.passages if span.place in by_place]
            if held:
                best = max(held, key=lambda passage: (file.weights[passage.place], -passage.number))
                appearances[issue.id].append(
                    Appearance(briefing=ids[file.story.id], statement=best.statement)
                )
    return appearances


def _relate(issues: Sequence[Issue]) -> dict[IssueId, tuple[Issue, ...]]:
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
