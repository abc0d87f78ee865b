"""`build-brief build` and `build-brief serve`."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from build_brief.cli.screen import Screen
from build_brief.config import Config
from build_brief.mkdocs.plugin import seconds_of
from build_brief.mkdocs.site import build_html, serve_html
from build_brief.pipeline import cache_of, newest_day, write_pages
from build_brief.workforce import Work
from build_brief.writing.history import write_history
from build_brief.writing.lock import lock


def build_project(config: Config, *, site: Path | None, screen: Screen, work: Work) -> None:
    """Write the pages, and the HTML into `site` unless that is None; say what was found."""
    with screen.progress() as progress, lock(config.docs):
        work = replace(work, cache=cache_of(config), progress=progress)
        edition = write_pages(config, report=screen.keep, work=work)
        if site is not None:
            progress("Making the site", 0, 0)
            clock = seconds_of(newest_day(edition))
            build_html(config, site=site, clock=clock, warn=screen.warn, processes=work.processes)
        # Last of all: a build that fails or is killed is no edition.
        write_history(config.sources, edition.history)
    screen.summarise(edition, str(site / "index.html" if site else config.docs))


def serve_project(config: Config, *, address: str | None, screen: Screen) -> None:
    """Serve the site live, and tell what MkDocs does, only its warnings when quiet."""
    level = logging.WARNING if screen.quiet else logging.INFO
    serve_html(config, address=address, tell=screen.warn, level=level)
