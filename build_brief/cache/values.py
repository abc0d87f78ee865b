"""Values of the model as bytes, and back: opened like a foreign file, only values come out.

Each value is written as its class and its fields, and made again by its class, which checks them: a fifth as
long to read as what `pickle` does by itself. What stands on a shelf is written as its place there.
"""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple, cast

from build_brief.model.annotations import AnnotatedArticle, Quote
from build_brief.model.article import Article, ArticleId, Span
from build_brief.model.late import PARTINGS, close_value, open_kind

OPENED = 64
"""Articles whose quotes are numbered at a time, while values that hold them are written."""

Numbers = Mapping[int, tuple[int, Quote]]
"""The number of each quote of an article, by the identity of its object, which lives as long as this does."""


class Shelf:
    """What need not be written because whoever reads has it at hand."""

    def __init__(self, articles: Iterable[Article] = (), found: Iterable[AnnotatedArticle] = ()) -> None:
        """Hold `articles`, and what was `found` in some of them."""
        self.articles = {article.id: article for article in articles}
        self._found = {one.article.id: one for one in found}
        self._number = lru_cache(maxsize=OPENED)(self._number_quotes)

    def quote(self, article: ArticleId, number: int) -> Quote:
        """Return one of the quotes of an article."""
        return self._found[article].quotes[number]

    def place(self, quote: Quote) -> tuple[ArticleId, int] | None:
        """Return where `quote` stands; None for one that an editor's word has changed."""
        article = quote.contents[0].article.id
        number, _ = self._number(article).get(id(quote), (None, None))
        return None if number is None else (article, number)

    def _number_quotes(self, article: ArticleId) -> Numbers:
        found = self._found.get(article)
        return {id(quote): (number, quote) for number, quote in enumerate(found.quotes if found else ())}


class _Making(NamedTuple):
    """How a frozen dataclass is made: its fields put straight into their slots, then its own check.

    A third of what its `__init__` takes, which looks each slot up by name.
    """

    names: tuple[str, ...]
    put: tuple[Callable[[object, object], None], ...]
    check: Callable[[object], None] | None


class _Makings(dict[type, _Making]):
    """How each class is made, without names when it is no dataclass; looked up half a million times."""

    def __missing__(self, kind: type) -> _Making:
        names = tuple(one.name for one in fields(kind) if one.init) if is_dataclass(kind) else ()
        put = tuple(getattr(kind, name).__set__ for name in names)
        self[kind] = _Making(names, put, getattr(kind, "__post_init__", None))
        return self[kind]


MAKINGS = _Makings()


def write_value(value: object, *, shelf: Shelf | None) -> bytes:
    """Return `value` as bytes, to be read with this `shelf` at hand; None writes its articles too."""
    written = io.BytesIO()
    _Writer(written, shelf).dump(value)
    return written.getvalue()


def read_value(content: bytes, *, modules: frozenset[str], shelf: Shelf) -> object | None:
    """Return what `write_value` made bytes of; None for anything else, of which nothing is run.

    Only classes that one of `modules` defines come out, enumerations and dataclasses.
    """
    try:
        return cast("object", _Reader(content, modules=modules, shelf=shelf).load())
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, LookupError):
        return None


def make_value(kind: type, *values: object) -> object:
    """Return the value of a dataclass with these fields."""
    _, setters, check = MAKINGS[kind]
    made: object = object.__new__(kind)
    for put, value in zip(setters, values, strict=True):
        put(made, value)
    if check:
        check(made)
    return made


PUT_ARTICLE, PUT_START, PUT_END = MAKINGS[Span].put
OFFSETS = tuple(range(1 << 15))
"""One number for all spans that begin or end there: of their memory, two numbers of its own are half."""


def make_span(article: Article, start: int, end: int) -> Span:
    """Return a span: `make_value` for what there is most of."""
    span: Span = object.__new__(Span)
    if 0 <= start <= end < len(OFFSETS):
        start, end = OFFSETS[start], OFFSETS[end]
    PUT_ARTICLE(span, article)
    PUT_START(span, start)
    PUT_END(span, end)
    span.__post_init__()
    return span


def find_article(name: ArticleId) -> Article:
    """Stand in the bytes for whoever finds the article when they are read."""
    raise LookupError(name)


def find_quote(article: ArticleId, number: int) -> Quote:
    """Stand in the bytes for whoever finds the quote."""
    raise LookupError(article, number)


def make_closed(kind: type, early: tuple[object, ...], late: bytes) -> object:
    """Stand in the bytes for whoever makes a value whose `late` fields are read when they are asked for."""
    raise LookupError(kind, early, late)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, shelf: Shelf | None) -> None:
        super().__init__(file, protocol=5)
        self._shelf = shelf

    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - as `pickle` has it
        """Return what makes `value` again."""
        kind = type(value)
        if kind is Span:
            return make_span, (value.article, value.start, value.end)
        if self._shelf and kind in ON_SHELVES:
            found = self._find(value)
            if found:
                return found
        kind = open_kind(kind)
        parting = PARTINGS[kind]
        if parting.late:
            early, late = ([getattr(value, name) for name in names] for names in parting)
            return make_closed, (kind, tuple(early), write_value(tuple(late), shelf=self._shelf))
        names = MAKINGS[kind].names
        if not names:
            return NotImplemented
        return make_value, (kind, *[getattr(value, name) for name in names])

    def _find(self, value: Article | Quote) -> tuple[object, ...] | None:
        """Return what finds `value` on the shelf; None when it is not there."""
        if isinstance(value, Article):
            return find_article, (value.id,)
        place = self._shelf.place(value) if self._shelf else None
        return place and (find_quote, place)


ON_SHELVES = frozenset((Article, Quote))
MAKERS: Mapping[str, Callable[..., object]] = {"make_value": make_value, "make_span": make_span}


class _Reader(pickle.Unpickler):
    """Makes values of the named modules and nothing else, whatever the bytes ask for."""

    def __init__(self, content: bytes, *, modules: frozenset[str], shelf: Shelf) -> None:
        super().__init__(io.BytesIO(content))
        self._modules = modules
        self._shelf = shelf

    def find_class(self, module_name: str, global_name: str) -> Any:  # noqa: ANN401 - as `pickle` has it
        """Return the class or the maker of that name."""
        if module_name != __name__:
            return _find_kind(self._modules, module_name, global_name)
        return MAKERS[global_name] if global_name in MAKERS else self._find_finder(global_name)

    def _find_finder(self, name: str) -> Callable[..., object]:
        """Return what gives that which stands on the shelf, or is read with it at hand."""
        if name == make_closed.__name__:
            return partial(_make_closed, self._modules, self._shelf)
        if name == find_article.__name__:
            return self._shelf.articles.__getitem__
        return {find_quote.__name__: self._shelf.quote}[name]


def _make_closed(
    modules: frozenset[str], shelf: Shelf, kind: type, early: tuple[object, ...], late: bytes
) -> object:
    def read() -> tuple[object, ...]:
        parts = read_value(late, modules=modules, shelf=shelf)
        assert isinstance(parts, tuple), "what is sealed is what was written"
        return parts

    return close_value(kind, early, read)


@cache
def _find_kind(modules: frozenset[str], module_name: str, name: str) -> type:
    """Return a class that one of `modules` defines; every value asks for several."""
    if (module_name, name) == ("datetime", "date"):
        return date
    module = sys.modules.get(module_name) if module_name in modules else None
    kind = getattr(module, name, None)
    if not isinstance(kind, type) or kind.__module__ != module_name:
        message = f"{module_name}.{name} is no value of ours"
        raise pickle.UnpicklingError(message)
    return kind
