"""Cases that an editor can read: Markdown files with a heading, a text and what is found in it.

A case is a second-level heading and the fences under it, up to the next heading. A fence whose
info string starts with `article` is an input; further words on it set `id`, `published`,
`publisher`, `headline` (`key=value`, values with blanks in double quotes) or `subheads=2,5`. Every
other fence is named after a view in `tests/views/` and holds what that view must print, but for
`editor people`: an input too, the file `editor/people.yml`, handed to the views of its case.

`pytest tests/test_cases.py --accept` writes what is found into the files: read the diff.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_brief.model.article import Article
from tests import builders

FOLDER = Path(__file__).parent / "cases"
FENCE = re.compile(r"^(`{3,})([a-z_]+)([^\n`]*)\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Expectation:
    """What one view must print, and where the file says so."""

    view: str
    text: str
    start: int
    """Offset of `text` in the file."""


@dataclass(frozen=True)
class Case:
    path: Path
    title: str
    articles: tuple[Article, ...]
    expectations: tuple[Expectation, ...]
    editor: tuple[tuple[str, str], ...] = ()
    """Files of the folder `editor/`, name and text."""

    @property
    def name(self) -> str:
        return f"{self.path.stem}: {self.title}"


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        yield from read_file(path)


def read_file(path: Path) -> Iterator[Case]:
    text = path.read_text(encoding="utf-8")
    headings = [
        found
        for found in re.finditer(r"^## (.+)$", text, re.MULTILINE)
        if not any(fence.start() < found.start() < fence.end() for fence in FENCE.finditer(text))
    ]
    ends = [found.start() for found in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        articles, expectations, editor = [], [], []
        for fence in FENCE.finditer(text, heading.end(), end):
            if fence[2] == "article":
                articles.append(read_article(fence, number=len(articles)))
            elif fence[2] == "editor":
                editor.append((f"{fence[3].strip()}.yml", fence[4]))
            else:
                expectations.append(Expectation(fence[2], fence[4], fence.start(4)))
        yield Case(path, heading[1].strip(), tuple(articles), tuple(expectations), tuple(editor))


def read_article(fence: re.Match[str], *, number: int) -> Article:
    settings = dict(word.split("=", 1) for word in shlex.split(fence[3]))
    subheads = tuple(int(n) for n in settings.pop("subheads", "").split(",") if n)
    settings.setdefault("id", "abcdefghijklmnopqrstuvwxyz"[number] + ".txt")
    return builders.article(fence[4].removesuffix("\n"), subheads=subheads, **settings)


def accept(expectations: dict[Path, list[tuple[Expectation, str]]]) -> None:
    """Write the new text of each expectation into its file, last one first so that offsets hold."""
    for path, changes in expectations.items():
        text = path.read_text(encoding="utf-8")
        for old, new in sorted(changes, key=lambda change: -change[0].start):
            text = text[: old.start] + new + text[old.start + len(old.text) :]
        path.write_text(text, encoding="utf-8")
