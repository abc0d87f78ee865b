"""Pages that MkDocs need not render again: the HTML of a page is kept by its Markdown.

MkDocs renders every page at every build, a live one too. What a page becomes depends on its Markdown, on the
settings, and on where the files that it links to lie; when all are as they were, the HTML is taken from the
last build. Hooks of other plugins run as ever, before and after.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from build_brief.cache.program import fingerprint
from build_brief.cache.store import Store

FILE = "pages.sqlite"

PURE = frozenset(("attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"))
"""Extensions whose result depends on the page alone; another one may read files, or the clock."""

ROOTED = re.compile(r'(?:href|src)="[/\\]')
"""A link from the root: MkDocs warns of it while it renders, and must go on doing so."""


def program_of(config: MkDocsConfig) -> str | None:
    """Return what tells these settings, and the program that renders with them, from others.

    None when nothing may be kept, for an extension that is not known to be pure or a setting without a
    fixed form.
    """
    names = [name.removeprefix("markdown.extensions.") for name in map(str, config.markdown_extensions)]
    if not PURE.issuperset(names):
        return None
    try:
        settings = json.dumps([names, config.mdx_configs, config.use_directory_urls], sort_keys=True)
    except TypeError:
        return None
    return fingerprint() + settings


class KeptPages:
    """The rendered pages of the last build, and those of this one."""

    def __init__(self, store: Store) -> None:
        """Take pages from `store`, and put them there."""
        self._store = store
        self._digests = store.digests()
        self._seen: set[str] = set()

    def serve(self, page: Page) -> None:
        """Let `page`, when MkDocs comes to render it, take what is kept."""
        page.render = partial(self._render, page)  # type: ignore[method-assign]

    def finish(self) -> None:
        """Drop the pages that are gone, and save the others."""
        for name in sorted(set(self._digests) - self._seen):
            self._store.forget(name)
        self._store.save()

    def _render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        name, digest = page.file.src_uri, hashlib.sha256((page.markdown or "").encode()).hexdigest()
        self._seen.add(name)
        if self._digests.get(name) == digest and _restore(page, self._store.fetch(name), files):
            return
        watched = _WatchedFiles(files)
        Page.render(page, config, watched)
        if watched.complete and not ROOTED.search(page.content or ""):
            self._store.keep(name, digest, _describe(page, watched))


class _WatchedFiles(Files):
    """Files that remember which of them a page links to."""

    def __init__(self, files: Files) -> None:
        super().__init__([])
        self._all = files
        self.targets: dict[str, str] = {}
        self.complete = logging.getLogger("mkdocs").getEffectiveLevel() > logging.DEBUG
        """False when MkDocs had something to say of a link, or kept no record of its anchors."""

    def get_file_from_path(self, path: str) -> File | None:
        file = self._all.get_file_from_path(path)
        if file is None or _is_hidden(file):
            self.complete = False
        else:
            self.targets[path] = file.url
        return file


def _describe(page: Page, watched: _WatchedFiles) -> bytes:
    links = page.links_to_anchors or {}
    return json.dumps(
        {
            "content": page.content,
            "toc": [_outline(item) for item in page.toc],
            "title": page._title_from_render,  # noqa: SLF001 - what `Page.render` sets
            "anchors": sorted(page.present_anchor_ids or ()),
            "links": {file.src_uri: anchors for file, anchors in links.items()},
            "targets": watched.targets,
        }
    ).encode()


def _outline(item: Any) -> dict[str, object]:  # noqa: ANN401 - MkDocs does not type its table of contents
    return {
        "name": item.title,
        "id": item.id,
        "level": item.level,
        "children": [_outline(child) for child in item.children],
    }


def _restore(page: Page, content: bytes | None, files: Files) -> bool:
    """Fill `page` with what is kept, unless a file that it links to lies elsewhere now, or is gone."""
    if content is None:
        return False
    kept: Mapping[str, Any] = json.loads(content)
    for path, url in kept["targets"].items():
        file = files.get_file_from_path(path)
        if file is None or file.url != url or _is_hidden(file):
            return False
    page.content = kept["content"]
    page.toc = get_toc(kept["toc"])
    page._title_from_render = kept["title"]  # noqa: SLF001
    page.present_anchor_ids = set(kept["anchors"])
    page.links_to_anchors = {_file(files, uri): anchors for uri, anchors in kept["links"].items()}
    return True


def _file(files: Files, uri: str) -> File:
    file = files.get_file_from_path(uri)
    if file is None:
        raise KeyError(uri)  # every link's file is among the targets, which were all found
    return file


def _is_hidden(file: File) -> bool:
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]
