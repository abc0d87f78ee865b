"""An analysed article as bytes, and back: opened when somebody asks what was found in it, and closed again.

Of ten thousand articles the sentences, names and quotes would take half a gigabyte; hardly any stage asks
for those of more than one story at a time.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import fields
from typing import Any

from build_brief.cache.values import Shelf, read_value, write_value
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article
from build_brief.model.problems import Notice

FILE = "articles.sqlite"

STAGES = ("model", "language", "read", "analyse", "cache")
"""The rooms whose code and word lists decide what is found in one article, and how it is kept."""

MODULES = frozenset(f"build_brief.model.{name}" for name in ("annotations", "article", "dates", "problems"))
"""What may come out of the bytes: the values that these define, and days."""

OPEN = 6000
"""Sheets open at a time, those of 2,000 articles, some 80 MB; of a smaller folder none is read twice."""

LENGTH = 8
"""Bytes that tell how long a piece is."""

Found = tuple[AnnotatedArticle, tuple[Notice, ...]]
"""An article and what was noticed in its file."""

Parts = Mapping[str, tuple[object, ...]]
"""What was found in an article, by the name that `AnnotatedArticle` has for it."""

PARTS = tuple(field.name for field in fields(AnnotatedArticle) if field.name != "article")
ALONE = ("mentions", "quotes")
"""Parts that are asked for without the others; these hold little and are read together."""
SHEETS = (*((name,) for name in ALONE), tuple(name for name in PARTS if name not in ALONE))
"""What is read at a time."""
SHEET_OF = {name: number for number, names in enumerate(SHEETS) for name in names}


class ClosedArticle(AnnotatedArticle):
    """An annotated article whose text is at hand; what was found in it is read anew when somebody asks."""

    __slots__ = ("_packed",)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as Python asks for what has not been set
        """Return what was found; only asked for what has no value of its own."""
        if name not in PARTS:
            raise AttributeError(name)
        number = SHEET_OF[name]
        parts = _read_sheet(self._packed[number], number, self.article)
        assert parts, "what is sealed is what was packed"
        _DESK.hold(self, parts)
        return parts[name]


class _Desk:
    """Who is open, and how many may be: never more than `OPEN`, but while somebody asks for all."""

    def __init__(self) -> None:
        self._opened: deque[tuple[ClosedArticle, Iterable[str]]] = deque()
        """Articles, and which parts of them, in the order in which they were opened."""
        self._askers = 0
        """How many are at work that ask for every article."""

    def hold(self, article: ClosedArticle, parts: Parts) -> None:
        """Let `parts` be at hand in `article`, until others have been opened since."""
        for name, part in parts.items():
            object.__setattr__(article, name, part)
        self._opened.append((article, parts.keys()))
        self._tidy()

    @contextmanager
    def hold_all(self) -> Iterator[None]:
        """Close nothing meanwhile."""
        self._askers += 1
        try:
            yield
        finally:
            self._askers -= 1
            self._tidy()

    def _tidy(self) -> None:
        while len(self._opened) > OPEN and not self._askers:
            first, parts = self._opened.popleft()
            for name in parts:
                with suppress(AttributeError):
                    object.__delattr__(first, name)


_DESK = _Desk()


def all_open() -> AbstractContextManager[None]:
    """Close nothing meanwhile: for who asks for every article, and for every one again.

    Of 3,000 articles with 2,000 open each step of linking would read all, for it goes through them in a row.
    """
    return _DESK.hold_all()


def pack(found: Found) -> bytes:
    """Return `found` as bytes: the article with its notices, then what was found in it."""
    annotated, notices = found
    head = write_value((annotated.article, notices), shelf=None)
    shelf = Shelf([annotated.article])
    sheets = (write_value(tuple(getattr(annotated, name) for name in names), shelf=shelf) for names in SHEETS)
    pieces = (head, *(zlib.compress(sheet, level=1) for sheet in sheets))
    return b"".join(len(piece).to_bytes(LENGTH, "big") + piece for piece in pieces)


def unpack(content: bytes | None) -> Found | None:
    """Return what `pack` made bytes of, closed; None for anything else.

    What was found in the article is read when somebody asks, so whoever keeps the bytes must tell by a seal
    that they are whole.
    """
    head, *sheets = _take_apart(content or b"")
    found = read_value(head, modules=MODULES, shelf=Shelf())
    if not isinstance(found, tuple) or not isinstance(found[0], Article) or len(sheets) != len(SHEETS):
        return None
    return _close(found[0], tuple(sheets)), found[1]


def close(annotated: AnnotatedArticle, content: bytes) -> AnnotatedArticle:
    """Return `annotated`, of which `pack` made `content`, ready to be closed."""
    closed = _close(annotated.article, tuple(_take_apart(content)[1:]))
    for names in SHEETS:
        _DESK.hold(closed, {name: getattr(annotated, name) for name in names})
    return closed


def _take_apart(content: bytes) -> list[bytes]:
    """Return the head and the sheets; one that is empty at least."""
    pieces, start = [b""], 0
    while start < len(content):
        end = start + LENGTH + int.from_bytes(content[start : start + LENGTH], "big")
        pieces.append(content[start + LENGTH : end])
        start = end
    return pieces[1:] or pieces


def _close(article: Article, packed: tuple[bytes, ...]) -> ClosedArticle:
    closed: ClosedArticle = object.__new__(ClosedArticle)
    object.__setattr__(closed, "article", article)
    object.__setattr__(closed, "_packed", packed)
    return closed


def _read_sheet(packed: bytes, number: int, article: Article) -> Parts | None:
    """Return what one sheet tells of `article`, by name; None when `packed` does not tell it."""
    try:
        rest = zlib.decompress(packed)
    except zlib.error:
        return None
    parts = read_value(rest, modules=MODULES, shelf=Shelf([article]))
    names = SHEETS[number]
    whole = isinstance(parts, tuple) and len(parts) == len(names)
    return dict(zip(names, parts, strict=True)) if isinstance(parts, tuple) and whole else None
