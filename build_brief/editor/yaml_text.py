"""Turn the bytes of an editor's file into YAML nodes, which know their lines.

Every value is taken as the words that stand there: a person called “No” and a story of “1984” stay
themselves. Anchors and tags have no use here, and a few lines of them can stand for gigabytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import yaml

LARGEST = 1_000_000
"""Bytes; some twenty thousand rulings. A larger file is a mistake, and YAML is slow."""
DEEPEST = 8
"""Levels of lists in lists; the deepest entry that means something has four."""

Fault = tuple[str, str, str]
"""Where, what, and the cure, each in words."""


class Unreadable(Exception):  # noqa: N818 - told to the editor, not raised any further
    """The file is not what it should be, as a whole."""

    def __init__(self, line: int, problem: str, cure: str) -> None:
        """Keep the line, from 1, and the words for the editor."""
        super().__init__(problem)
        self.line, self.problem, self.cure = line, problem, cure


def read_text(file: Path) -> str:
    """Return the text of `file`; raise `Unreadable` when it is too large or no UTF-8."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            problem = f"the file has {size:,} bytes, more than {LARGEST:,}."
            raise Unreadable(1, problem, "Remove what is not a ruling.")
        data = file.read_bytes()
    except OSError as error:
        raise Unreadable(1, f"the file cannot be read ({error.strerror}).", "Allow reading it.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "the text is not UTF-8.", "Save the file as UTF-8 in your editor.") from error


def parse(text: str) -> yaml.Node | None:
    """Return what `text` holds, None when it is only comments; raise `Unreadable` when it is not YAML."""
    try:
        loader = _PlainLoader(text)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problem = f"there is a character that no text may hold (U+{_number(error.character):04X})."
        raise Unreadable(line, problem, "Delete it.") from error
    except yaml.MarkedYAMLError as error:
        _refuse(text, error)


def _number(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character))


class _PlainLoader(yaml.BaseLoader):
    """Composes nodes; refuses what can grow without end."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose the next node, unless it is an alias, has an anchor, or lies too deep."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(line, "there is an anchor or alias (& or *).", "Write the words out, in quotes.")
        if self.depth > DEEPEST:
            raise Unreadable(line, "lists stand in lists too deep.", "Write one ruling after the other.")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def _refuse(text: str, error: yaml.MarkedYAMLError) -> NoReturn:
    """Raise `Unreadable` with the line of `error` and a likely cure."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in str(error.problem):
        raise Unreadable(line, "the line begins with a tab.", "Indent with blanks instead.") from error
    cure = "Check the indentation, and put words that hold a colon or a quotation mark between quotes."
    problem = " ".join(str(error.problem or error).split())
    raise Unreadable(line, f"this is not YAML ({problem}).", cure) from error
