"""What MkDocs made of a page's Markdown, as plain values, and back into the page.

A page becomes the same again when its Markdown, the settings and the places of the files that it links to are
the same. A page of which MkDocs had something to say has no record: it must say so again.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

Record = Mapping[str, Any]
"""Values that JSON can hold."""

ROOTED = re.compile(r'(?:href|src)="[/\\]')
"""A link from the root: MkDocs warns of it while it renders, and must go on doing so."""


def digest_of(page: Page) -> str:
    """Return what tells the Markdown of `page` from any other."""
    return hashlib.sha256((page.markdown or "").encode()).hexdigest()


def render(page: Page, config: MkDocsConfig, files: Files) -> Record | None:
    """Let MkDocs render `page`, and return the record of it; None when it must be rendered each time."""
    watched = _WatchedFiles(files)
    Page.render(page, config, watched)
    if not watched.complete or ROOTED.search(page.content or ""):
        return None
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "toc": [_outline(item) for item in page.toc],
        "title": page._title_from_render,  # noqa: SLF001 - what `Page.render` sets
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: anchors for file, anchors in links.items()},
        "targets": watched.targets,
    }


def restore(page: Page, kept: Record | None, files: Files) -> bool:
    """Fill `page` from its record, unless a file that it links to lies elsewhere now, or is gone."""
    if kept is None:
        return False
    for path, url in kept["targets"].items():
        file = files.get_file_from_path(path)
        if file is None or file.url != url or is_hidden(file):
            return False
    page.content = kept["content"]
    page.toc = get_toc(kept["toc"])
    page._title_from_render = kept["title"]  # noqa: SLF001
    page.present_anchor_ids = set(kept["anchors"])
    page.links_to_anchors = {_file(files, uri): anchors for uri, anchors in kept["links"].items()}
    return True


def is_hidden(file: File) -> bool:
    """Tell whether `file` is left out of the site."""
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]


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
        if file is None or is_hidden(file):
            self.complete = False
        else:
            self.targets[path] = file.url
        return file


def _outline(item: Any) -> dict[str, object]:  # noqa: ANN401 - MkDocs does not type its table of contents
    return {
        "name": item.title,
        "id": item.id,
        "level": item.level,
        "children": [_outline(child) for child in item.children],
    }


def _file(files: Files, uri: str) -> File:
    file = files.get_file_from_path(uri)
    if file is None:
        raise KeyError(uri)  # every link's file is among the targets, which were all found
    return file
