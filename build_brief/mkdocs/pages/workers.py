"""Processes that render pages ahead of MkDocs, which renders one after another.

Each gets the settings and the places of all files once, then names of pages, and gives back their records:
what this process would have made of them itself. Whatever goes wrong with one costs time and nothing else.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from build_brief.mkdocs.pages.record import Record, digest_of, is_hidden, render
from build_brief.mkdocs.pages.search import Entries, find_in, mark_of

MIN_SHARED = 200
"""Pages from which other processes help: starting one costs as much as rendering some forty."""

SHARE = 8
"""Pages handed over at a time."""

EXTENSIONS, SETTINGS = "markdown_extensions", "mdx_configs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What a process gives back of one page."""

    digest: str
    """Of the Markdown that it found in the file."""
    record: Record | None
    mark: str
    """Of what `found` was found in."""
    found: Entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What every process must know."""

    settings: Mapping[str, Any]
    places: Mapping[str, tuple[str, bool]]
    """Of each file its address, and whether it is left out of the site."""


Wanted = tuple[str, str | None]
"""A page by the name of its file, with the title that the navigation gives it."""


class Ahead:
    """Pages that are being rendered; made by `render_ahead`."""

    def __init__(self, shares: Mapping[str, tuple[Future[tuple[Rendered, ...]], int]]) -> None:
        """Take each page from the share that it is in."""
        self._shares = shares

    def take(self, name: str) -> Rendered | None:
        """Wait for a page and return it; None for one that nobody was asked for, or that nobody could render.

        What is wrong with such a page MkDocs says when it renders it itself.
        """
        if name not in self._shares:
            return None
        share, place = self._shares[name]
        try:
            return share.result()[place]
        except Exception:  # noqa: BLE001 - whatever it is, it is found again where the page is rendered here
            return None


NOBODY = Ahead({})


@contextmanager
def render_ahead(
    pages: Sequence[Page], files: Files, config: MkDocsConfig, processes: int
) -> Iterator[Ahead]:
    """Have `pages` rendered by other processes meanwhile, when they are many enough to be worth it."""
    pages = [page for page in pages if page.file.src_dir == config.docs_dir]
    if processes <= 1 or len(pages) < MIN_SHARED:
        yield NOBODY
        return
    # Fresh interpreters: a fork of a program that runs threads (a live server, a progress bar) can hang.
    fresh = multiprocessing.get_context("spawn")
    try:
        helpers = ProcessPoolExecutor(
            processes, mp_context=fresh, initializer=_learn, initargs=(_order(files, config),)
        )
    except (ImportError, NotImplementedError, OSError):  # a machine that has no locks between processes
        yield NOBODY
        return
    try:
        yield Ahead(dict(_hand_over(pages, helpers)))
    finally:
        helpers.shutdown(cancel_futures=True)


def _order(files: Files, config: MkDocsConfig) -> Order:
    extensions = [{str(name): config[SETTINGS].get(name, {})} for name in config[EXTENSIONS]]
    return Order(
        settings={
            "site_name": config.site_name,
            "docs_dir": config.docs_dir,
            "site_dir": config.site_dir,
            "use_directory_urls": config.use_directory_urls,
            "plugins": [],
            EXTENSIONS: extensions,
        },
        places={file.src_uri: (file.url, is_hidden(file)) for file in files},
    )


def _hand_over(
    pages: Sequence[Page], helpers: Executor
) -> Iterator[tuple[str, tuple[Future[tuple[Rendered, ...]], int]]]:
    for first in range(0, len(pages), SHARE):
        share = [(page.file.src_uri, _title_in_nav(page)) for page in pages[first : first + SHARE]]
        try:
            future = helpers.submit(_render_share, share)
        except (BrokenExecutor, OSError):
            return
        yield from ((name, (future, place)) for place, (name, _) in enumerate(share))


def _title_in_nav(page: Page) -> str | None:
    given = vars(page).get("title")
    return None if given is None else str(given)


class _Place(Files):
    """The files of the site, each made when somebody asks for it."""

    def __init__(self, order: Order, config: MkDocsConfig) -> None:
        super().__init__([])
        self._order, self._config = order, config

    def get_file_from_path(self, path: str) -> File | None:
        file = super().get_file_from_path(path)
        if file is None and path in self._order.places:
            config, (url, hidden) = self._config, self._order.places[path]
            inclusion = InclusionLevel.EXCLUDED if hidden else InclusionLevel.INCLUDED
            directory_urls = config.use_directory_urls
            file = File(path, config.docs_dir, config.site_dir, directory_urls, inclusion=inclusion)
            file.url = url
            self.append(file)
        return file


LEARNT: list[tuple[MkDocsConfig, _Place]] = []
"""In a helping process what it was told when it began, once."""


def _learn(order: Order) -> None:
    config = MkDocsConfig()
    config.load_dict(dict(order.settings))
    config.validate()
    LEARNT.append((config, _Place(order, config)))


def _render_share(share: Sequence[Wanted]) -> tuple[Rendered, ...]:
    (config, files) = LEARNT[-1]
    return tuple(_render(name, title, config, files) for name, title in share)


def _render(name: str, title: str | None, config: MkDocsConfig, files: Files) -> Rendered:
    file = files.get_file_from_path(name)
    assert file is not None, name
    page = Page(title, file, config)
    page.read_source(config)
    record = render(page, config, files)
    rendered = Rendered(digest=digest_of(page), record=record, mark=mark_of(page), found=find_in(page))
    file.page = None
    return rendered
