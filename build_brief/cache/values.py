"""Values of the model as bytes, and back: opened like a foreign file, only values come out.

Each value is written as its class and its fields, and made again by its class, which checks them: half as
long to read as what `pickle` does by itself.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, cast

from build_brief.model.article import Article, ArticleId, Span

Articles = Mapping[ArticleId, Article]


class _Names(dict[type, tuple[str, ...]]):
    """The fields of each dataclass, none of any other type; looked up half a million times."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        names = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
        self[kind] = names
        return names


NAMES = _Names()


def write_value(value: object, *, with_articles: bool) -> bytes:
    """Return `value` as bytes; without its articles it is read back among articles that are there."""
    written = io.BytesIO()
    _Writer(written, with_articles=with_articles).dump(value)
    return written.getvalue()


def read_value(content: bytes, *, modules: Collection[str], articles: Articles) -> object | None:
    """Return what `write_value` made bytes of; None for anything else, of which nothing is run.

    Only classes that one of `modules` defines come out, enumerations and dataclasses; `articles` are those
    that may be named.
    """
    try:
        return cast("object", _Reader(content, modules=modules, articles=articles).load())
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, LookupError):
        return None


def make_value(kind: type, *values: object) -> object:
    """Return the value of a dataclass with these fields."""
    return kind(**dict(zip(NAMES[kind], values, strict=True)))


def make_span(article: Article, start: int, end: int) -> Span:
    """Return a span."""
    return Span(article=article, start=start, end=end)


def find_article(name: ArticleId) -> Article:
    """Stand in the bytes for whoever finds the article when they are read."""
    raise LookupError(name)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, *, with_articles: bool) -> None:
        super().__init__(file, protocol=5)
        self._with_articles = with_articles

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - as `pickle` has it
        """Return what makes `value` again."""
        kind = type(value)
        if kind is Span:
            return make_span, (value.article, value.start, value.end)
        if kind is Article and not self._with_articles:
            return find_article, (value.id,)
        names = NAMES[kind]
        if not names:
            return NotImplemented
        return make_value, (kind, *[getattr(value, name) for name in names])


MAKERS: Mapping[str, Callable[..., object]] = {"make_value": make_value, "make_span": make_span}


class _Reader(pickle.Unpickler):
    """Makes values of the named modules and nothing else, whatever the bytes ask for."""

    def __init__(self, content: bytes, *, modules: Collection[str], articles: Articles) -> None:
        super().__init__(io.BytesIO(content))
        self._modules = modules
        self._articles = articles

    def find_class(self, module_name: str, global_name: str) -> Any:  # noqa: ANN401 - as `pickle` has it
        """Return the class or the maker of that name."""
        if module_name == __name__:
            return self._articles.__getitem__ if global_name == "find_article" else MAKERS[global_name]
        if (module_name, global_name) == ("datetime", "date"):
            return date
        module = sys.modules.get(module_name) if module_name in self._modules else None
        kind = getattr(module, global_name, None)
        if not isinstance(kind, type) or kind.__module__ != module_name:
            message = f"{module_name}.{global_name} is no value of ours"
            raise pickle.UnpicklingError(message)
        return kind
