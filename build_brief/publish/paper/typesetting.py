"""Hand values to the typesetter, and get PDFs or pictures back; the only place that knows Typst.

Typst is imported when the first document is set: the command line answers without it. It gets no network,
no packages, no fonts of the system, no clock, and no file but the templates and the fonts named here.
"""

from __future__ import annotations

import json
import re
from calendar import timegm
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Self
from unicodedata import category

from build_brief.model.problems import BriefError
from build_brief.publish.paper.documents import TEMPLATES, Document, Layout, Printed
from build_brief.publish.paper.fonts import SCRIPTS, Script, find_files

if TYPE_CHECKING:
    from typst import Compiler, Fonts

MAIN, CARDS = TEMPLATES / "main.typ", TEMPLATES / "cards.typ"
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA: tagged, with title and language; the typesetter refuses what a screen reader could not read."""

DOTS = 72.0
"""To an inch: one for each point."""

FIRST_DAY = date(1980, 1, 1)
"""Stands for the day of a document that has none."""

NOT_SHOWN = re.compile(r"the text `\"(?P<letters>.+?)\"` could not be displayed")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
MEMORY = 11
"""Documents after which the typesetter has forgotten one, and what it worked out for it."""

CURE = "Please report it with the articles of this briefing."

MAX_ATTEMPTS = 4
"""Letters without a font are told all at once; what replaces them may, in theory, lack one too."""


class Typesetter:
    """Sets documents, several at a time if need be; close it to let go of the fonts."""

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self._open = ExitStack()
        self._lock = Lock()
        self._fonts: dict[tuple[Script, ...], Fonts] = {}

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let go of fonts and of what is remembered between documents."""
        self._fonts.clear()
        self._open.close()

    def set(self, document: Document, without: AbstractSet[str] = frozenset()) -> Printed:
        """Return the PDF of `document`, and the letters that no font could show; those `without` are known.

        Raises `BriefError` when the typesetter refuses the document: that is a mistake of the program.
        """
        from typst import TypstError

        missing = set(without)
        for _ in range(MAX_ATTEMPTS):
            try:
                return Printed(content=self._compile(document, missing), missing=frozenset(missing))
            except TypstError as error:
                unknown = _letters_of(error.diagnostic) - missing
                problem = f"cannot be set ({error.message})."
                if not unknown:
                    break
                missing |= unknown
        raise BriefError(document.path, problem, CURE)

    def draw(self, cards: Sequence[Document]) -> list[bytes]:
        """Return a PNG of each of `cards`, all set in one run; the others of a run change nothing of one."""
        from typst import Compiler

        asked = {script for card in cards for script in card.scripts}
        fonts = self._fonts_for(tuple(script for script in SCRIPTS if script in asked))
        values = [json.loads(card.values) | {"fonts": json.loads(card.fonts)} for card in cards]
        compiler = Compiler(CARDS, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
        inputs = {"values": json.dumps(values, ensure_ascii=False), "layout": Layout().values}
        made = compiler.compile(sys_inputs=inputs, format="png", ppi=DOTS)
        return made if isinstance(made, list) else [made] if isinstance(made, bytes) else []

    def plan(self, document: Document, missing: Iterable[str]) -> dict[str, Any]:
        """Return what a part of a book tells before it is set: see `book.typ`.

        Raises `BriefError` when the typesetter refuses it.
        """
        compiler = self._prepare(document, missing)
        try:
            told: dict[str, Any] = json.loads(
                compiler.query("<plan>", field="value", one=True, format="json")
            )
        except RuntimeError as error:
            raise BriefError(document.path, f"cannot be set ({error}).", CURE) from error
        # Only setting makes the typesetter forget what it has not used for a while, not asking.
        for _ in range(MEMORY):
            compiler.compile(b"", format="svg")
        return told

    def _prepare(self, document: Document, missing: Iterable[str]) -> Compiler:
        from typst import Compiler

        inputs = {
            "values": document.values.translate(instead_of(missing)),
            "layout": document.layout.values,
            "fonts": document.fonts,
            "fingerprint": document.fingerprint,
        }
        fonts = self._fonts_for(document.scripts)
        return Compiler(MAIN, root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs)

    def _compile(self, document: Document, missing: Iterable[str]) -> bytes:
        moment = max(timegm((document.day or FIRST_DAY).timetuple()), 0)
        compiler = self._prepare(document, missing)
        made = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=moment)
        if not isinstance(made, bytes):
            raise BriefError(document.path, "gave no PDF.", "Please report it.")
        return made

    def _fonts_for(self, scripts: tuple[Script, ...]) -> Fonts:
        """Return the fonts that the typesetter carries, and those for `scripts`."""
        from typst import Fonts

        with self._lock:
            if scripts not in self._fonts:
                paths: list[str] = [self._gather(scripts)] if scripts else []
                self._fonts[scripts] = Fonts(include_system_fonts=False, font_paths=paths)
            return self._fonts[scripts]

    def _gather(self, scripts: tuple[Script, ...]) -> str:
        """Return a folder that holds the fonts for `scripts` and no other: folders are all it looks into."""
        folder = Path(self._open.enter_context(TemporaryDirectory(prefix="build-brief-fonts-")))
        for font in (file for script in scripts for file in find_files(script)):
            try:
                (folder / font.name).symlink_to(font)
            except OSError:  # where links are not allowed
                copyfile(font, folder / font.name)
        return str(folder)


def instead_of(missing: Iterable[str]) -> dict[int, str]:
    """Return what stands for letters that no font has; a joiner between them stands for nothing."""
    return {ord(letter): "" if category(letter) == "Cf" else "\ufffd" for letter in missing}


def _letters_of(diagnostic: str) -> set[str]:
    """Return the letters that a refusal names; plain ones beside them are not at fault."""
    named = "".join(found["letters"] for found in NOT_SHOWN.finditer(diagnostic))
    return {
        letter for letter in ESCAPED.sub(lambda code: chr(int(code[1], 16)), named) if not letter.isascii()
    }
