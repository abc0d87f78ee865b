"""What a stage may ask for: a value worked out before from the same input, not worked out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Memory(Protocol):
    """Whoever keeps what was worked out; whether anything is kept shows in no result."""

    def recall(self, kind: type[Value], key: str, make: Callable[[], Value]) -> Value:
        """Return the value of `kind` that `make` returned under `key` before, or returns now.

        `key` must tell everything that decides about the result, and what is made.
        """
        ...


class NoMemory:
    """Keeps nothing."""

    def recall(self, kind: type[Value], key: str, make: Callable[[], Value]) -> Value:  # noqa: ARG002 - as `Memory` has it
        """Return what `make` returns."""
        return make()


NO_MEMORY = NoMemory()
