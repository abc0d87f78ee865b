"""Stage 5: an `Edition` becomes a `Site`: how it looks.

`wording.markup` says how words of a source stand in a page, so that `check` can read them back;
`wording.escape` is the one way of text into a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from build_brief.model.article import ArticleId
from build_brief.model.edition import Edition
from build_brief.model.memory import NO_MEMORY, Memory
from build_brief.model.site import OutputFile, Pack, Site, pack_file
from build_brief.publish.machines.feeds import write_feeds
from build_brief.publish.pages.chronicle import print_timeline
from build_brief.publish.pages.directories import Directory, print_directory, write_index
from build_brief.publish.pages.glance import print_glance
from build_brief.publish.pages.ledger import print_ledger, write_data
from build_brief.publish.pages.originals import list_articles, print_article
from build_brief.publish.pages.overviews import print_desk, print_sources
from build_brief.publish.pages.stories import list_briefings, list_stories, print_briefing
from build_brief.publish.pages.subjects import list_subjects, print_entity, print_issue
from build_brief.publish.pages.verification import print_verification
from build_brief.publish.press import Press, set_up
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printed, Printer, put_back
from build_brief.publish.settings import SiteSettings

ASSETS = Path(__file__).parent / "assets"
NOT_FOUND = Path(__file__).parent / "404.html"
"""What a web server shows for an address that is not there; MkDocs puts in names and the root of the site."""


More = Callable[[Press, list[Page]], Iterable[OutputFile]]
"""Makes further files of the briefings' pages: what takes longer, or has to know the disk."""


def no_more(press: Press, pages: list[Page]) -> Iterable[OutputFile]:  # noqa: ARG001 - as `More` has it
    """Make nothing."""
    return ()


def publish(
    edition: Edition,
    *,
    settings: SiteSettings,
    more: More = no_more,
    memory: Memory = NO_MEMORY,
    pack: Pack = pack_file,
) -> Site:
    """Return every generated file of the site, by path: pages in Markdown, styles and scripts, and `more`.

    What a page was that was printed before from the same is taken from `memory`; only when its content is
    asked for is it printed again. `pack` keeps what is printed.
    """
    press = set_up(edition, settings, pack)
    printer = Printer(press, memory)
    directories = list_all(press)
    briefings = list(print_briefings(printer))
    pages = [*briefings, *print_subjects(printer), *print_overviews(printer, directories)]
    pages += print_originals(printer, pages)
    printer.print_anew(print_verification(press, pages))
    indexes = filter(None, (write_index(press, directory) for directory in directories))
    files = [*printer.files, write_data(printer), *write_feeds(press), *indexes, *read_assets(press)]
    files += more(press, [put_back(page, press) for page in briefings])
    return Site(files=tuple(sorted(files, key=lambda file: file.path)))


def list_all(press: Press) -> list[Directory]:
    """Return the indexes of all sections."""
    return [list_briefings(press), *list_subjects(press), list_articles(press)]


def print_briefings(printer: Printer) -> Iterator[Printed]:
    """Give the page of each story, with a way to the one before and the one after it."""
    for briefing, newer, older in list_stories(printer.press):
        key = printer.key_of_briefing(briefing, (newer, older))
        make = partial(print_briefing, printer.press, briefing, newer=newer, older=older)
        yield printer.print(briefing.id, key, make, whole=printer.press.settings.pdf)


def print_subjects(printer: Printer) -> Iterator[Printed]:
    """Give the pages of people, organisations, places and issues."""
    press = printer.press
    for entity in press.edition.entities:
        key = printer.key_of_entity(entity)
        yield printer.print(entity.entity.id, key, partial(print_entity, press, entity))
    for issue in press.edition.issues:
        key = printer.key_of_issue(issue)
        yield printer.print(issue.section.issue.id, key, partial(print_issue, press, issue))


def print_overviews(printer: Printer, directories: Iterable[Directory]) -> Iterator[Printed]:
    """Give the pages that look over the whole site; what each article may change is printed each time."""
    press = printer.press
    yield printer.print_anew(print_desk(press))
    yield printer.print_anew(print_glance(press))
    for directory in directories:
        yield from print_directory(printer, directory)
    yield printer.print_anew(print_ledger(press))
    yield from print_timeline(printer)
    yield from print_sources(printer)


def print_originals(printer: Printer, pages: Iterable[Printed]) -> list[Printed]:
    """Return the pages of the articles, with the paragraphs that `pages` and the ledger lead to."""
    press = printer.press
    cited: dict[ArticleId, set[int]] = {article: set() for article in press.briefs}
    for page in pages:
        for article, numbers in page.cited:
            cited[article].update(numbers)
    for brief in press.edition.articles:
        cited[brief.article.id].update(said.paragraph for said in brief.spoken)
    return [
        printer.print(
            brief.article.id,
            printer.key_of_article(brief, cited[brief.article.id]),
            partial(print_article, press, brief, cited=cited[brief.article.id]),
        )
        for brief in press.edition.articles
    ]


def read_assets(press: Press) -> list[OutputFile]:
    """Return what every site gets: styles, fonts, scripts, and the page for an address that is not there."""
    files = sorted(path for path in ASSETS.rglob("*") if path.is_file())
    names = [path.relative_to(ASSETS).as_posix() for path in files]
    assets = [
        press.pack(f"assets/{name}", path.read_bytes()) for name, path in zip(names, files, strict=True)
    ]
    return [*assets, press.pack(NOT_FOUND.name, NOT_FOUND.read_bytes())]
