"""Find a run of words inside a longer one, and say where the two differ.

Words are compared in plain form: “U.K.” is “UK”, “labour” is “labor”, case and marks do not count.
The shorter run may begin and end anywhere in the longer one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"\$?£?€?\d+(?:[.,:/]\d+)*%?|[^\W_]+(?:['’.&-][^\W_]+)*\.?%?|%")
BRACKETED = re.compile(r"\[[^\]\n]{0,80}\]")
MAX_CELLS = 250_000
"""Longer pairs are compared word for word only: two speeches of 500 words."""
MAX_EXACT = 5000
"""A shorter run longer than this, a book read aloud, is looked for at the beginning only."""


class Change(StrEnum):
    """What became of a word of the longer run."""

    SAME = "same"
    OTHER = "other"
    ADDED = "added"
    """The longer run has it, the shorter does not."""
    MISSING = "missing"
    """The shorter run has it, the longer does not."""


class Step(NamedTuple):
    """One word of either run, or of both."""

    change: Change
    longer: str | None
    shorter: str | None
    at: int
    """Index into the longer run, of this word or of where it would stand."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are compared; what an editor put in brackets is left out."""
    return tuple(map(_plain, WORD.findall(BRACKETED.sub(" ", text) if "[" in text else text)))


@lru_cache(maxsize=1 << 17)
def _plain(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    if not plain[0].isdigit():
        plain = plain.replace(".", "")
    plain = plain.rstrip(".,")
    return plain.replace("our", "or") if len(plain) > 4 else plain  # noqa: PLR2004 - “labour”, not “our”


def align(longer: Sequence[str], shorter: Sequence[str]) -> tuple[Step, ...]:
    """Return the cheapest way to find `shorter` inside `longer`, the words around it left out.

    Empty when either is empty, or when both are very long and one does not hold the other exactly.
    """
    if not longer or not shorter:
        return ()
    if len(longer) * len(shorter) > MAX_CELLS:
        return _find_exactly(longer, shorter)
    return _trace(_costs(longer, shorter), longer, shorter)


def _find_exactly(longer: Sequence[str], shorter: Sequence[str]) -> tuple[Step, ...]:
    wanted = tuple(shorter)
    starts = range(len(longer) - len(wanted) + 1)
    for start in starts if len(wanted) <= MAX_EXACT else starts[:1]:
        if longer[start] == wanted[0] and tuple(longer[start : start + len(wanted)]) == wanted:
            return tuple(Step(Change.SAME, word, word, start + at) for at, word in enumerate(wanted))
    return ()


def _costs(longer: Sequence[str], shorter: Sequence[str]) -> list[list[int]]:
    """Return the costs of matching each beginning of `shorter` up to each place of `longer`."""
    rows = [[0] * (len(longer) + 1)]
    for row, wanted in enumerate(shorter, start=1):
        above, here = rows[-1], [row * 2]
        for column, word in enumerate(longer, start=1):
            same = above[column - 1] + (0 if word == wanted else 3)
            here.append(min(same, above[column] + 2, here[-1] + 2))
        rows.append(here)
    return rows


def _trace(rows: list[list[int]], longer: Sequence[str], shorter: Sequence[str]) -> tuple[Step, ...]:
    """Walk back from the cheapest end; on a tie the earliest, so that the same words give the same steps."""
    column = min(range(len(longer) + 1), key=lambda place: (rows[-1][place], place))
    row = len(shorter)
    steps: list[Step] = []
    while row:
        cost = rows[row][column]
        same = column and longer[column - 1] == shorter[row - 1]
        if column and cost == rows[row - 1][column - 1] + (0 if same else 3):
            change = Change.SAME if same else Change.OTHER
            steps.append(Step(change, longer[column - 1], shorter[row - 1], column - 1))
            row, column = row - 1, column - 1
        elif cost == rows[row - 1][column] + 2:
            steps.append(Step(Change.MISSING, None, shorter[row - 1], column))
            row -= 1
        else:
            steps.append(Step(Change.ADDED, longer[column - 1], None, column - 1))
            column -= 1
    return tuple(reversed(steps))
