"""The documents that can be printed, and by what one knows whether a printed one is still right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from re import compile as pattern

from build_brief.model.briefing import Briefing
from build_brief.publish.paper.briefings import gather_briefing
from build_brief.publish.paper.fonts import CARRIED, Script, find_files, scripts_of
from build_brief.publish.paper.letters import plain
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page

TEMPLATES = Path(__file__).parent / "templates"
FINGERPRINT = pattern(rb"build-brief inputs ([0-9a-f]{64})")


class PaperSize(StrEnum):
    """The sheet, by its name in the typesetter."""

    A4 = "a4"
    LETTER = "us-letter"


HEIGHTS = {PaperSize.A4: 297 / 25.4 * 72, PaperSize.LETTER: 11 * 72.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a document is laid out."""

    size: PaperSize = PaperSize.A4
    two_sided: bool = False
    """Margins wider at the spine, and running heads that mirror each other."""

    @property
    def height(self) -> float:
        """Of a page, in points."""
        return HEIGHTS[self.size]

    @property
    def values(self) -> str:
        """As the template reads it."""
        return json.dumps({"paper": self.size.value, "two_sided": self.two_sided})


@dataclass(frozen=True, kw_only=True)
class Document:
    """One document before it is set; equal fingerprints give equal bytes."""

    path: str
    values: str
    """All that is printed, as JSON."""
    day: date | None
    """The newest day of its stories: the only date it may carry as its own."""
    layout: Layout
    mark: str = ""
    """The fingerprint that it bears when it is a part of another document."""

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """Ways of writing in it that need a font of their own."""
        return scripts_of({letter for letter in set(self.values) if not letter.isascii()})

    @property
    def fonts(self) -> str:
        """The fonts to look for a letter in, one after another, as the template reads them."""
        return json.dumps([*CARRIED, *(script.family for script in self.scripts)])

    @cached_property
    def fingerprint(self) -> str:
        """What decides about its bytes, in 64 letters; it stands in the PDF itself."""
        if self.mark:
            return self.mark
        fonts = [path.name for script in self.scripts for path in find_files(script)]
        parts = (_program(), self.values, self.layout.values, str(self.day), json.dumps(fonts))
        return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()

    def made(self, content: bytes) -> bool:
        """Tell whether `content` is a PDF of this document as it is now."""
        found = FINGERPRINT.search(content)
        return found is not None and found[1].decode() == self.fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document as it was set."""

    content: bytes
    missing: frozenset[str]
    """Letters that no font could show; each stands as U+FFFD."""


@cache
def _program() -> str:
    """Return what of the program itself decides about the bytes of a PDF."""
    from importlib.metadata import version

    templates = b"\0".join(path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ")))
    return f"typst {version('typst')} {sha256(templates).hexdigest()}"


def lay_out_briefings(press: Press, pages: Iterable[Page], *, layout: Layout) -> Iterator[Document]:
    """Give the document of each briefing; `pages` are those of the site, whose numbers it has."""
    printed = {page.path: page for page in pages}
    for briefing in press.edition.briefings:
        yield lay_out_briefing(press, briefing, layout=layout, page=printed.get(f"{briefing.id}.md"))


def lay_out_briefing(
    press: Press, briefing: Briefing, *, layout: Layout, page: Page | None = None
) -> Document:
    """Return the document of one briefing; its path is that of its page, as a PDF."""
    gathered = gather_briefing(press, briefing, page)
    values = {
        "kind": "briefing",
        "title": gathered["title"],
        "site": plain(press.settings.title),
        "briefing": gathered,
    }
    day = briefing.story.day.day
    return Document(path=f"{briefing.id}.pdf", values=write_values(values), day=day, layout=layout)


def write_values(values: object) -> str:
    """Return what a template gets, as JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
