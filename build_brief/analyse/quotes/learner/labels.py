"""What the trained model says of a passage: a label for each word, and how sure it is of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import Protocol

NOTHING = "O"
DIGITS = 9
"""Of a probability: the last ones of a machine's own must not decide."""


class Chances(Protocol):
    """How likely things are, for each token of the article; each is found when somebody first asks."""

    @property
    def certainty(self) -> Sequence[float]:
        """The probability of each token's own label."""

    @property
    def speaking(self) -> Sequence[float]:
        """The probability that each token is a speaker's."""


class Labels:
    """What the model says of one passage.

    Each token is `O`, or `B-` or `I-` and `source`, `cue` or `content`.
    """

    def __init__(self, names: Sequence[str], chances: Chances, start: int, end: int) -> None:
        """Take the labels of an article, and what is said of them, from token `start` up to token `end`."""
        self.names = names[start:end]
        self._chances, self._start = chances, start

    def find_certainty(self, first: int, last: int) -> float:
        """Return the model's mean probability of the labels from token `first` to `last`, included."""
        return _average(self._chances.certainty[self._start + first : self._start + last + 1])

    def find_speaking(self, first: int, end: int) -> float:
        """Return the mean probability that the tokens before `end` are a speaker's, whatever their labels."""
        return _average(self._chances.speaking[self._start + first : self._start + end])


def _average(chances: Sequence[float]) -> float:
    return round(fsum(chances) / len(chances), DIGITS)
