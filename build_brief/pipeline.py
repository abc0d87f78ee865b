"""The five stages in a row, in memory: a folder of articles in, a site out.

What is found does not depend on how the work is done: with one process or eight, in whatever
order files come, the result is the same to the byte.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.config import Config
from build_brief.link import link
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.edition import Edition
from build_brief.model.problems import BriefError, NothingToReadError, Notice, NoticeKind, Report
from build_brief.model.site import Site
from build_brief.publish import publish
from build_brief.read import find_sources, read_file
from build_brief.read.folder import FoundFile
from build_brief.writing import write_site

MIN_SHARED = 40
"""Articles from which other processes help: starting one costs as much as analysing about twenty."""

SHARE = 8
"""Articles handed over at a time: enough to make the hand-over cheap, few enough to show progress."""

Examined = tuple[AnnotatedArticle | None, tuple[Notice, ...]]
"""What one file gives: its article, None when it cannot be read, and what was noticed."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many articles are done and how many there are; it must not raise."""


def no_progress(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the work is done; nothing of it shows in the result."""

    processes: int = 1
    """More than one start fresh interpreters, so the calling script must be importable."""
    progress: Progress = no_progress


def build_site(folder: Path, *, config: Config, report: Report, work: Work | None = None) -> Site:
    """Turn the articles in `folder` into a site, all in memory.

    Raises `NothingToReadError` when no file of the folder can be published.
    """
    edition = build_edition(folder, report=report, work=work)
    return publish(edition, settings=config.settings)


def build_edition(folder: Path, *, report: Report, work: Work | None = None) -> Edition:
    """Return everything that a site of the articles in `folder` would say.

    Notices go to `report` as they come, and into the edition's dossier. Raises `NothingToReadError`, and
    `ConfigError` when there is no such folder.
    """
    work = work or Work()
    notices: list[Notice] = []
    articles = find_articles(folder, report=notices.append, work=work)
    for notice in notices:
        report(notice)
    if not articles:
        problem = "no article in it can be read." if notices else "there is no article in it."
        cure = "Put articles there as .txt, .md or .html files."
        raise NothingToReadError(str(folder), problem, cure)
    work.progress("Linking", 0, 0)
    dossier = link(articles, notices=notices)
    work.progress("Composing", 0, 0)
    return compose(dossier)


def find_articles(folder: Path, *, report: Report, work: Work) -> tuple[AnnotatedArticle, ...]:
    """Read and analyse every article of `folder`, in their order, whichever is done first."""
    files = find_sources(folder, report=report)
    found: list[AnnotatedArticle] = []
    for done, (article, notices) in enumerate(_examine_all(files, work), start=1):
        work.progress("Reading", done, len(files))
        for notice in notices:
            report(notice)
        if article:
            found.append(article)
    return tuple(found)


def _examine_all(files: Sequence[FoundFile], work: Work) -> Iterator[Examined]:
    if work.processes <= 1 or len(files) < MIN_SHARED:
        yield from map(_examine, files)
        return
    # Fresh interpreters: a fork of a program that runs threads (a live server, a progress bar) can hang.
    fresh = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(max_workers=work.processes, mp_context=fresh) as pool:
            yield from pool.map(_examine, files, chunksize=SHARE)
    except BrokenProcessPool as error:
        place, cure = "this machine", "Run again with --processes 1."
        problem = "a process that analysed articles was ended from outside, perhaps for want of memory."
        raise BriefError(place, problem, cure) from error


def _examine(file: FoundFile) -> Examined:
    """Do all that can be done for one file without another, here or in another process.

    A mistake of the program itself costs this one file, and is named like any other reason.
    """
    notices: list[Notice] = []
    try:
        article = read_file(file.path, name=file.name, report=notices.append)
        return (analyse(article) if article else None), tuple(notices)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are published
        reason = f"The program failed on this file ({type(error).__name__}: {error})."
        cure = "Please report it with the file; until then, move the file away."
        return None, (Notice(kind=NoticeKind.LEFT_OUT, path=file.name, message=reason, cure=cure),)


def write_pages(config: Config, *, report: Report, work: Work | None = None) -> Edition:
    """Write the pages of the project into its `docs/`, and return what they say; hold its lock meanwhile.

    Raises `NothingToReadError` and `WriteError`; then no page has changed.
    """
    work = work or Work()
    edition = build_edition(config.sources, report=report, work=work)
    work.progress("Writing pages", 0, 0)
    write_site(publish(edition, settings=config.settings), config.docs, report=report)
    return edition


def newest_day(edition: Edition) -> date | None:
    """Return the day of the newest article: the one date that a build may call its own; None when undated."""
    days = [day.day for _, day in edition.dossier.days if day.day]
    return max(days, default=None)
