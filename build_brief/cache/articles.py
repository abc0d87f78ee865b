"""An analysed article as bytes, and back: opened like a foreign file, only values of the model come out."""

from __future__ import annotations

import io
import pickle
import sys
from datetime import date

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.problems import Notice

FILE = "articles.sqlite"

STAGES = ("model", "language", "read", "analyse")
"""The rooms whose code and word lists decide what is found in one article."""

MODULES = tuple(f"build_brief.model.{name}" for name in ("annotations", "article", "dates", "problems"))
"""What may come out of the bytes: the values that these define, and days."""

Found = tuple[AnnotatedArticle, tuple[Notice, ...]]
"""An article and what was noticed in its file."""


def pack(found: Found) -> bytes:
    """Return `found` as bytes."""
    return pickle.dumps(found, protocol=5)


def unpack(content: bytes | None) -> Found | None:
    """Return what `pack` made bytes of; None for anything else, of which nothing is run."""
    if content is None:
        return None
    try:
        found = _ValuesOnly(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, IndexError, KeyError):
        return None
    return found if isinstance(found, tuple) and isinstance(found[0], AnnotatedArticle) else None


class _ValuesOnly(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes ask for."""

    def find_class(self, module_name: str, global_name: str) -> type:
        if (module_name, global_name) == ("datetime", "date"):
            return date
        kind = getattr(sys.modules[module_name], global_name, None) if module_name in MODULES else None
        if not isinstance(kind, type) or kind.__module__ != module_name:
            message = f"{module_name}.{global_name} is no value of ours"
            raise pickle.UnpicklingError(message)
        return kind
