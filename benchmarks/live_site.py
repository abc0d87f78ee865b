"""A live site without a server: what one changed article costs until its page could be fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from build_brief.config import FILE, Config
from build_brief.mkdocs.plugin import BuildBriefPlugin
from build_brief.mkdocs.site import list_plugins

ADDRESS = "http://127.0.0.1:8000/"

WHOLE, CHANGED = "HTML, a whole live build, every page kept", "HTML, one article changed, live"
STAGES = "our stages, one article changed, live with its HTML"


class LiveBuilds:
    """The builds of one live site, as `build-brief serve` makes them."""

    def __init__(self, config: Config, site: Path) -> None:
        """Begin a site of the project in the folder `site`."""
        self._config, self._site = config, site
        settings = self._load()
        self._plugin = next(p for p in settings.plugins.values() if isinstance(p, BuildBriefPlugin))
        settings.plugins.on_startup(command="serve", dirty=False)

    def time_whole(self) -> float:
        """Return the seconds of MkDocs for all pages, which have been written."""
        self._plugin.idle = True
        start = process_time()
        build(self._load(), serve_url=ADDRESS)
        return process_time() - start

    def time_change(self, change: Callable[[], None]) -> tuple[float, float]:
        """Return the seconds of our stages and those of MkDocs for what follows from a change."""
        live = self._plugin.live
        assert live is not None, "begun as a live site"
        spent = [0.0]
        plainly = live.write

        def write(config: MkDocsConfig) -> frozenset[str]:
            start = process_time()
            changed = plainly(config)
            spent[0] = process_time() - start
            return changed

        live.write = write
        change()
        start = process_time()
        live.rebuild(_refuse)
        live.write = plainly
        return spent[0], process_time() - start - spent[0]

    def _load(self) -> MkDocsConfig:
        settings = load_config(
            config_file=str(self._config.folder / FILE),
            site_dir=str(self._site),
            plugins=list_plugins(self._config),
        )
        settings.site_url = ADDRESS
        return settings


def _refuse() -> None:
    message = "One changed article made a whole build."
    raise RuntimeError(message)


def time_live_site(config: Config, site: Path, changes: tuple[Callable[[], None], ...]) -> dict[str, float]:
    """Return the seconds of a whole live build, and of the last of `changes`; those before warm it up."""
    builds = LiveBuilds(config, site)
    whole = builds.time_whole()
    stages, html = [builds.time_change(change) for change in changes][-1]
    return {WHOLE: whole, STAGES: stages, CHANGED: html}
