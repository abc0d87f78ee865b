"""Give a value other fields without asking for the rest, which may be read only when somebody asks."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


def fill_in(value: Value, **known: object) -> Value:
    """Return `value` with the fields that are `known` now: `replace` that asks for no other field.

    Of values that check nothing when they are made: no `__post_init__` is run.
    """
    made: Value = object.__new__(type(value))
    for slot, name in _list_slots(cast("Hashable", type(value))):
        if name in known:
            slot.__set__(made, known[name])
            continue
        try:
            slot.__set__(made, slot.__get__(value))
        except AttributeError:  # it has not been read
            continue
    return made


@cache
def _list_slots(kind: type) -> tuple[tuple[Any, str], ...]:
    """Return what reads and puts each field of a class, those of its bases among them."""
    owners = [(owner, owner.__dict__.get("__slots__", ())) for owner in kind.__mro__]
    return tuple((owner.__dict__[name], name) for owner, names in owners for name in names)
