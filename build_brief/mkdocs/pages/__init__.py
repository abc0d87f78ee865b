"""Pages that MkDocs need not render again: the HTML of a page is kept by its Markdown.

MkDocs renders every page at every build, a live one too. What a page becomes depends on its Markdown, on the
settings, and on where the files that it links to lie; when all are as they were, the HTML is taken from the
last build, and what the search finds in it. The others are rendered by as many processes as may help. Hooks
of other plugins run as ever, before and after.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from sys import intern
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from build_brief.cache.program import fingerprint
from build_brief.cache.store import Store
from build_brief.mkdocs.pages.record import Record, digest_of, render, restore
from build_brief.mkdocs.pages.search import Entries, index_of, mark_of
from build_brief.mkdocs.pages.workers import NOBODY, render_ahead

FILE = "pages.sqlite"

PURE = frozenset(("attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"))
"""Extensions whose result depends on the page alone; another one may read files, or the clock."""

ROOMS = ("mkdocs/pages", "publish")
"""Whose code decides what is kept: how a page is rendered, and what of it the search is shown."""


def program_of(config: MkDocsConfig) -> str | None:
    """Return what tells these settings, and the program that renders with them, from others.

    None when nothing may be kept, for an extension that is not known to be pure or a setting without a
    fixed form.
    """
    names = [name.removeprefix("markdown.extensions.") for name in map(str, config.markdown_extensions)]
    if not PURE.issuperset(names):
        return None
    told = [names, config.mdx_configs, config.use_directory_urls, config.validation]
    try:
        settings = json.dumps(told, sort_keys=True, default=dict)
    except (TypeError, ValueError):
        return None
    return fingerprint(ROOMS) + settings


class KeptPages:
    """The rendered pages of the last build, and those of this one."""

    def __init__(self, store: Store, *, known: bool = True) -> None:
        """Take pages from `store`, if what it holds need be `known`, and put them there."""
        self.links: dict[str, frozenset[str]] = {}
        """By page the files that it links to; none for one that must be rendered each time."""
        self.found: dict[str, Entries] = {}
        """By page what the search finds in it."""
        self.rendered: set[str] = set()
        self._store = store
        self._digests = dict(store.digests()) if known else {}
        self._seen: set[str] = set()
        self._ahead = NOBODY
        self._helping = ExitStack()

    def prepare(self, pages: Iterable[Page], files: Files, config: MkDocsConfig, processes: int) -> None:
        """Have those of `pages` that are not kept rendered by other processes; `close` ends them."""
        if processes > 1:
            missing = [page for page in pages if not self._is_kept(page)]
            self._ahead = self._helping.enter_context(render_ahead(missing, files, config, processes))

    def close(self) -> None:
        """Let the processes go."""
        self._ahead = NOBODY
        self._helping.close()

    def serve(self, page: Page) -> None:
        """Let `page`, when MkDocs comes to render it, take what is kept."""
        page.render = partial(self._render, page)  # type: ignore[method-assign]

    def find_in(self, page: Page, config: MkDocsConfig) -> Entries | None:
        """Return what the search finds in `page`, when that is kept."""
        name, mark = _name_in_search(page), mark_of(page)
        self._seen.add(name)
        if index_of(config) is None:
            return None
        kept: Entries | None = self._recall(name, mark)
        if kept is not None:
            self.found[page.file.src_uri] = kept
        return kept

    def keep_found(self, page: Page, found: Entries) -> None:
        """Keep what the search found in `page`."""
        self.found[page.file.src_uri] = found
        self._keep(_name_in_search(page), mark_of(page), found)

    def finish(self) -> None:
        """Drop the pages that are gone, and save the others."""
        for name in sorted(set(self._digests) - self._seen):
            self._store.forget(name)
        self._store.save()

    def _is_kept(self, page: Page) -> bool:
        try:
            markdown, _ = get_data(page.file.content_string)
        except (OSError, ValueError):
            return True  # MkDocs will say what is wrong with it
        return self._digests.get(page.file.src_uri) == hashlib.sha256(markdown.encode()).hexdigest()

    def _recall(self, name: str, digest: str) -> Any:  # noqa: ANN401 - what was kept under that name
        content = self._store.fetch(name) if self._digests.get(name) == digest else None
        return None if content is None else json.loads(content)

    def _keep(self, name: str, digest: str, value: object) -> None:
        self._store.keep(name, digest, json.dumps(value).encode())
        self._digests[name] = digest

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        name, digest = page.file.src_uri, digest_of(page)
        self.rendered.add(name)
        self._seen.add(name)
        record: Record | None = self._recall(name, digest)
        if not restore(page, record, files):
            record = self._take_over(page, digest, files) or render(page, config, files)
            if record:
                self._keep(name, digest, record)
        if record:
            self.links[name] = frozenset(map(intern, record["targets"]))

    def _take_over(self, page: Page, digest: str, files: Files) -> Record | None:
        """Fill `page` from what another process made of it, and return that; None when that cannot be."""
        rendered = self._ahead.take(page.file.src_uri)
        if not rendered or rendered.digest != digest or not restore(page, rendered.record, files):
            return None
        self._keep(_name_in_search(page), rendered.mark, rendered.found)
        return rendered.record


def _name_in_search(page: Page) -> str:
    return f"{page.file.src_uri}?search"


__all__ = ("FILE", "KeptPages", "index_of", "program_of")
