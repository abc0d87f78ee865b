"""What a stage may ask for: a value worked out before from the same input, not worked out again.

A stage that is handed a memory gives the same result as one that is not. So a key must tell everything that
decides about the value, and what is made; and it should cost little to make.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Memory(Protocol):
    """Whoever keeps what was worked out; whether anything is kept shows in no result."""

    @property
    def remembers(self) -> bool:
        """Tell whether it is of use to make a key."""
        ...

    def recall(self, kind: type[Value], key: str, make: Callable[[], Value], beside: str = "") -> Value:
        """Return the value of `kind` that `make` returned under `key` before, or returns now.

        Of values that are small and many, those asked for together are best kept `beside` one thing.
        """
        ...


class NoMemory:
    """Keeps nothing."""

    @property
    def remembers(self) -> bool:
        """Tell that no key is worth making."""
        return False

    def recall(self, kind: type[Value], key: str, make: Callable[[], Value], beside: str = "") -> Value:  # noqa: ARG002 - as `Memory` has it
        """Return what `make` returns."""
        return make()


NO_MEMORY = NoMemory()


def key_of(*parts: object) -> str:
    """Return a key for `parts`: words, numbers, days, and tuples of them; no sets, which have no order."""
    return sha256(repr(parts).encode("utf-8", "replace")).hexdigest()
