"""Let MkDocs make the HTML of the pages in `docs/`: once into a folder, or live."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.commands import serve as live
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from build_brief.config import FILE, Config
from build_brief.mkdocs.plugin import CLOCK, BuildBriefPlugin
from build_brief.model.problems import CheckError, ConfigError
from build_brief.writing.folders import mirror

PLUGIN = "build-brief"
OURS = "sitemap.xml"
"""What every site of ours has: a folder with other files and without it is not taken over."""

HALF_DONE = ".build_brief-site"
"""Where MkDocs writes before the site takes it over file by file; beside the site, so on the same disk."""


def build_html(
    config: Config, *, site: Path, clock: str, warn: Callable[[str], None], processes: int = 1
) -> None:
    """Make the HTML of the pages in `config.docs` and put it into `site`, each file in one step.

    `clock` stands in for the time, unless `SOURCE_DATE_EPOCH` is set. Warnings of MkDocs go to `warn`.
    More `processes` than one render many pages sooner, and the bytes are the same.
    Raises `CheckError` when there was one, `ConfigError` when MkDocs refuses its settings; then `site` is
    as it was.
    """
    _refuse_foreign(site)
    half_done = site.parent / HALF_DONE
    shutil.rmtree(half_done, ignore_errors=True)
    try:
        with _clock(clock), _listening(warn, logging.WARNING) as warnings:
            _build(config, half_done, processes)
        if warnings:
            problem = (
                f"MkDocs finds {len(warnings)} problems with the pages." if len(warnings) > 1 else warnings[0]
            )
            raise CheckError(str(config.docs), problem, "Correct what is named, and build again.")
        mirror(half_done, site, first=OURS)
    finally:
        shutil.rmtree(half_done, ignore_errors=True)


def serve_html(config: Config, *, address: str | None, tell: Callable[[str], None], level: int) -> None:
    """Serve the site live until interrupted; pages and HTML follow the sources.

    What MkDocs logs at `level` or above goes to `tell`.
    """
    options: dict[str, Any] = {"plugins": list_plugins(config)} | ({"dev_addr": address} if address else {})
    with _listening(tell, level):
        try:
            live.serve(config_file=str(config.folder / FILE), **options)
        except MkDocsException as error:
            raise ConfigError(FILE, f"{error.message}.", "Correct it, and start again.") from error


def load_renderer(config: Config) -> Callable[[str], str]:
    """Return the function that makes HTML of a page's Markdown, as the site's settings have it."""
    settings = _load(config, config.site)
    markdown = Markdown(extensions=settings.markdown_extensions, extension_configs=settings.mdx_configs)

    def render(page: str) -> str:
        text, _ = get_data(page)
        return markdown.reset().convert(text)

    return render


def _refuse_foreign(site: Path) -> None:
    """Raise `ConfigError` when `site` holds something that no build has put there, for it would go."""
    if site.is_dir() and not (site / OURS).is_file():
        foreign = sorted(file.name for file in site.iterdir() if not file.name.startswith("."))
        if foreign:
            problem = f"the folder holds files of yours ({foreign[0]})."
            raise ConfigError(str(site), problem, "Name a new or empty folder for the site.")


def _build(config: Config, site: Path, processes: int) -> None:
    try:
        settings = _load(config, site, processes)
        build(settings)
    except Abort:
        return  # the warnings say why
    except MkDocsException as error:
        raise ConfigError(FILE, f"{error.message}.", "Correct it, and build again.") from error


def _load(config: Config, site: Path, processes: int = 1) -> MkDocsConfig:
    # The theme prints an advertisement for its successor in colours otherwise.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    settings = load_config(
        config_file=str(config.folder / FILE), site_dir=str(site), strict=True, plugins=list_plugins(config)
    )
    for plugin in settings.plugins.values():
        if isinstance(plugin, BuildBriefPlugin):
            plugin.idle, plugin.processes = True, processes
    return settings


def list_plugins(config: Config) -> list[object]:
    """Return the plugins of the project, and ours, which follows the sources and keeps rendered pages."""
    with (config.folder / FILE).open("rb") as file:
        listed = yaml_load(file).get("plugins", ["search"])
    plugins = [{name: options} for name, options in listed.items()] if isinstance(listed, dict) else listed
    names = [name for plugin in plugins for name in (plugin if isinstance(plugin, dict) else [plugin])]
    return plugins if PLUGIN in names else [*plugins, PLUGIN]


@contextmanager
def _clock(seconds: str) -> Iterator[None]:
    """Let MkDocs take `seconds` for the time, unless the environment says what to take."""
    given = os.environ.get(CLOCK)
    os.environ[CLOCK] = given or seconds
    try:
        yield
    finally:
        if given is None:
            del os.environ[CLOCK]


class _Listener(logging.Handler):
    """Hands on what MkDocs logs, one line each."""

    def __init__(self, tell: Callable[[str], None], level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        line = " ".join(record.getMessage().split())
        self.lines.append(line)
        self._tell(line)


@contextmanager
def _listening(tell: Callable[[str], None], level: int) -> Iterator[list[str]]:
    """Hear what MkDocs logs at `level` or above during the block."""
    listener = _Listener(tell, level)
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(level)
    logger.addHandler(listener)
    try:
        yield listener.lines
    finally:
        logger.removeHandler(listener)
        logger.setLevel(before)
