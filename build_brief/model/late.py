"""Values of which some fields are read when somebody asks: what one page says that is seldom printed again.

Of ten thousand stories one is told anew; of all others the title, the sources and the issues are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

Value = TypeVar("Value")

LATE: Mapping[str, bool] = {"late": True}
"""The metadata of a field that is read late."""

Read = Callable[[], Iterable[object]]
"""Reads the late fields, in their order."""


class Parting(NamedTuple):
    """The fields of a class by when they are read, each in their order; none is late in most."""

    early: tuple[str, ...]
    late: tuple[str, ...]


class _Partings(dict[type, Parting]):
    """When each field of a class is read; of anything but a dataclass, none."""

    def __missing__(self, kind: type) -> Parting:
        fields = getattr(kind, "__dataclass_fields__", {})
        late = tuple(name for name, field in fields.items() if field.metadata.get("late"))
        self[kind] = Parting(early=tuple(name for name in fields if name not in late), late=late)
        return self[kind]


PARTINGS = _Partings()


def close_value(kind: type, early: Iterable[object], read: Read) -> object:
    """Return a value of `kind` that has its `early` fields and will `read` the late ones."""
    closed: object = object.__new__(_close(kind))
    for name, value in zip(PARTINGS[kind].early, early, strict=True):
        object.__setattr__(closed, name, value)
    object.__setattr__(closed, "_read", read)
    return closed


def read_late(value: Value, read: Read) -> Value:
    """Return `value` whose late fields will be what `read` gives."""
    kind = type(value)
    early = (getattr(value, name) for name in PARTINGS[kind].early)
    return cast("Value", close_value(kind, early, read))


def open_kind(kind: type) -> type:
    """Return what a closed value is a value of; any other class itself."""
    return OPEN.get(kind, kind)


OPEN: dict[type, type] = {}
"""Of what each class of closed values is."""


@cache
def _close(kind: type) -> type:
    """Return the class of closed values of `kind`."""
    own = {
        "__slots__": ("_read",), "__getattr__": _open, "__eq__": _are_equal,
        "__hash__": cast("Hashable", kind).__hash__,
    }  # fmt: skip
    closed = type(f"Closed{kind.__name__}", (kind,), own)
    OPEN[closed] = kind
    return closed


def _open(closed: Any, name: str) -> Any:  # noqa: ANN401 - as Python asks for what has not been set
    late = PARTINGS[OPEN[type(closed)]].late
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
