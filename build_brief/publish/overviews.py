"""Print the pages that look over all stories: the desk, the timeline, the sources, the verification."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_brief.model.dates import Precision
from build_brief.model.dossier import EntityKind
from build_brief.model.edition import DatedStatement
from build_brief.model.problems import Notice, NoticeKind
from build_brief.publish.changes import describe_changes, find_news
from build_brief.publish.counts import counted
from build_brief.publish.page import Page
from build_brief.publish.press import Press
from build_brief.publish.stories import index_meta

ON_THE_DESK = 8
"""Briefings, issues and people each: what a screen shows before scrolling tires."""

HEADINGS = {
    NoticeKind.LEFT_OUT: ("Left out", "left-out"),
    NoticeKind.REPAIRED: ("Repaired on reading", "repaired"),
    NoticeKind.KEPT: ("Pages kept as edited by hand", "kept"),
    NoticeKind.DOUBT: ("For an editor to settle", "to-settle"),
}


def print_desk(press: Press) -> Page:
    """Return the front page."""
    page, edition = Page(press, "index.md"), press.edition
    told = counted(len(edition.briefings), "briefing")
    counts = f"{told} from {counted(len(edition.articles), 'article')}."
    people = [e for e in edition.entities if e.entity.kind is EntityKind.PERSON and e.quotes_by]
    people.sort(key=lambda entry: -len(entry.quotes_by))
    issues = sorted(edition.issues, key=lambda entry: -len(entry.appearances))
    more = len(edition.briefings) if len(edition.briefings) > ON_THE_DESK else 0
    page.print(
        "desk.md.jinja",
        meta=index_meta(press.settings.title),
        briefings=edition.briefings[:ON_THE_DESK],
        more=more,
        issues=[(e.section.issue.id, counted(len(e.appearances), "briefing")) for e in issues[:ON_THE_DESK]],
        people=[(e.entity.id, counted(len(e.quotes_by), "quote")) for e in people[:ON_THE_DESK]],
        counts=counts,
        news=find_news(edition),
        describe=describe_changes,
    )
    return page


def print_timeline(press: Press) -> Page:
    """Return everything dated, by month or year."""
    page = Page(press, "timeline.md", with_notes=False)
    groups = [
        (heading, f"t-{number}", list(lines))
        for number, (heading, lines) in enumerate(groupby(press.edition.timeline, key=_year), start=1)
    ]
    meta = {"title": "Timeline", "search": {"exclude": True}, "hide": ["navigation"]}
    page.print("timeline.md.jinja", meta=meta, groups=groups)
    return page


def _year(line: DatedStatement) -> str:
    if line.period is None:
        return "Undated"
    start = line.period.start
    return f"The {start.year // 10 * 10}s" if line.period.precision is Precision.DECADE else str(start.year)


def print_sources(press: Press) -> Page:
    """Return every article with its story, and every file that needs an editor."""
    page, notices = Page(press, "sources.md"), press.edition.dossier.notices
    left_out = sum(notice.kind is NoticeKind.LEFT_OUT for notice in notices)
    articles, stories = len(press.edition.articles), len(press.edition.briefings)
    told = f"{counted(articles, 'article')} in {counted(stories, 'story', 'stories')}"
    page.print(
        "sources.md.jinja",
        meta={"title": "Sources", "search": {"exclude": True}, "hide": ["navigation"]},
        summary=f"{told}; {counted(left_out, 'file')} left out.",
        briefings=press.edition.briefings,
        notices=list(_group(notices)),
    )
    return page


def _group(notices: tuple[Notice, ...]) -> Iterator[tuple[str, str, list[Notice]]]:
    for kind, (heading, anchor) in HEADINGS.items():
        of_kind = [notice for notice in notices if notice.kind is kind]
        if of_kind:
            yield heading, anchor, of_kind
