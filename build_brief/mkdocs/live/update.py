"""A live site whose next build makes only the pages that changed; the bytes are those of a whole build.

MkDocs reads, wraps in the theme and writes every page at every live build. Here what it built last stays in
memory without the pages' words, and the pages that changed go through MkDocs once more, each as in a whole
build. Whatever may show on other pages too, settings, navigation, a theme or plugins that are not known,
makes the build a whole one. The index of the search is written when somebody asks for it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from build_brief.mkdocs.pages import KeptPages, index_of
from build_brief.mkdocs.pages.search import SEARCH, Entries
from build_brief.publish.machines.search_pieces import FOLDER, write_pieces

KNOWN = frozenset(("build-brief", SEARCH, "material/offline"))
"""Plugins of which it is known what they do to a page, and to which."""

OFFLINE = "material/offline"
SITEMAP = "sitemap.xml"
FRONTS = ("index", "README")
"""Pages that stand for their folder; where both are, one of them is left out."""


@dataclass(slots=True, kw_only=True)
class Built:
    """What MkDocs built last."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    links: dict[str, frozenset[str]] = field(default_factory=dict)
    """By page what it links to; none for one of which MkDocs had something to say, and must say it again."""
    found: dict[str, Entries] = field(default_factory=dict)
    """By page what the search finds in it."""
    searchable: bool = True
    """False when the index of the search is older than the pages."""

    def remember(self, pages: KeptPages) -> None:
        """Take over what was learnt of the pages that were rendered."""
        self.links |= pages.links
        self.found |= pages.found
        for name in pages.rendered - set(pages.links):
            self.links.pop(name, None)

    def forget_words(self) -> None:
        """Let go of what fills the memory and is on disk: the words of pages that show on no other."""
        in_nav = {id(page) for page in self.nav.pages}
        for file in _documents(self.files):
            if file.page and id(file.page) not in in_nav:
                file.page.markdown = file.page.content = None
                file.page.toc = []  # type: ignore[assignment]


def can_be_changed(config: MkDocsConfig) -> bool:
    """Tell whether nothing has a hand in the site that may make one page depend on another."""
    known = KNOWN.issuperset(config.plugins) and index_of(config) is not None
    return known and not (config.hooks or config.theme.custom_dir or config.strict or config.draft_docs)


