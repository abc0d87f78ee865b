"""A live site that builds only the pages that changed, when it may, and all of it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from build_brief.mkdocs.live.update import Built, Update, can_be_changed, write_search
from build_brief.mkdocs.pages import KeptPages
from build_brief.model.problems import BriefError
from build_brief.publish.machines.search_pieces import FOLDER

LOG = get_plugin_logger("build_brief")

SEARCH_FOLDER = "search/"
NOTHING_BUILT = "Nothing was built."

Write = Callable[[MkDocsConfig], frozenset[str]]
"""Write the pages, and return the names of those that changed; it may raise `BriefError`."""

Open = Callable[[MkDocsConfig], AbstractContextManager[KeptPages]]
"""Open what is kept of rendered pages, for those that a build renders."""


class LiveSite:
    """What was built last, and what was heard since."""

    def __init__(self, *, write: Write, pages: Open) -> None:
        """Write pages by `write`, and render them with what `pages` opens."""
        self.built: Built | None = None
        self.write, self._pages = write, pages
        self._heard = SimpleQueue[str]()
        self._place: Path | None = None
        self._settings: bytes | None = None
        self._busy = Lock()

    def begin(self, config: MkDocsConfig) -> None:
        """Begin a whole build: what was heard before is in it."""
        self.built, self._place = None, Path(config.config_file_path)
        if self._settings is None:
            self._settings = _read_settings(self._place)
        self._take()

    def hold(self, config: MkDocsConfig, files: Files, nav: Navigation, env: Environment) -> None:
        """Hold what a whole build is made of, if it can be changed in parts."""
        self.built = Built(config=config, files=files, nav=nav, env=env) if can_be_changed(config) else None

    def end(self, pages: KeptPages | None) -> None:
        """End a whole build."""
        if self.built and pages:
            self.built.remember(pages)
            self.built.forget_words()
        else:
            self.built = None

    def note(self, name: str) -> None:
        """Take note that somebody changed a file of `docs/`, or that it is gone."""
        self._heard.put(name)

    def follow(self, server: LiveReloadServer, watched: Iterable[str]) -> None:
        """Let `server` build by this; a change outside of the places `watched` makes a build a whole one."""
        whole, known = server.builder, frozenset(watched)

        def rebuild() -> None:
            self.rebuild(whole, alone=known.issuperset(server._watched_paths))  # noqa: SLF001 - it has no other list

        server.builder = rebuild
        self._answer_searches(server)

    def rebuild(self, whole: Callable[[], None], *, alone: bool = True) -> None:
        """Build what changed; all by `whole` when that is not enough, or when the site is not `alone`."""
        with self._busy:
            if not (alone and self._update()):
                # Before MkDocs reads them: if they change meanwhile, the next build is a whole one again.
                self._settings = _read_settings(self._place)
                self.built = None
                whole()

    def _update(self) -> bool:
        built = self.built
        if built is None or self._settings is None or self._settings != _read_settings(self._place):
            return False
        LOG.info("Building documentation...")
        heard = self._take()
        try:
            changed = heard | self.write(built.config)
        except BriefError as error:
            for name in sorted(heard):
                self.note(name)  # for the next time
            LOG.error(str(error))  # noqa: TRY400 - as MkDocs says what is wrong
            raise Abort(NOTHING_BUILT) from error
        update = Update(built, changed)
        # Whatever goes wrong, the whole build comes upon it again, and says it.
        with suppress(Exception):
            if update.is_possible():
                with self._pages(built.config) as pages:
                    return update.make(pages)
        return False

    def _take(self) -> frozenset[str]:
        taken = set[str]()
        with suppress(Empty):
            while True:
                taken.add(self._heard.get_nowait())
        return frozenset(taken)

    def _answer_searches(self, server: LiveReloadServer) -> None:
        plainly: Any = server.get_app()

        def answer(environ: dict[str, Any], start: object) -> object:
            if str(environ["PATH_INFO"]).startswith(f"{server.mount_path}{SEARCH_FOLDER}"):
                self.complete_search(str(environ["PATH_INFO"]).removeprefix(server.mount_path))
            return plainly(environ, start)

        server.set_app(answer)  # type: ignore[arg-type]

    def complete_search(self, asked: str = SEARCH_FOLDER) -> None:
        """Write the index of the search for who asks for a file of it, unless it is up to date.

        A page asks for the whole index when it loads; it is empty when the index lies in pieces, and nobody
        waits for those until a reader searches.
        """
        with self._busy:
            built = self.built
            if built is None or built.searchable:
                return
            in_pieces = Path(built.config.site_dir, FOLDER).is_dir()
            if not in_pieces or asked.startswith(FOLDER) or asked == SEARCH_FOLDER:
                write_search(built)


def _read_settings(place: Path | None) -> bytes | None:
    """Return what the settings are read from; None when another file has a part in them."""
    with suppress(OSError):
        content = place.read_bytes() if place else b"INHERIT"
        return None if b"INHERIT" in content else content
    return None
