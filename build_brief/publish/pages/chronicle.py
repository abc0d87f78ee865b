"""Print the timeline of the site: on one page, or by years and months when it is long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_brief.model.article import ArticleId
from build_brief.model.briefing import DatedStatement
from build_brief.model.dates import Precision
from build_brief.publish.pages.chapters import Chapter, Section, cut, gather
from build_brief.publish.pages.directories import ON_ONE_PAGE
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printed, Printer
from build_brief.publish.wording.day_words import month_in_words

IN_MONTHS = (Precision.DAY, Precision.WEEK, Precision.MONTH)
"""What is dated as finely as that has a month."""

Jump = tuple[str, str, int]
"""A year or month, where its lines begin, and how many there are."""


def print_timeline(printer: Printer) -> Iterator[Printed]:
    """Give the page with everything dated; when that is too much for one, a page for each stretch of time."""
    lines = printer.press.edition.timeline
    chapters = cut(divide(lines))
    if len(chapters) < 2:  # noqa: PLR2004 - one page holds it all, or there is nothing
        yield _print(printer, "timeline.md", sections=chapters[0].sections if chapters else ())
        return
    yield _print(printer, "timeline.md", jumps=[jump for chapter in chapters for jump in _jumps(chapter)])
    for chapter in chapters:
        yield _print(printer, address_of(chapter), sections=chapter.sections, title=chapter.title)


def address_of(chapter: Chapter[DatedStatement]) -> str:
    """Return the page of a stretch of time."""
    return f"timeline/{chapter.slug}.md"


def _jumps(chapter: Chapter[DatedStatement]) -> Iterator[Jump]:
    for at, (heading, lines) in enumerate(chapter.sections):
        yield heading, f"{address_of(chapter)}#{_anchor(at)}", len(lines)


def _anchor(at: int) -> str:
    return f"t-{at + 1}"


def divide(lines: Sequence[DatedStatement]) -> Iterator[Section[DatedStatement]]:
    """Give the lines of each year, and of a year with more than a page holds those of each month."""
    for year, every in gather(lines, _year):
        if len(every) <= ON_ONE_PAGE:
            yield year, every
        else:
            yield from gather(sorted(every, key=_month_number), _month)


def _year(line: DatedStatement) -> str:
    if line.period is None:
        return "Undated"
    start = line.period.start
    return f"The {start.year // 10 * 10}s" if line.period.precision is Precision.DECADE else str(start.year)


def _month_number(line: DatedStatement) -> int:
    in_month = line.period and line.period.precision in IN_MONTHS
    return line.period.start.month if line.period and in_month else 0


def _month(line: DatedStatement) -> str:
    return month_in_words(line.period.start) if line.period and _month_number(line) else _year(line)


def _mark(line: DatedStatement) -> tuple[tuple[str, int, int], str, str, str]:
    """Return what tells a line from every other of the same stories."""
    period = line.period
    times = (str(period.start), str(period.end), period.precision.value) if period else ("", "", "")
    return line.statement.evidence[0].place, *times


def _print(
    printer: Printer,
    path: str,
    *,
    sections: Sequence[Section[DatedStatement]] = (),
    jumps: Sequence[Jump] = (),
    title: str = "",
) -> Printed:
    dated = [(head, [*map(_mark, lines)]) for head, lines in sections]
    stories = printer.stories_of({ArticleId(article) for _, lines in dated for (article, _, _), *_ in lines})
    key = printer.key_of_overview("timeline", stories, (), (path, dated, list(jumps), title))

    def make() -> Page:
        page = Page(printer.press, path, with_notes=False)
        shown = f"Timeline: {title}" if title else "Timeline"
        page.print(
            "timeline.md.jinja",
            meta={"title": shown, "search": {"exclude": True}, "hide": ["navigation"]},
            title=shown,
            home="timeline.md" if title else "",
            groups=[(heading, _anchor(at), lines) for at, (heading, lines) in enumerate(sections)],
            jumps=jumps,
        )
        return page

    return printer.print(path, key, make)