class Update:
    """One build that changes what was built last."""

    def __init__(self, built: Built, changed: Collection[str]) -> None:
        """Make what follows from the files of `docs/` with these names, which were written or are gone."""
        self._built, self._config = built, built.config
        self._docs = Path(built.config.docs_dir)
        self._titled = {page.file.src_uri for page in built.nav.pages}
        there = {name for name in changed if (self._docs / name).is_file()}
        self._new = {name for name in there if built.files.get_file_from_path(name) is None}
        self._old = there - self._new
        self._gone = {name for name in set(changed) - there if built.files.get_file_from_path(name)}

    def is_possible(self) -> bool:
        """Tell whether the changes stay in their pages; nothing has been touched yet."""
        moved = self._new | self._gone
        if any(map(self._is_of_the_theme, moved | self._old)):
            return False
        documents = {name for name in moved if name.endswith(".md")}
        return not any(self._is_in_nav(name) for name in documents)

    def make(self, pages: KeptPages) -> bool:
        """Make the pages, `pages` rendering them; False when the navigation turns out to change."""
        moved = self._new | self._gone
        for name in self._gone:
            self._remove(name)
        for name in self._new:
            self._add(name)
        if self._new:
            _sort(self._built.files, self._config)
        names = self._old | self._new | self._touched(moved)
        files = [file for name in sorted(names) if (file := self._built.files.get_file_from_path(name))]
        shown = [file for file in files if file.inclusion.is_included()]  # type: ignore[no-untyped-call]
        if not self._render([file for file in shown if file.is_documentation_page()]):
            return False
        self._built.remember(pages)
        for file in shown:
            if not file.is_documentation_page():
                file.copy_file()
        self._wrap([file for file in shown if file.is_documentation_page()])
        self._built.remember(pages)
        self._finish(moved=bool(moved))
        return True

    def _is_of_the_theme(self, name: str) -> bool:
        """Tell whether the theme, a template or the choice between two pages has to do with a file."""
        if name in self._config.extra_templates or PurePosixPath(name).name == "README.md":
            return True
        return any(os.path.isfile(os.path.join(place, name)) for place in self._config.theme.dirs)  # noqa: PTH113, PTH118 - as MkDocs has them

    def _is_in_nav(self, name: str) -> bool:
        if name in self._titled or repr(name) in repr(self._config.nav):
            return True
        file = self._file(name)
        return bool(file.inclusion.is_in_nav())  # type: ignore[no-untyped-call]

    def _file(self, name: str) -> File:
        file = File(name, self._config.docs_dir, self._config.site_dir, self._config.use_directory_urls)
        set_exclusions([file], self._config)
        return file

    def _add(self, name: str) -> None:
        file = self._file(name)
        self._built.files.append(file)
        if file.is_documentation_page():
            Page(None, file, self._config)

    def _remove(self, name: str) -> None:
        file = self._built.files.get_file_from_path(name)
        assert file is not None, name
        self._built.files.remove(file)
        Path(file.abs_dest_path).unlink(missing_ok=True)
        self._built.links.pop(name, None)
        self._built.found.pop(name, None)

    def _touched(self, moved: set[str]) -> set[str]:
        """Return the pages that say something else because files came or went."""
        links = self._built.links
        unsure = {file.src_uri for file in _documents(self._built.files) if file.src_uri not in links}
        cards = {name.removesuffix(".png") + ".md" for name in moved if name.endswith(".png")}
        return unsure | cards | {name for name, targets in links.items() if not moved.isdisjoint(targets)}

    def _render(self, files: Iterable[File]) -> bool:
        for file in files:
            assert file.page is not None, file.src_uri
            before = _in_navigation(file.page)
            _populate_page(file.page, self._config, self._built.files)
            if file.src_uri in self._titled and _in_navigation(file.page) != before:
                return False
        return True

    def _wrap(self, files: Iterable[File]) -> None:
        documents = _documents(self._built.files)
        for file in files:
            assert file.page is not None, file.src_uri
            _build_page(file.page, self._config, documents, self._built.nav, self._built.env)

    def _finish(self, *, moved: bool) -> None:
        built, config, today = self._built, self._config, get_build_date()
        documents = _documents(built.files)
        pages = [file.page for file in documents if file.page]
        for page in pages:
            page.validate_anchor_links(files=built.files, log_level=config.validation.links.anchors)
        if moved or any(page.update_date != today for page in pages):
            for page in pages:
                page.update_date = today
            if SITEMAP in config.theme.static_templates:
                _build_theme_template(SITEMAP, built.env, built.files, config, built.nav)
        built.searchable = False
        built.forget_words()


def write_search(built: Built) -> None:
    """Write the index of the search as the plugins do at the end of a whole build."""
    index, config = index_of(built.config), built.config
    assert index is not None, "asked when the site was built"
    found = (built.found.get(file.src_uri, []) for file in _documents(built.files))
    index.entries[:] = [entry for entries in found for entry in entries]
    with suppress(FileNotFoundError):
        shutil.rmtree(Path(config.site_dir, FOLDER))
    _end(config.plugins, SEARCH, config)
    write_pieces(Path(config.site_dir))
    _end(config.plugins, OFFLINE, config)
    index.entries.clear()
    built.searchable = True


def _end(plugins: Mapping[str, Any], name: str, config: MkDocsConfig) -> None:
    if name in plugins:
        plugins[name].on_post_build(config=config)


def _documents(files: Files) -> list[File]:
    return list(files.documentation_pages(inclusion=InclusionLevel.is_in_serve))


def _in_navigation(page: Page) -> str:
    """Return what other pages show of `page`."""
    return repr((page.title, page.meta))


def _sort(files: Files, config: MkDocsConfig) -> None:
    """Put `files` in the order in which MkDocs finds them: folder by folder, then those of the theme."""

    def key(file: File) -> tuple[bool, tuple[str, ...], bool, str]:
        path = PurePosixPath(file.src_uri)
        if file.src_dir != config.docs_dir:
            return True, (), False, ""
        return False, path.parts[:-1], path.stem not in FRONTS, path.name

    for file in sorted(files, key=key):
        files.remove(file)
        files.append(file)
