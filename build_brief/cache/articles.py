"""An analysed article as bytes, and back: opened when somebody asks what was found in it, and closed again.

Of ten thousand articles the sentences, names and quotes would take half a gigabyte; hardly any stage asks
for those of more than one story at a time.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator, Mapping
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

OPEN = 2000
"""Articles open at a time, some 80 MB; of a smaller folder none is read twice."""

LENGTH = 8
"""Bytes that tell how long the first of two parts is."""

Found = tuple[AnnotatedArticle, tuple[Notice, ...]]
"""An article and what was noticed in its file."""

Parts = Mapping[str, tuple[object, ...]]
"""What was found in an article, by the name that `AnnotatedArticle` has for it."""

PARTS = tuple(field.name for field in fields(AnnotatedArticle) if field.name != "article")


class ClosedArticle(AnnotatedArticle):
    """An annotated article whose text is at hand; what was found in it is read anew when somebody asks."""

    __slots__ = ("_packed",)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as Python asks for what has not been set
        """Return what was found; only asked for what has no value of its own."""
        if name not in PARTS:
            raise AttributeError(name)
        parts = _read_parts(self._packed, self.article)
        assert parts, "what is sealed is what was packed"
        _DESK.hold(self, parts)
        return parts[name]


class _Desk:
    """Who is open, and how many may be: never more than `OPEN`, but while somebody asks for all."""

    def __init__(self) -> None:
        self._opened: deque[ClosedArticle] = deque()
        """In the order in which they were opened."""
        self._askers = 0
        """How many are at work that ask for every article."""

    def hold(self, article: ClosedArticle, parts: Parts) -> None:
        """Let `parts` be at hand in `article`, until others have been opened since."""
        for name, part in parts.items():
            object.__setattr__(article, name, part)
        self._opened.append(article)
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
            first = self._opened.popleft()
            for name in PARTS:
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
    parts = tuple(getattr(annotated, name) for name in PARTS)
    rest = write_value(parts, shelf=Shelf([annotated.article]))
    return len(head).to_bytes(LENGTH, "big") + head + zlib.compress(rest, level=1)


def unpack(content: bytes | None) -> Found | None:
    """Return what `pack` made bytes of, closed; None for anything else.

    What was found in the article is read when somebody asks, so whoever keeps the bytes must tell by a seal
    that they are whole.
    """
    content = content or b""
    end = _end_of_head(content)
    found = read_value(content[LENGTH:end], modules=MODULES, shelf=Shelf())
    if not isinstance(found, tuple) or not isinstance(found[0], Article):
        return None
    return _close(found[0], content[end:]), found[1]


def close(annotated: AnnotatedArticle, content: bytes) -> AnnotatedArticle:
    """Return `annotated`, of which `pack` made `content`, ready to be closed."""
    closed = _close(annotated.article, content[_end_of_head(content) :])
    _DESK.hold(closed, {name: getattr(annotated, name) for name in PARTS})
    return closed


def _end_of_head(content: bytes) -> int:
    return LENGTH + int.from_bytes(content[:LENGTH], "big")


def _close(article: Article, packed: bytes) -> ClosedArticle:
    closed: ClosedArticle = object.__new__(ClosedArticle)
    object.__setattr__(closed, "article", article)
    object.__setattr__(closed, "_packed", packed)
    return closed


def _read_parts(packed: bytes, article: Article) -> Parts | None:
    """Return what was found in `article`, by name; None when `packed` does not tell it."""
    try:
        rest = zlib.decompress(packed)
    except zlib.error:
        return None
    parts = read_value(rest, modules=MODULES, shelf=Shelf([article]))
    whole = isinstance(parts, tuple) and len(parts) == len(PARTS)
    return dict(zip(PARTS, parts, strict=True)) if isinstance(parts, tuple) and whole else None
