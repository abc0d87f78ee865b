"""Every link leads to a file and an anchor that exist, and every citation to the paragraph it names."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from build_brief.check.findings import Findings, Promise
from build_brief.check.pages import Note, Page, Passage, Place
from build_brief.check.words import visible

TOP = ("", "top")
"""Fragments that every browser knows."""

BACK = "fnref"
"""What the links from a note back to its sentences begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The pages of one folder, Markdown or HTML, that may link one another."""

    pages: Mapping[str, Page]
    files: Collection[str]
    """Everything in the folder that a link may lead to, pages included."""

    def follow(self, link: str, *, page: Page) -> tuple[Page | None, str]:
        """Return the page that `link` on `page` leads to, None for another file, and the fragment.

        Raises `LookupError`, with what is wrong, when it leads nowhere.
        """
        parts = urlsplit(link)
        fragment = unquote(parts.fragment)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(parts.path)))
        found = self._find(path) if parts.path else page.path
        if found is None:
            message = f"link to {link}: there is no such file."
            raise LookupError(message)
        target = self.pages.get(found)
        if target and fragment not in TOP and fragment not in target.anchors:
            message = f"link to {link}: that page has no such place."
            raise LookupError(message)
        return target, fragment

    def _find(self, path: str) -> str | None:
        index = posixpath.normpath(posixpath.join(path, "index.html"))
        return next((file for file in (path, index) if file in self.files), None)

    def place(self, link: str, *, page: Page) -> Place | None:
        """Return the paragraph that `link` lands on; None when it leads to none."""
        try:
            target, fragment = self.follow(link, page=page)
        except LookupError:
            return None
        return target.anchors.get(fragment) if target else None


def check_links(page: Page, shelf: Shelf, findings: Findings, *, name: str) -> None:
    """Follow all links and citations of `page`; `name` is what messages call it."""
    for link in page.links:
        if not urlsplit(link).scheme and not link.startswith("//"):
            findings.add(Promise.LINKS, name, _problems(link, page, shelf))
    for note in page.notes.values():
        if note.place:
            findings.add(Promise.CITATIONS, name, _note_problems(note, page, shelf))
    for passage in page.passages:
        if passage.kind in ("verbatim", "statement") and not passage.inner:
            findings.add(Promise.CITED, name, _passage_problems(passage, page, shelf))


def _problems(link: str, page: Page, shelf: Shelf) -> Iterator[str]:
    try:
        shelf.follow(link, page=page)
    except LookupError as error:
        yield str(error.args[0])


def _note_problems(note: Note, page: Page, shelf: Shelf) -> Iterator[str]:
    landings = [shelf.place(link, page=page) for link in note.links]
    place = note.place
    if place and not any(place.holds(landing) for landing in landings) and not _unshown(note, page, shelf):
        yield f"a note on paragraph {place.first} of {place.article} does not lead there."


def _unshown(note: Note, page: Page, shelf: Shelf) -> bool:
    """Tell whether the note leads to where a paragraph would stand, had the site the right to print it."""
    for link in note.links:
        try:
            target, fragment = shelf.follow(link, page=page)
        except LookupError:
            continue
        if target and note.place and fragment == f"p{note.place.first}":
            return target.anchors.get(fragment) is None
    return False


def _passage_problems(passage: Passage, page: Page, shelf: Shelf) -> Iterator[str]:
    place = passage.place
    if place is None:
        return  # said already, where words are compared
    notes = [page.notes.get(link.removeprefix("#")) for link in passage.links]
    cited = [note.place for note in notes if note]
    cited += [shelf.place(link, page=page) for link in passage.links]
    if not any(place.holds(landing) for landing in cited):
        words = visible(" … ".join(passage.pieces))[:60]
        yield f"“{words}” has no citation of paragraph {place.first} of {place.article} beside it."
