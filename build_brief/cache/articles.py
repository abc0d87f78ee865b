"""An analysed article as bytes, and back."""

from __future__ import annotations

from build_brief.cache.values import Shelf, read_value, write_value
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.problems import Notice

FILE = "articles.sqlite"

STAGES = ("model", "language", "read", "analyse", "cache")
"""The rooms whose code and word lists decide what is found in one article, and how it is kept."""

MODULES = frozenset(f"build_brief.model.{name}" for name in ("annotations", "article", "dates", "problems"))
"""What may come out of the bytes: the values that these define, and days."""

Found = tuple[AnnotatedArticle, tuple[Notice, ...]]
"""An article and what was noticed in its file."""


def pack(found: Found) -> bytes:
    """Return `found` as bytes."""
    return write_value(found, shelf=None)


def unpack(content: bytes | None) -> Found | None:
    """Return what `pack` made bytes of; None for anything else."""
    found = read_value(content, modules=MODULES, shelf=Shelf()) if content is not None else None
    return found if isinstance(found, tuple) and isinstance(found[0], AnnotatedArticle) else None
