"""Print the pages that look over all stories: the desk and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_brief.model.briefing import Briefing
from build_brief.model.dossier import EntityKind
from build_brief.model.problems import Notice, NoticeKind
from build_brief.publish.pages.chapters import Chapter, cut, gather
from build_brief.publish.pages.shelves import Calendar
from build_brief.publish.pages.stories import index_meta
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printed, Printer
from build_brief.publish.wording.changes import describe_changes, find_news
from build_brief.publish.wording.counts import counted

STORIES_ON_A_PAGE = 60
"""Of the list of sources: a story has some four rows."""

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


def print_sources(printer: Printer) -> Iterator[Printed]:
    """Give the page with every article under its story, and with every file that needs an editor.

    When the stories are too many for a page, it leads to a page for each stretch of time.
    """
    press = printer.press
    briefings, notices = press.edition.briefings, press.edition.dossier.notices
    left_out = sum(notice.kind is NoticeKind.LEFT_OUT for notice in notices)
    articles, stories = len(press.edition.articles), len(briefings)
    told = f"{counted(articles, 'article')} in {counted(stories, 'story', 'stories')}"
    calendar = Calendar(months=True)
    months = gather(briefings, lambda briefing: calendar.shelf_of(briefing.story.day.day))
    chapters = cut(months, most=STORIES_ON_A_PAGE) if stories > STORIES_ON_A_PAGE else ()
    yield _print_sources(
        printer,
        "sources.md",
        summary=f"{told}; {counted(left_out, 'file')} left out.",
        briefings=() if chapters else briefings,
        jumps=[(chapter.title, address_of(chapter), chapter.length) for chapter in chapters],
        notices=list(_group(notices)),
    )
    for chapter in chapters:
        some = [briefing for _, under in chapter.sections for briefing in under]
        path, told = address_of(chapter), f"{counted(len(some), 'story', 'stories')} of {chapter.title}."
        yield _print_sources(
            printer, path, title=chapter.title, summary=told, briefings=some, jumps=(), notices=()
        )


def address_of(chapter: Chapter[Briefing]) -> str:
    """Return the page of the stories of a stretch of time."""
    return f"sources/{chapter.slug}.md"


def _print_sources(
    printer: Printer, path: str, *, briefings: Sequence[Briefing], title: str = "", **values: object
) -> Printed:
    told = [(one.story.decided, one.story.shared_terms, one.story.follows) for one in briefings]
    before = [chapter.briefing for one in briefings for chapter in one.so_far if not chapter.later]
    shown = (path, title, told, sorted(values.items()))
    key = printer.key_of_overview("sources", [*(one.id for one in briefings), *before], (), shown)

    def make() -> Page:
        page, shown = Page(printer.press, path), f"Sources: {title}" if title else "Sources"
        meta = {"title": shown, "search": {"exclude": True}, "hide": ["navigation"]}
        home = "sources.md" if title else ""
        page.print("sources.md.jinja", meta=meta, title=shown, home=home, briefings=briefings, **values)
        return page

    return printer.print(path, key, make)


def _group(notices: tuple[Notice, ...]) -> Iterator[tuple[str, str, list[Notice]]]:
    for kind, (heading, anchor) in HEADINGS.items():
        of_kind = [notice for notice in notices if notice.kind is kind]
        if of_kind:
            yield heading, anchor, of_kind
