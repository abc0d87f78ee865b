"""Keep what a function tells of a word: news uses the same few ten thousand again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Told = TypeVar("Told")
MOST = 1 << 16
"""Words remembered by each function: when more come, all are forgotten."""


def remember(tell: Callable[[str], Told]) -> Callable[[str], Told]:
    """Return `tell`, a function of nothing but one word, so that it is asked once for each word.

    Nothing but a look into a dictionary is between caller and answer, half of what `functools.lru_cache`
    takes, which keeps account of the order in which it was asked.
    """
    return _Answers(tell).__getitem__


class _Answers(dict[str, Told]):
    """What was told of each word that was asked for."""

    def __init__(self, tell: Callable[[str], Told]) -> None:
        """Begin without any; `tell` tells of a word that is not there."""
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        """Ask for a word that was not asked for before."""
        if len(self) >= MOST:
            self.clear()
        told = self[word] = self._tell(word)
        return told
