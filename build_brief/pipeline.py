"""The five stages in a row, in memory: a folder of articles in, a site out.

What is found does not depend on how the work is done: with one process or eight, in whatever
order files come, the result is the same to the byte.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from build_brief.cache.articles import all_open
from build_brief.cache.memory import DRAFTS, LINKED, PRINTED
from build_brief.cache.spool import open_spool
from build_brief.config import Config
from build_brief.editor import read_rulings
from build_brief.link import link
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.dossier import Dossier
from build_brief.model.edition import Edition
from build_brief.model.problems import NothingToReadError, Notice, Report
from build_brief.model.rulings import NO_RULINGS, Rulings
from build_brief.model.site import OutputFile, Site
from build_brief.publish import publish
from build_brief.publish.paper import print_briefings
from build_brief.publish.paper.card_pictures import draw_cards
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.read import find_sources
from build_brief.workforce import Work, examine_files
from build_brief.writing import write_site
from build_brief.writing.files import read_file_if_any
from build_brief.writing.history import read_history

CACHE = Path(".cache", "build_brief")
"""Inside the project, beside what themes and plugins keep; no part of the site."""


SELDOM = (200_000, 100, 100)
"""New values after which Python's collector looks for cycles. The values of a build hold none: to be looked
through every 700 takes a quarter of the time in which kept articles are read, linked and composed."""


@contextmanager
def calm_collector() -> Iterator[None]:
    """Let Python's collector look seldom for cycles; what is not needed any more is let go all the same."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def build_site(folder: Path, *, config: Config, report: Report, work: Work | None = None) -> Site:
    """Turn the articles in `folder` into a site, all in memory.

    Raises `NothingToReadError` when no file of the folder can be published.
    """
    edition = build_edition(folder, report=report, work=work, rulings=read_rulings(config.editor))
    return print_site(edition, config=config, report=report, work=work or Work())


@calm_collector()
def print_site(edition: Edition, *, config: Config, report: Report, work: Work, anew: bool = False) -> Site:
    """Return the pages, the PDFs and the pictures for cards of `edition`.

    A PDF or picture in `config.docs` that is still right is taken as it is, unless all are wanted `anew`.
    """
    work.progress("Printing", 0, 0)

    def kept(path: str) -> bytes | None:
        return None if anew else read_file_if_any(config.docs / path)

    def more(press: Press, pages: list[Page]) -> Iterator[OutputFile]:
        yield from print_briefings(press, pages, kept=kept, report=report, threads=work.processes)
        yield from draw_cards(press, kept=kept)

    with work.remember(PRINTED, (brief.article for brief in edition.articles)) as memory:
        return publish(edition, settings=config.settings, more=more, memory=memory, pack=work.pack)


def build_project_edition(config: Config, *, report: Report, work: Work) -> Edition:
    """Return everything that the site of a project would say, its editor's rulings applied.

    Raises as `build_dossier` does, and `RulingsError` for rulings that cannot be read.
    """
    rulings = read_rulings(config.editor)
    return build_edition(config.sources, report=report, work=work, rulings=rulings)


def build_edition(
    folder: Path, *, report: Report, work: Work | None = None, rulings: Rulings = NO_RULINGS
) -> Edition:
    """Return everything that a site of the articles in `folder` would say; raises as `build_dossier` does."""
    work = work or Work()
    dossier = build_dossier(folder, report=report, work=work, rulings=rulings)
    return compose_dossier(dossier, folder, work=work)


@calm_collector()
def compose_dossier(dossier: Dossier, folder: Path, *, work: Work) -> Edition:
    """Return what a site says about `dossier`, whose history stands in `folder`."""
    from build_brief.compose import compose

    work.progress("Composing", 0, 0)
    with work.remember(DRAFTS, (found.article for found in dossier.articles)) as memory:
        return compose(dossier, read_history(folder), memory)


def build_dossier(folder: Path, *, report: Report, work: Work, rulings: Rulings = NO_RULINGS) -> Dossier:
    """Return everything that is known across the articles in `folder`, `rulings` above all.

    Notices go to `report` as they come, and into the dossier. Raises `NothingToReadError`, `ConfigError` when
    there is no such folder, and `RulingsError` when rulings contradict one another.
    """
    notices: list[Notice] = []
    articles = find_articles(folder, report=notices.append, work=work)
    for notice in notices:
        report(notice)
    if not articles:
        problem = "no article in it can be read." if notices else "there is no article in it."
        cure = "Put articles there as .txt, .md, .html, .docx or .eml files."
        raise NothingToReadError(str(folder), problem, cure)
    dossier = link_articles(articles, work=work, notices=notices, rulings=rulings)
    for notice in dossier.notices[len(notices) :]:
        report(notice)
    return dossier


@calm_collector()
def link_articles(
    articles: tuple[AnnotatedArticle, ...],
    *,
    work: Work,
    notices: Iterable[Notice] = (),
    rulings: Rulings = NO_RULINGS,
) -> Dossier:
    """Return all that is known across `articles`."""
    work.progress("Linking", 0, 0)
    with all_open(), work.remember(LINKED, (found.article for found in articles), articles) as memory:
        return link(articles, notices=notices, rulings=rulings, memory=memory)


@calm_collector()
def find_articles(folder: Path, *, report: Report, work: Work) -> tuple[AnnotatedArticle, ...]:
    """Read and analyse every article of `folder`, in their order, whichever is done first."""
    files = find_sources(folder, report=report)
    found: list[AnnotatedArticle] = []
    for done, (article, notices) in enumerate(examine_files(files, work), start=1):
        work.progress("Reading", done, len(files))
        for notice in notices:
            report(notice)
        if article:
            found.append(article)
    return tuple(found)


def cache_of(config: Config) -> Path:
    """Return the folder where what was found in the articles is kept; it may be deleted any time."""
    return config.folder / CACHE


def write_pages(config: Config, *, report: Report, work: Work | None = None) -> Edition:
    """Write the pages of the project into its `docs/`, and return what they say; hold its lock meanwhile.

    Raises `NothingToReadError`, `RulingsError` and `WriteError`; then no page has changed.
    """
    return update_pages(config, report=report, work=work or Work())[0]


@calm_collector()
def update_pages(config: Config, *, report: Report, work: Work) -> tuple[Edition, frozenset[str]]:
    """Do as `write_pages`, and return the names of the files in `docs/` that changed or went, too."""
    edition = build_project_edition(config, report=report, work=work)
    work.progress("Writing pages", 0, 0)
    with open_spool(work.cache) as pack:
        site = print_site(edition, config=config, report=report, work=replace(work, pack=pack))
        return edition, write_site(site, config.docs, report=report)


def newest_day(edition: Edition) -> date | None:
    """Return the day of the newest article: the one date that a build may call its own; None when undated."""
    days = [day.day for _, day in edition.dossier.days if day.day]
    return max(days, default=None)
