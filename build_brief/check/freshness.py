"""The generated files on disk are those that the sources give now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from build_brief.check.findings import Findings, Promise
from build_brief.check.pages import Page
from build_brief.check.words import visible
from build_brief.model.site import Site
from build_brief.writing.manifest import Manifest, digest

CURE = "build again"


def check_fresh(site: Site, docs: Path, known: Manifest, findings: Findings) -> None:
    """Compare the files in `docs`, of which the build wrote those that `known` names, with `site`.

    A page that an editor changed is not stale: it is named, and its words are checked like any other's.
    """
    wanted = {file.path: file.digest for file in site.files}
    for path, mark in sorted(wanted.items()):
        found = _read(docs / path)
        there = None if found is None else digest(found)
        name = f"{docs.name}/{path}"
        if found is None:
            findings.add(Promise.FRESH, name, [f"the page is missing; {CURE}."])
        elif there != mark and not known.wrote(path, found):
            findings.edited.append(name)
        else:
            stale = [f"the page is stale; {CURE}."] if there != mark else []
            findings.add(Promise.FRESH, name, stale)
    for path in sorted(set(known.digests) - set(wanted)):
        if _read(docs / path) is not None:
            findings.add(
                Promise.FRESH, f"{docs.name}/{path}", [f"no source makes this page any more; {CURE}."]
            )


def check_made(page: Page, made: Mapping[str, Page], findings: Findings, *, name: str) -> None:
    """Compare the words of `page` in Markdown with those of the HTML that was `made` of it."""
    stem = page.path.removesuffix(".md")
    folder = stem.removesuffix("index").removesuffix("/")
    path = next((path for path in (f"{stem}.html", f"{folder}/index.html") if path in made), None)
    if path is None:
        findings.add(Promise.FRESH, f"{name}/{stem}.html", [f"the page is missing; {CURE}."])
        return
    same = _words(page) == _words(made[path])
    findings.add(Promise.FRESH, f"{name}/{path}", [] if same else [f"the page is older than docs/; {CURE}."])


def _words(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(passage.kind, tuple(map(visible, passage.pieces))) for passage in page.passages]


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
