"""Stage 5: an `Edition` becomes a `Site`: how it looks.

`markup` says how words of a source stand in a page, so that `check` can read them back; `escape` is the one
way of text into a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from build_brief.model.article import ArticleId
from build_brief.model.edition import Edition
from build_brief.model.site import OutputFile, Site
from build_brief.publish.directories import Directory, print_directory, write_index
from build_brief.publish.feeds import write_feeds
from build_brief.publish.glance import print_glance
from build_brief.publish.ledger import print_ledger, write_data
from build_brief.publish.originals import list_articles, print_article
from build_brief.publish.overviews import print_desk, print_sources, print_timeline
from build_brief.publish.page import Page
from build_brief.publish.press import Press, set_up
from build_brief.publish.settings import SiteSettings
from build_brief.publish.stories import list_briefings
from build_brief.publish.stories import print_all as print_stories
from build_brief.publish.subjects import list_subjects, print_entity, print_issue
from build_brief.publish.verification import print_verification

ASSETS = Path(__file__).parent / "assets"
NOT_FOUND = Path(__file__).parent / "404.html"
"""What a web server shows for an address that is not there; MkDocs puts in names and the root of the site."""


More = Callable[[Press, list[Page]], Iterable[OutputFile]]
"""Makes further files of the pages once they are printed: what takes longer, or has to know the disk."""


def no_more(press: Press, pages: list[Page]) -> Iterable[OutputFile]:  # noqa: ARG001 - as `More` has it
    """Make nothing."""
    return ()


def publish(edition: Edition, *, settings: SiteSettings, more: More = no_more) -> Site:
    """Return every generated file of the site, by path: pages in Markdown, styles and scripts, and `more`."""
    press = set_up(edition, settings)
    pages = print_pages(press)
    pages += print_originals(press, pages)
    pages.append(print_verification(press, pages))
    indexes = filter(None, map(write_index, list_all(press)))
    files = [*(page.file for page in pages), write_data(press), *write_feeds(press), *indexes, *read_assets()]
    files += more(press, pages)
    return Site(files=tuple(sorted(files, key=lambda file: file.path)))


def list_all(press: Press) -> list[Directory]:
    """Return the indexes of all sections."""
    return [list_briefings(press), *list_subjects(press), list_articles(press)]


def print_pages(press: Press) -> list[Page]:
    """Return all pages but those of the articles, which show what these cite."""
    edition = press.edition
    return [
        print_desk(press),
        print_glance(press),
        *print_stories(press),
        *(print_entity(press, entry) for entry in edition.entities),
        *(print_issue(press, entry) for entry in edition.issues),
        *(page for directory in list_all(press) for page in print_directory(press, directory)),
        print_ledger(press),
        print_timeline(press),
        print_sources(press),
    ]


def print_originals(press: Press, pages: list[Page]) -> list[Page]:
    """Return the pages of the articles, with the paragraphs that `pages` and the ledger lead to."""
    cited: dict[ArticleId, set[int]] = {article: set() for article in press.briefs}
    for page in pages:
        for citation in page.citations.numbers:
            cited[citation.article.id].add(citation.paragraph.number)
    for said in press.edition.dossier.quotes:
        first = said.quote.contents[0]
        cited[first.article.id].add(first.paragraph.number)
    return [print_article(press, brief, cited=cited[brief.article.id]) for brief in press.edition.articles]


def read_assets() -> list[OutputFile]:
    """Return what every site gets: styles, fonts, scripts, and the page for an address that is not there."""
    files = sorted(path for path in ASSETS.rglob("*") if path.is_file())
    names = [path.relative_to(ASSETS).as_posix() for path in files]
    assets = [
        OutputFile(path=f"assets/{name}", content=path.read_bytes())
        for name, path in zip(names, files, strict=True)
    ]
    return [*assets, OutputFile(path=NOT_FOUND.name, content=NOT_FOUND.read_bytes())]
