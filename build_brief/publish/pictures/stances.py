"""Who stands where: statements of each actor on each issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from build_brief.model.annotations import QuoteKind
from build_brief.model.briefing import IssueSection
from build_brief.model.dossier import EntityId, Issue, IssueId
from build_brief.publish.pictures.bars import Bar, draw_bars
from build_brief.publish.pictures.dots import Row, draw_matrix
from build_brief.publish.pictures.picture import MAX_ROWS, Picture
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown

MAX_ACTORS = 15
MAX_ISSUES = 8
"""Rows and columns drawn, those with most statements; on a phone a column needs room for a fingertip."""

MIN_SPEAKING, MIN_STATEMENTS = 3, 8
"""On one issue: below, the table beside it tells as much at a glance."""

MIN_DRAWN = 2
"""Of actors, and of issues in a matrix: fewer are told quicker than drawn."""

Id = TypeVar("Id", EntityId, IssueId)


def draw_stances(page: Page, sections: Sequence[IssueSection]) -> Picture | None:
    """Return the actors and issues of one story, as its page lists them; None with little to draw."""
    counts = Counter((line.actor, section.issue.id) for section in sections for line in section.lines)
    return _draw(page, counts)


def draw_all_stances(page: Page, issues: Iterable[Issue]) -> Picture | None:
    """Return the actors and issues of the whole site: statements of all stories."""
    counts: Counter[tuple[EntityId, IssueId]] = Counter()
    for issue in issues:
        for position in issue.positions:
            counts[position.actor, issue.id] += len(position.quotes)
    return _draw(page, counts)


def draw_stances_on(page: Page, issue: Issue) -> Picture | None:
    """Return who speaks on one issue, and how much of it in own words."""
    bars = [
        _bar(page, position.actor, [said.quote.kind for said in position.quotes])
        for position in issue.positions
    ]
    bars.sort(key=lambda bar: -bar[1].total)
    if len(bars) < MIN_SPEAKING or sum(bar.total for _, bar in bars) < MIN_STATEMENTS:
        return None
    drawn = [bar for _, bar in bars[:MAX_ACTORS]]
    more = f" {min(len(bars), MAX_ROWS) - len(drawn)} more stand in the table." if bars[MAX_ACTORS:] else ""
    return Picture(
        id="picture-stances",
        title="Who speaks on it, and how much",
        note=f"Strong: statements in own words. Pale: reported by a source.{more}",
        drawing=draw_bars(
            drawn,
            alternative=f"Bars: statements of {counted(len(bars), 'actor')} on {issue.label}. "
            f"Most has {drawn[0].name}: {drawn[0].total}, {drawn[0].own} of them in own words.",
        ),
        heads=("Who", "Statements", "Own words", "Reported"),
        rows=tuple(
            (page.link(actor), *(Markdown(str(n)) for n in (bar.total, bar.own, bar.reported)))
            for actor, bar in bars[:MAX_ROWS]
        ),
    )


def _draw(page: Page, counts: Counter[tuple[EntityId, IssueId]]) -> Picture | None:
    issues = _most(Counter(issue for _, issue in counts.elements()))
    columns = {
        issue: at / max(1, min(len(issues), MAX_ISSUES) - 1) for at, issue in enumerate(issues[:MAX_ISSUES])
    }
    drawn = _most(Counter(actor for actor, issue in counts.elements() if issue in columns))
    actors = [*drawn, *sorted({actor for actor, _ in counts} - set(drawn))]
    if len(actors) < MIN_DRAWN or len(issues) < MIN_DRAWN:
        return None
    names = page.press.addresses.names
    rows = [
        Row(
            name=names.get(actor, actor),
            counts={place: n for issue, place in columns.items() if (n := counts[actor, issue])},
        )
        for actor in drawn[:MAX_ACTORS]
    ]
    cut = len(actors) > MAX_ACTORS or len(issues) > MAX_ISSUES
    return Picture(
        id="picture-stances",
        title="Who speaks on which issue",
        note=f"The larger the dot, the more statements.{_tell_of_table(counts) if cut else ''}",
        drawing=draw_matrix(
            rows,
            {place: names.get(issue, issue) for issue, place in columns.items()},
            alternative=f"Dots: {counted(len(actors), 'actor')} by {counted(len(issues), 'issue')}. "
            f"Most is said by {rows[0].name}, and on {names.get(issues[0], issues[0])}.",
        ),
        heads=("Who", "Issue", "Statements"),
        rows=tuple(
            (page.link(actor), page.link(issue), Markdown(str(counts[actor, issue])))
            for actor, issue in islice(_list_counted(actors, issues, counts), MAX_ROWS)
        ),
    )


def _tell_of_table(counts: Counter[tuple[EntityId, IssueId]]) -> str:
    return " The table has all." if len(counts) <= MAX_ROWS else f" The table has the first {MAX_ROWS}."


def _list_counted(
    actors: Sequence[EntityId], issues: Sequence[IssueId], counts: Counter[tuple[EntityId, IssueId]]
) -> Iterator[tuple[EntityId, IssueId]]:
    for actor in actors:
        yield from ((actor, issue) for issue in issues if counts[actor, issue])


def _most(counts: Counter[Id]) -> list[Id]:
    """Return what is counted, most first, then by id."""
    return sorted(counts, key=lambda id_: (-counts[id_], id_))


def _bar(page: Page, actor: EntityId, kinds: list[QuoteKind]) -> tuple[EntityId, Bar]:
    own = sum(kind is QuoteKind.VERBATIM for kind in kinds)
    return actor, Bar(name=page.press.addresses.names.get(actor, actor), own=own, reported=len(kinds) - own)
