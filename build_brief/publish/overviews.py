"""Print the pages that look over all stories: the desk, the timeline, the sources, the verification."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from build_brief.model.dates import Precision
from build_brief.model.dossier import EntityKind
from build_brief.model.edition import DatedStatement
from build_brief.model.problems import Notice, NoticeKind
from build_brief.publish.counts import find_statements
from build_brief.publish.escape import Markdown, escape
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
    people = [e for e in edition.entities if e.entity.kind is EntityKind.PERSON and e.quotes_by]
    people.sort(key=lambda entry: -len(entry.quotes_by))
    issues = sorted(edition.issues, key=lambda entry: -len(entry.appearances))
    more = len(edition.briefings) if len(edition.briefings) > ON_THE_DESK else 0
    page.print(
        "desk.md.jinja",
        meta=index_meta(press.settings.title),
        briefings=edition.briefings[:ON_THE_DESK],
        more=more,
        issues=[(e.section.issue.id, len(e.section.lines)) for e in issues[:ON_THE_DESK]],
        people=[(e.entity.id, len(e.quotes_by)) for e in people[:ON_THE_DESK]],
        counts=f"{len(edition.briefings)} briefings from {len(edition.articles)} articles.",
    )
    return page


def print_timeline(press: Press) -> Page:
    """Return everything dated, by month or year."""
    page = Page(press, "timeline.md")
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
    summary = f"{len(press.edition.articles)} articles in {len(press.edition.briefings)} stories; {left_out} files left out."
    page.print(
        "sources.md.jinja",
        meta={"title": "Sources", "search": {"exclude": True}, "hide": ["navigation"]},
        summary=summary,
        briefings=press.edition.briefings,
        notices=list(_group(notices)),
    )
    return page


def _group(notices: tuple[Notice, ...]) -> Iterator[tuple[str, str, list[Notice]]]:
    for kind, (heading, anchor) in HEADINGS.items():
        of_kind = [notice for notice in notices if notice.kind is kind]
        if of_kind:
            yield heading, anchor, of_kind


def print_verification(press: Press, pages: list[Page]) -> Page:
    """Return what was checked on all other `pages`."""
    page, edition = Page(press, "verification.md"), press.edition
    page.print(
        "verification.md.jinja",
        meta={"title": "Verification", "search": {"exclude": True}, "hide": ["navigation"]},
        counts=_count(press, pages),
        doubts=list(_find_doubts(page)),
        gaps=[briefing for briefing in edition.briefings if briefing.gaps],
    )
    return page


def _count(press: Press, pages: list[Page]) -> list[tuple[str, int, str]]:
    statements = [s for briefing in press.edition.briefings for s in find_statements(briefing)]
    quotes = [span for said in press.edition.dossier.quotes for span in said.quote.quoted]
    return [
        (
            "Sentences of briefings, each with its citation",
            len(statements),
            "A sentence without evidence cannot be built.",
        ),
        (
            "Citations on all pages",
            sum(p.citations.uses for p in pages),
            "Each leads to the paragraph it names.",
        ),
        (
            "Quotations in the sources, verbatim",
            len(quotes),
            "A quotation is a slice of its source, never retyped.",
        ),
        (
            "Visible repairs in sentences",
            sum(len(s.edits) for s in statements),
            "Taking them out gives the source back.",
        ),
        ("Pages", len(pages) + 1, "Internal links and anchors are followed by the strict build."),
    ]


def _find_doubts(page: Page) -> Iterator[Markdown]:
    unsure = [said for said in page.press.edition.dossier.quotes if said.doubtful]
    if unsure:
        count = len(unsure)
        yield Markdown(
            f"{count} quote{'s have' if count > 1 else ' has'} an uncertain speaker, and {'say' if count > 1 else 'says'} so."
        )
    for brief in page.press.edition.articles:
        title = Markdown(
            f"[{escape(brief.title.text)}]({page.to(page.press.addresses.articles[brief.article.id])})"
        )
        if brief.day.day is None:
            yield Markdown(f"{title} has no date.")
        elif brief.day.reason:
            yield Markdown(f"The day of {title} is inferred: {escape(brief.day.reason)}")
