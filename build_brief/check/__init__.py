"""Read the sources and the written pages again, and see whether the promises hold.

Nothing that the build remembers is trusted: the pages are those on disk, made into HTML as any reader
of Markdown would, and the words are compared with the articles as they are read now.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from build_brief.check.descriptions import check_description
from build_brief.check.findings import Failure, Findings, Promise
from build_brief.check.freshness import check_fresh, check_made
from build_brief.check.ledger import check_ledger
from build_brief.check.links import Shelf, check_links
from build_brief.check.pages import Page, read_page
from build_brief.check.quotations import check_words
from build_brief.check.unsourced import check_unsourced
from build_brief.model.article import Article
from build_brief.model.site import Site
from build_brief.writing.manifest import read_manifest

__all__ = ["Failure", "Findings", "Promise", "check_docs", "check_html", "read_docs"]

LEDGER = "assets/quotes.js"

ERROR_PAGE = "404.html"
"""A server shows it at any address, so its links count from the root of a server that is not known here."""

Render = Callable[[str], str]
"""Makes HTML of a page's Markdown, as the site does."""


def read_docs(docs: Path, *, render: Render) -> dict[str, Page]:
    """Return every page of Markdown in `docs`, by its path in there."""
    return {
        path: read_page(path, render(_text(docs / path)))
        for path in sorted(list_files(docs))
        if path.endswith(".md")
    }


def check_docs(docs: Path, pages: Mapping[str, Page], site: Site, articles: Sequence[Article]) -> Findings:
    """Check the generated ones of `pages`, read from `docs`, against `articles` as read now.

    `site` is what the sources give now. Pages that an editor wrote are left alone. Raises `WriteError`
    when the manifest is damaged.
    """
    findings = Findings()
    known = read_manifest(docs)
    check_fresh(site, docs, known, findings)
    files = list_files(docs)
    ours = {file.path for file in site.files} | set(known.digests)
    _check(docs, pages, sorted(ours & files), articles, findings)
    for file in site.files:
        name = f"{docs.name}/{file.path}"
        if name in findings.edited and file.path in pages:
            generated = file.content.decode()
            check_unsourced(pages[file.path], generated, articles, findings, name=name)
            check_description(_text(docs / file.path), generated, articles, findings, name=name)
    return findings


def check_html(folder: Path, docs: Mapping[str, Page], site: Site, articles: Iterable[Article]) -> Findings:
    """Check the HTML in `folder` that MkDocs made of the pages in `docs`, those of `site` and others."""
    findings = Findings()
    files = list_files(folder) - {ERROR_PAGE}
    pages = {path: read_page(path, _text(folder / path)) for path in files if path.endswith(".html")}
    for path in sorted(file.path for file in site.files if file.path in docs):
        check_made(docs[path], pages, findings, name=folder.name)
    _check(folder, pages, sorted(files), articles, findings)
    return findings


def list_files(folder: Path) -> frozenset[str]:
    """Return the paths of all files in `folder`, with `/`; what is hidden is not part of a site."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name).relative_to(folder).as_posix() for name in files if name[0] != "."]
    return frozenset(found)


def _check(
    folder: Path,
    pages: Mapping[str, Page],
    paths: Iterable[str],
    articles: Iterable[Article],
    findings: Findings,
) -> None:
    """Check the files at `paths`, each a page or the ledger's script."""
    known = {str(article.id): article for article in articles}
    shelf = Shelf(pages=pages, files=list_files(folder))
    for path in paths:
        name = f"{folder.name}/{path}"
        if path in pages:
            check_words(pages[path], known, findings, name=name)
            check_links(pages[path], shelf, findings, name=name)
        elif path == LEDGER:
            check_ledger(_text(folder / path), known, findings, name=name)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")
