"""A digest of a value of the model: equal for values that tell the same, whoever made them and when."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from typing import Any, cast

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, Span
from build_brief.model.late import open_kind

UNORDERED = re.compile(r"\b(?:[a-z]*set|dict|[A-Za-z]*Mapping|Counter)\b")
"""Types of fields of which no digest can be made."""


def digest_of(*values: object) -> str:
    """Return a digest of `values`: dataclasses, tuples, and what the standard library holds in them.

    An article counts by its name and its file's digest: whoever compares digests of two programs must tell
    the programs apart. No sets and no mappings, which have no order of their own.
    """
    written = BytesIO()
    writer = _Writer(written, protocol=5)
    # Without it a value that stands twice is written as a reference when it is one object, not when two.
    writer.fast = True
    writer.dump(values)
    return sha256(written.getbuffer()).hexdigest()


class _Writer(pickle.Pickler):
    """Writes values as plain tuples; nothing reads them back."""

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - as `pickle` has it
        """Return what stands for `value`."""
        kind = type(value)
        if kind is Span:
            return tuple, ((value.article.id, value.start, value.end),)
        if kind is Article:
            return tuple, ((value.id, value.source.digest),)
        if isinstance(value, AnnotatedArticle):
            return tuple, (_read_settled(value),)
        read = _reader(cast("Hashable", kind))
        return (tuple, ((open_kind(kind).__name__, read(value)),)) if read else NotImplemented


def _read_settled(found: AnnotatedArticle) -> tuple[object, ...]:
    """Return what tells an article from another, and from itself before an editor settled names in it."""
    names = [(one.span.start, one.span.end, one.kind, one.name, one.confidence) for one in found.mentions]
    return (found.article.id, found.article.source.digest, names)


@cache
def _reader(kind: type) -> Callable[[Any], object] | None:
    """Return the function that reads all fields of a dataclass; None for any other type.

    Raises `TypeError` for one that holds what has no order of its own: its digest would differ by process.
    """
    found = fields(kind) if is_dataclass(kind) else ()
    for field in found:
        if UNORDERED.search(str(field.type)):
            message = f"{kind.__name__}.{field.name} has no order of its own: {field.type}"
            raise TypeError(message)
    names = [field.name for field in found]
    return attrgetter(*names) if names else None
