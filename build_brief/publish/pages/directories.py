"""Print the index of a section: one page while it is short, then a page for each letter or month.

A long index opens with its weightiest entries and the way to all others, so that it is light and whole
without JavaScript; with it, the page searches all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing
from build_brief.model.site import OutputFile
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printed, Printer
from build_brief.publish.wording.escape import Markdown

FEW = 30
"""Entries that a reader overlooks without letters and without a search."""
ON_ONE_PAGE = 300
"""Rows of a page: 300 people with a role each make 250 kB of HTML, half of the site's own styles."""
AT_THE_TOP = 20
"""Weightiest entries before the letters."""

Jump = tuple[str, str]
"""Words, and the place on a page that they lead to."""

MONTH = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<year>\d{4})(?P<part>(?: \(\d+\))?)")

Row = tuple[Markdown, Markdown, int]
"""What it is, what is said of it, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of an index."""

    thing: str
    """Its page, relative to `docs/`."""
    name: str
    also: tuple[str, ...]
    """Other names by which a search finds it."""
    count: int
    shelf: str
    """What stands above its part of the index: “A”, “October 2024”."""
    row: Callable[[Page], Row]
    """Prints it on a page, for its links are relative."""
    told: tuple[object, ...] = ()
    """What else decides about its row, in values that a digest can be made of."""
    article: ArticleId | None = None
    """Whose words its row prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The part of an index under one heading."""

    title: str
    slug: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """One section's index."""

    section: str
    """Its folder: `people`."""
    title: str
    heads: tuple[str, str, str]
    lines: tuple[Line, ...]
    """In their order, those of one shelf together."""
    name_shelf: Callable[[str], str]
    """Gives the address of a shelf."""
    best: str
    """What stands above the first lines of a long index: “Most quoted”."""
    by_count: bool = True
    """False where the order of the lines is itself the best first: newest articles."""
    cards: tuple[Briefing, ...] = ()
    """Briefings told at more length at the top, instead of lines."""

    @property
    def is_short(self) -> bool:
        """Tell whether a reader overlooks it without letters and without a search."""
        return len(self.lines) <= FEW

    @property
    def is_long(self) -> bool:
        """Tell whether it needs pages of its own for its shelves."""
        return len(self.lines) > ON_ONE_PAGE

    def choose_best(self) -> tuple[Line, ...]:
        """Return the lines for the top: all of a short index, else the weightiest or first few."""
        if self.is_short or not self.by_count:
            few = FEW if self.is_short else AT_THE_TOP
            ranked = sorted(self.lines, key=lambda line: -line.count) if self.by_count else self.lines
            return tuple(ranked[:few]) if self.is_short or self.is_long else ()
        weighty = sorted((line for line in self.lines if line.count), key=lambda line: -line.count)
        return tuple(weighty[:AT_THE_TOP])


def print_directory(printer: Printer, directory: Directory) -> Iterator[Printed]:
    """Give the pages of an index, its first page first."""
    shelves = () if directory.is_short else tuple(shelve(directory))
    places = [(_place(directory, shelf), shelf) for shelf in shelves]
    jumps = [(shelf.title, f"{path}#{shelf.slug}") for path, shelf in places]
    here = () if directory.is_long else shelves
    yield _print(printer, directory, f"{directory.section}/index.md", shelves=here, jumps=jumps)
    if directory.is_long:
        for path, shelf in places:
            yield _print(printer, directory, path, shelves=(shelf,), jumps=jumps)


def group_by_year(jumps: Iterable[Jump]) -> Iterator[tuple[str, list[Jump]]]:
    """Give jumps to months under their year, and letters and years together under none."""
    held: dict[str, list[Jump]] = {}
    for words, target in jumps:
        found = MONTH.fullmatch(words)
        year = found["year"] if found else ""
        shown = f"{found['month']}{found['part']}" if found else words
        held.setdefault(year, []).append((shown, target))
    yield from held.items()


def _place(directory: Directory, shelf: Shelf) -> str:
    """Return the page on which a shelf stands."""
    return f"{directory.section}/{f'all/{shelf.slug}' if directory.is_long else 'index'}.md"


def write_index(press: Press, directory: Directory) -> OutputFile | None:
    """Return the script that hands the index to the page's search; None when the index is short."""
    if directory.is_short:
        return None
    entries = (
        [line.name, " · ".join(line.also), line.thing.removesuffix(".md") + ".html", line.count]
        for line in directory.lines
    )
    lines = ",\n".join(json.dumps(entry, separators=(",", ":")).replace("<", "\\u003c") for entry in entries)
    content = f'window.buildBriefIndex = {{"entries": [\n{lines}\n]}};\n'
    return press.pack(index_path(directory), content.encode())


def index_path(directory: Directory) -> str:
    """Return where the script for the search stands."""
    return f"assets/index-{directory.section}.js"


def shelve(directory: Directory) -> Iterator[Shelf]:
    """Give the lines by shelf, in their order; a shelf too long for a page is cut."""
    held: dict[str, list[Line]] = {}
    for line in directory.lines:
        held.setdefault(line.shelf, []).append(line)
    for title, lines in held.items():
        for number, at in enumerate(range(0, len(lines), ON_ONE_PAGE), start=1):
            yield Shelf(
                title=title if number == 1 else f"{title} ({number})",
                slug=directory.name_shelf(title) + ("" if number == 1 else f"-{number}"),
                lines=tuple(lines[at : at + ON_ONE_PAGE]),
            )


def _print(
    printer: Printer, directory: Directory, path: str, *, shelves: Sequence[Shelf], jumps: Sequence[Jump]
) -> Printed:
    """Print one page of an index."""
    first = path == f"{directory.section}/index.md"
    best = directory.choose_best() if first else ()
    lines = [*best, *(line for shelf in shelves for line in shelf.lines)]
    rows = [(line.thing, line.name, line.count, line.told) for line in lines]
    shown = (
        path,
        len(directory.lines),
        [(s.title, s.slug, len(s.lines)) for s in shelves],
        list(jumps),
        rows,
    )
    cards = directory.cards if first else ()
    articles = [line.article for line in lines if line.article]
    key = printer.key_of_overview("index", [card.id for card in cards], articles, shown)

    def make() -> Page:
        page = Page(printer.press, path, with_notes=first and bool(cards))
        title = directory.title if first else f"{directory.title}: {shelves[0].title}"
        page.print(
            "directory.md.jinja",
            meta={"title": title, "search": {"exclude": True}, "hide": ["navigation", "toc"]},
            directory=directory,
            title=title,
            home="" if first else f"{directory.section}/index.md",
            counts=f"{len(directory.lines):,} in all.",
            cards=cards,
            best=[] if directory.cards else [line.row(page) for line in best],
            shelves=[(shelf, [line.row(page) for line in shelf.lines]) for shelf in shelves],
            jumps=list(group_by_year(jumps)),
            script=index_path(directory),
            base=page.to("index.md").removesuffix("index.md"),
        )
        return page

    return printer.print(path, key, make)
