"""Our pipeline before every MkDocs build, so that a live site follows `sources/`, and kept pages during it.

Only pages that changed are written, or the live server would see its own writing as a change for ever.
"""

from __future__ import annotations

import os
from calendar import timegm
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext as Context

from build_brief.cache.memory import Living
from build_brief.cache.store import open_store
from build_brief.config import read_config
from build_brief.mkdocs.live import LiveSite
from build_brief.mkdocs.pages import FILE, KeptPages, index_of, program_of
from build_brief.mkdocs.watch import await_folder, heed_editors_alone
from build_brief.model.history import History
from build_brief.model.problems import BriefError, Notice, NoticeKind
from build_brief.pipeline import cache_of, newest_day, update_pages
from build_brief.publish.machines.cards import Site as CardSite
from build_brief.publish.machines.cards import write_card
from build_brief.publish.machines.search_pieces import write_pieces
from build_brief.publish.machines.searching import cut_for_search
from build_brief.workforce import Work
from build_brief.writing.history import write_history
from build_brief.writing.lock import lock

LOG = get_plugin_logger("build_brief")

CLOCK = "SOURCE_DATE_EPOCH"
"""What MkDocs takes for the time of a build: the newest article's day, so that a rebuild changes nothing."""

FIRST_DAY, LAST_DAY = date(1980, 1, 1), date(2100, 1, 1)
"""Days that every format of a file can hold as its time."""


class NoOptions(base.Config):  # type: ignore[no-untyped-call]
    """All settings stand under `extra: build_brief:`, where the command reads them too."""


class BuildBriefPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Writes the pages before MkDocs reads them."""

    def __init__(self) -> None:
        """Start with the pages of the last build on disk."""
        self.idle = False
        self.processes = os.cpu_count() or 1
        self.clock: str | None = None
        self.live: LiveSite | None = None
        self._living: Living | None = None
        self._nav: Navigation | None = None
        self._history: History | None = None
        self.pages: KeptPages | None = None
        self._opened = ExitStack()
        self._content: str | None = None
        self._meta: MutableMapping[str, Any] = {}
        self._before = 0

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs names what it hands over
        """Stay the same plugin from one live build to the next."""
        live = command == "serve"
        self.live = LiveSite(write=self._write, pages=self._pages_of) if live else None
        self._living = Living() if live else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages, unless whoever runs MkDocs has done so, and watch the sources."""
        if self.live:
            self.live.begin(config)
        if self.idle:
            return config
        try:
            self._write(config)
        except BriefError as error:
            raise PluginError(str(error)) from error
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Open what is kept of the last build's pages."""
        self._open(config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have the pages that are not kept rendered by other processes, when that is worth it."""
        if self.pages:
            wanted = files.documentation_pages(inclusion=InclusionLevel.is_included)
            pages = [file.page or Page(None, file, config) for file in wanted]
            self.pages.prepare(pages, files, config, self.processes)
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let those processes go: all pages are rendered."""
        if self.pages:
            self.pages.close()
        if self.live and self._nav:
            self.live.hold(config, files, self._nav, env)
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002
        """Let a page that is as it was take its HTML from there."""
        if self.pages:
            self.pages.serve(page)
        return page

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: object,  # noqa: ARG002 - MkDocs names what it hands over
    ) -> LiveReloadServer:
        """Build again for what an editor does, in a folder of rulings that is made meanwhile too."""
        settings = read_config(Path(config.config_file_path).parent)
        if self.live:
            hear = heed_editors_alone(server, Path(config.docs_dir), self.live.note)
            await_folder(server, settings.editor, hear)
            ours = (settings.sources, settings.editor, settings.docs, Path(config.config_file_path))
            self.live.follow(server, map(os.path.abspath, ours))
        return server

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Let go of what is kept; a page that was rendered before the error may stay in it."""
        self._close()

    def _close(self) -> None:
        if self.pages:
            self.pages.close()
        self.pages = None
        self._opened.close()

    def _open(self, config: MkDocsConfig, *, known: bool = True) -> None:
        self._opened.close()
        program = program_of(config)
        if program:
            place = cache_of(read_config(Path(config.config_file_path).parent)) / FILE
            store = self._opened.enter_context(open_store(place, program=program))
            self.pages = KeptPages(store, known=known)

    @contextmanager
    def _pages_of(self, config: MkDocsConfig) -> Iterator[KeptPages]:
        self._open(config, known=False)
        assert self.pages, "there was something kept when the whole site was built"
        try:
            yield self.pages
        finally:
            self._close()

    def _write(self, config: MkDocsConfig) -> frozenset[str]:
        settings = read_config(Path(config.config_file_path).parent)
        watched = [settings.sources, *([settings.editor] if settings.editor.is_dir() else [])]
        config.watch += [str(folder) for folder in watched if str(folder) not in config.watch]
        with lock(settings.docs):
            work = Work(cache=cache_of(settings), living=self._living)
            edition, changed = update_pages(settings, report=log_notice, work=work)
        if os.environ.get(CLOCK) == self.clock:
            os.environ[CLOCK] = self.clock = seconds_of(newest_day(edition))
        self._history = edition.history
        LOG.info("articles: %d, stories: %d", len(edition.dossier.articles), len(edition.dossier.stories))
        return changed

    @event_priority(100)
    def _before_search(
        self, /, context: Context, *, page: Page, config: MkDocsConfig, **_: object
    ) -> Context:
        """Show the search plugin, which reads the page at this event, each paragraph as a place.

        Of a page in which it is known what it finds it is shown nothing.
        """
        self._content, self._meta, index = page.content, page.meta, index_of(config)
        kept = self.pages.find_in(page, config) if self.pages and index else None
        if kept is not None and index:
            index.entries += kept
            page.content, page.meta = "", {**page.meta, "search": {"exclude": True}}
        else:
            page.content = cut_for_search(page.content or "")
        self._before = -1 if kept is not None or index is None else len(index.entries)
        return context

    @event_priority(-100)
    def _after_search(self, /, context: Context, *, page: Page, config: MkDocsConfig, **_: object) -> Context:
        """Give the page back as it is."""
        page.content, page.meta = self._content, self._meta
        index = index_of(config)
        if self.pages and index and self._before >= 0:
            self.pages.keep_found(page, index.entries[self._before :])
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell other sites in the head of the page what it is; Markdown reaches only its body."""
        picture = page.file.src_uri.removesuffix(".md") + ".png"
        card = write_card(
            page.url,
            title=str(page.meta.get("title") or page.title or config.site_name),
            description=str(page.meta.get("description") or config.site_description or ""),
            site=CardSite(title=config.site_name, address=config.site_url or ""),
            picture=picture if Path(config.docs_dir, picture).is_file() else "",
        )
        return output.replace("</head>", f"{card}</head>", 1)

    @event_priority(-50)  # after the search wrote its index, before the plugin offline makes a script of it
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep the pages, and what the site says, for the next build; a live site is no edition."""
        write_pieces(Path(config.site_dir))
        if self.pages:
            self.pages.finish()
        if self.live:
            self.live.end(self.pages)
        self._close()
        if self._history and not self.live:
            settings = read_config(Path(config.config_file_path).parent)
            with lock(settings.docs):
                write_history(settings.sources, self._history)


def log_notice(notice: Notice) -> None:
    """Log what keeps a file or a page out as a warning, which is fatal to MkDocs when it is strict."""
    grave = notice.kind in (NoticeKind.LEFT_OUT, NoticeKind.KEPT)
    (LOG.warning if grave else LOG.info)(
        "%s: %s: %s %s", notice.kind, notice.path, notice.message, notice.cure
    )


def seconds_of(day: date | None) -> str:
    """Return midnight of `day` as `SOURCE_DATE_EPOCH` has it; a fixed day for none, or one out of range."""
    near = min(max(day or FIRST_DAY, FIRST_DAY), LAST_DAY)
    return str(timegm(near.timetuple()))
