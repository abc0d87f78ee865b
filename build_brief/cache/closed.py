"""Values of which the larger part is read when somebody asks: what a page says that is not printed again.

Of ten thousand stories one is told anew; of all others the title, the sources and the issues are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from build_brief.model.briefing import Briefing
from build_brief.model.edition import ArticleBrief

LATE: Mapping[type, tuple[str, ...]] = {
    Briefing: (
        "bottom_line", "summary", "key_quotes", "differences", "only_in", "background", "timeline", "next",
        "who",
    ),
    ArticleBrief: ("summary", "key_quotes", "issues", "background"),
}  # fmt: skip
"""The fields of each that only its own page asks for."""

Read = Callable[[], tuple[object, ...]]
"""Reads the late fields, in the order of `LATE`."""


def close_value(kind: type, early: Iterable[object], read: Read) -> object:
    """Return a value of `kind` that has its `early` fields and will `read` the late ones."""
    closed: object = object.__new__(CLOSED[kind])
    for name, value in zip(EARLY[kind], early, strict=True):
        object.__setattr__(closed, name, value)
    object.__setattr__(closed, "_read", read)
    return closed


def open_kind(kind: type) -> type:
    """Return what a closed value is a value of; any other class itself."""
    return OPEN.get(kind, kind)


def _open(closed: Any, name: str) -> Any:  # noqa: ANN401 - as Python asks for what has not been set
    late = LATE[OPEN[type(closed)]]
    if name not in late:
        raise AttributeError(name)
    for field, value in zip(late, closed._read(), strict=True):  # noqa: SLF001 - its own
        object.__setattr__(closed, field, value)
    object.__delattr__(closed, "_read")
    return object.__getattribute__(closed, name)


def _are_equal(closed: object, other: object) -> object:
    """Tell whether two values have the same fields, whether they are closed or not."""
    kind = OPEN[type(closed)]
    if open_kind(type(other)) is not kind:
        return NotImplemented
    return all(getattr(closed, name) == getattr(other, name) for name in kind.__slots__)  # type: ignore[attr-defined]


EARLY = {
    kind: tuple(name for name in kind.__dataclass_fields__ if name not in late)  # type: ignore[attr-defined]
    for kind, late in LATE.items()
}
CLOSED = {
    kind: type(
        f"Closed{kind.__name__}",
        (kind,),
        {"__slots__": ("_read",), "__getattr__": _open, "__eq__": _are_equal, "__hash__": kind.__hash__},
    )
    for kind in LATE
}
OPEN = {closed: kind for kind, closed in CLOSED.items()}
