"""What was worked out in an earlier build of the same process, found by what it was worked out from.

A step that is handed a memo gives the same result as one that is not: what it keeps is a function of the
key alone. So the key must hold all that the result depends on, and should cost little to make. A `Memory`
keeps fewer and larger values, under a digest, and may last longer than the process.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar, cast

Made = TypeVar("Made")

Key = tuple[Hashable, ...]
"""The name of a step, then what it works from."""


class Memo(Protocol):
    """Remembers, or does not."""

    @property
    def remembers(self) -> bool:
        """Tell whether it is of use to make a key."""

    def begin_build(self) -> None:
        """Forget what the build before did not need."""

    def recall(self, key: Key, make: Callable[[], Made]) -> Made:
        """Return what is kept under `key`, or what `make` makes, which must be a frozen value."""


class Forgetful:
    """Keeps nothing: for a build that stands alone."""

    @property
    def remembers(self) -> bool:
        """Tell that no key is worth making."""
        return False

    def begin_build(self) -> None:
        """Do nothing."""

    def recall(self, key: Key, make: Callable[[], Made]) -> Made:  # noqa: ARG002 - as a memo does
        """Return what `make` makes."""
        return make()


NO_MEMO = Forgetful()


class LivingMemo:
    """Keeps what the build before and this one worked out, as the very same objects; for one thread.

    What is unchanged from one build to the next is therefore one object in both, and takes no room twice.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._now: dict[Key, object] = {}
        self._before: dict[Key, object] = {}

    @property
    def remembers(self) -> bool:
        """Tell that keys are worth making."""
        return True

    def begin_build(self) -> None:
        """Forget what the build before did not need."""
        self._before, self._now = self._now, {}

    def recall(self, key: Key, make: Callable[[], Made]) -> Made:
        """Return what is kept under `key`, or what `make` makes, which is kept from now on."""
        if key in self._now:
            return cast("Made", self._now[key])
        made = cast("Made", self._before[key]) if key in self._before else make()
        self._now[key] = made
        return made
