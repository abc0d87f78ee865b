"""Write what is at stake on each issue, and who stands where.

An actor's line is the telling thing it says there: its own words where they are a whole thought,
else the reporter's sentence around them. A sentence that holds the claims of two sides is split, so
that each stands with its own. What is at stake is one sentence of a source that says what the issue
is about, by preference the one that names it, and no quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import log
from typing import TypeVar

from build_brief.compose.archive import Archive, Place
from build_brief.compose.positions.lines import Slot, find_place, write_group_lines, write_lines
from build_brief.compose.positions.silent_actors import find_silent
from build_brief.compose.positions.stakes import rank_stakes, write_stake
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.model.article import ArticleId
from build_brief.model.briefing import IssueSection
from build_brief.model.dossier import GroupPosition, Issue, Position
from build_brief.model.statements import Statement

MOST_LINES = 2
"""Of one actor on a briefing: its stand, not its speech."""
MOST_ACTORS = 6
"""On an issue of a briefing: those with most statements, a side before a person of no side."""
MOST_GROUPS = 3
"""“Republicans”, “some health officials”: one line each."""
MOST = (MOST_ACTORS, MOST_LINES, MOST_GROUPS)
MOST_ACTORS_OVERVIEW = 20
MOST_LINES_OVERVIEW = 5
MOST_GROUPS_OVERVIEW = 12
"""Of one actor on an issue's own page, over all stories."""
SUBHEAD = "sub-head"
UNSPOKEN = 2
"""Sentences on an issue that nobody names as one, and on which nobody's stand can be printed."""

Stand = TypeVar("Stand", Position, GroupPosition)


def write_issue_sections(file: StoryFile, said: Sequence[Passage] = ()) -> tuple[IssueSection, ...]:
    """Return the issues of a story or of one article, the one most spoken of first.

    An issue on which nothing can be printed that stands alone is left out. What the page has `said`
    above is a stake only where nothing else is told of an issue.
    """
    own = frozenset(annotated.article.id for annotated in file.articles)
    narrowed = [narrow(issue, own) for issue in file.issues]
    ordered = sorted(narrowed, key=lambda issue: (-_weigh(issue), issue.id))
    sections: list[IssueSection] = []
    said_above = {passage.place: passage.statement for passage in said}
    alone = {passage.place: passage.statement for passage in file.passages if passage.place not in said_above}
    breadth = Counter(passage.place for issue in ordered for passage in issue.passages)
    printed: dict[Place, int] = {}
    for issue in ordered:
        slot = Slot(issue=issue, breadth=breadth, printed=printed, head=file.head)
        section = _write(slot, file.archive, alone=alone)
        if not section.all_lines and section.stake is None:
            best = [
                place for _, place in rank_stakes(issue, breadth, file.archive) if place.place in said_above
            ]
            section = replace(section, stake=said_above[best[0].place] if best else None)
        above = {printed[place] for place in _find_stands(issue, file.archive) if place in printed}
        if section.lines or section.groups or (_may_stand_alone(section) and not above):
            for line in section.all_lines:
                place = find_place(line.quote, file.archive)
                printed.setdefault(place, len(sections))
                alone.pop(place, None)
            sections.append(section)
            if section.stake:
                alone.pop(section.stake.evidence[0].place, None)
        else:
            _name_beside(issue, sections, file.archive)
    return tuple(sections)


def write_issue_overview(issue: Issue, archive: Archive) -> IssueSection:
    """Return an issue with who stands where over all stories."""
    slot = Slot(issue=issue, breadth=Counter(), printed={}, head="")
    return _write(slot, archive, most=(MOST_ACTORS_OVERVIEW, MOST_LINES_OVERVIEW, MOST_GROUPS_OVERVIEW))


def _may_stand_alone(section: IssueSection) -> bool:
    """Tell whether enough is told of an issue on which nobody's stand is printed."""
    named = _is_named(section.issue) or len(section.issue.passages) >= UNSPOKEN
    return section.stake is not None and named


def _find_stands(issue: Issue, archive: Archive) -> list[Place]:
    return [find_place(quote, archive) for stand in issue.stands for quote in stand.quotes]


def _name_beside(issue: Issue, sections: list[IssueSection], archive: Archive) -> None:
    """Name `issue` too where a line or the stake of another tells of it: else nothing of it is printed."""
    told = {passage.place for passage in issue.passages}
    for at, section in enumerate(sections):
        printed = [statement.evidence[0] for statement in section.statements]
        if any(found and found.span.place in told for found in map(archive.sentence_at, printed)):
            sections[at] = replace(section, together=(*section.together, issue))
            return


def narrow(issue: Issue, articles: frozenset[ArticleId]) -> Issue:
    """Return `issue` as these articles alone tell it; actors they do not name are not silent there."""
    positions = sorted(
        _narrow_all(issue.positions, articles), key=lambda stand: (-len(stand.quotes), stand.actor)
    )
    groups = sorted(_narrow_all(issue.groups, articles), key=lambda stand: (-len(stand.quotes), stand.name))
    return replace(
        issue,
        mentions=tuple(mention for mention in issue.mentions if mention.span.article.id in articles),
        passages=tuple(passage for passage in issue.passages if passage.article.id in articles),
        positions=tuple(positions),
        groups=tuple(groups),
        silent=tuple(
            dict.fromkeys(a for s in issue.silences if articles & set(s.articles) for a in s.actors)
        ),
        articles=tuple(article for article in issue.articles if article in articles),
    )


def _narrow_all(positions: Iterable[Stand], articles: frozenset[ArticleId]) -> Iterator[Stand]:
    for position in positions:
        own = tuple(q for q in position.quotes if q.article in articles)
        if own:
            yield replace(position, quotes=own)


def _is_named(issue: Issue) -> bool:
    """Tell whether a sentence, and not a sub-head alone, names it as an issue."""
    return any(mention.rule != SUBHEAD for mention in issue.mentions)


def _weigh(issue: Issue) -> float:
    return 2 * log(1 + len(issue.passages)) + len(issue.positions) + min(len(issue.mentions), 3)


def _write(
    slot: Slot,
    archive: Archive,
    *,
    most: tuple[int, int, int] = MOST,
    alone: Mapping[Place, Statement] | None = None,
) -> IssueSection:
    """Return one section; `alone` are the statements that the head of its page explains: a stake is one."""
    issue, (actors, each, most_groups) = slot.issue, most
    written = (write_lines(position, archive, each, slot) for position in issue.positions)
    lines = tuple(line for own in islice(filter(None, written), actors) for line in own)
    groups = tuple(
        line
        for own in islice(
            filter(None, (write_group_lines(position, archive, 1, slot) for position in issue.groups)),
            most_groups,
        )
        for line in own
    )
    printed = [*(line.statement for line in lines), *(line.statement for line in groups)]
    evidence = [statement.evidence[0] for statement in printed]
    said = {found.span.place for span in evidence if (found := archive.sentence_at(span))}
    ranked = [one for one in rank_stakes(issue, slot.breadth, archive) if one[1].place not in said]
    return IssueSection(
        issue=issue,
        stake=write_stake(ranked, archive, printed, alone),
        lines=lines,
        groups=groups,
        silent=find_silent(issue, lines, archive),
    )
