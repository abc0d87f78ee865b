"""Find the likeliest labels of words in a row, and how likely each is: a linear-chain model.

Lafferty, McCallum and Pereira, “Conditional Random Fields” (ICML 2001); the likeliest by Viterbi's
algorithm, the probabilities by forward and backward sums. All rows of words of an article take each
step together, the longest row first, so that those that go on stand before those that have ended.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]

_find_largest = cast("Callable[[Scores], Scores]", np.maximum.reduce)
"""Of the first axis; the method of an array asks NumPy's Python first, which takes as long again."""
RESCALED = 8
"""Steps after which sums are brought back to about 1, long before they are too small for a number."""


class Chain:
    """Rows of words with a score for each label, and the scores of labels that follow each other.

    Inside, a row of numbers belongs to a label and a column to a word: so each step reads what lies together.
    """

    def __init__(self, scores: Scores, transitions: Scores, lengths: Sequence[int]) -> None:
        """Take the scores of all words, a row of numbers each, and how many words each row has."""
        self._order, self._order_back, going = _order_words(lengths)
        ends = accumulate(going, initial=0)
        self._steps = [
            (slice(start, start + count), slice(end, end + count))
            for (start, end), count in zip(pairwise(ends), going[1:], strict=False)
        ]
        self._scores, self._transitions, self._lengths = scores.T, transitions, lengths

    def find_best(self) -> list[int]:
        """Return the label of each word on the likeliest way through its row; of equals the first."""
        reached, onwards = self._scores[:, self._order], self._transitions[:, :, None]
        each = reached[:, None]
        for before, step in self._steps:
            here = reached[:, step]  # a view: what is added to it is kept
            here += _find_largest(each[:, :, before] + onwards)
        reached = reached[:, _invert(self._order)]
        labels: list[int] = reached.argmax(axis=0).tolist()
        ways_back = _find_ways_back(reached, self._transitions).ravel().tolist()
        count = len(onwards)
        for start, end in pairwise(accumulate(self._lengths, initial=0)):
            after = labels[end - 1] if start < end else 0
            for place in range(end - 2, start - 1, -1):
                after = labels[place] = ways_back[place * count + after]
        return labels

    def find_chances(self) -> Scores:
        """Return for each word the probability of each label.

        The sums forward and backward take their steps together, the latter from the rows' ends.
        """
        weights = np.exp(self._scores - self._scores.max(axis=0))
        follow = np.exp(self._transitions - np.max(self._transitions))
        nothing = np.zeros_like(follow)
        onwards = np.block([[follow.T, nothing], [nothing, follow]])
        sums = np.concatenate((weights[:, self._order], weights[:, self._order_back]))
        reached = np.ones_like(sums)
        for number, (before, step) in enumerate(self._steps):
            came = onwards.dot(sums[:, before])
            if number % RESCALED == 0:
                both = came.reshape(2, len(follow), -1)
                both /= both.sum(axis=1, keepdims=True)
            reached[:, step] = came
            here = sums[:, step]
            here *= came
        ahead, back = sums[: len(follow)], reached[len(follow) :]
        chances = ahead[:, _invert(self._order)] * back[:, _invert(self._order_back)]
        scaled: Scores = (chances / chances.sum(axis=0)).T
        return scaled


def _find_ways_back(reached: Scores, transitions: Scores) -> Numbers:
    """Return for each word, and each label of the word after it, the likeliest label; of equals the first."""
    best = reached[0] + transitions[0][:, None]
    labels = np.zeros(best.shape, np.int64)
    for label in range(1, len(transitions)):
        ways = reached[label] + transitions[label][:, None]
        np.copyto(labels, label, where=ways > best)
        np.maximum(best, ways, out=best)
    return labels.T


def _order_words(lengths: Sequence[int]) -> tuple[Numbers, Numbers, list[int]]:
    """Return the numbers of the words: each row's first, the longest row first; the second; and so on.

    Then the same with each row's last, the one before it, and so on; and how many rows take each step.
    """
    unsorted = np.array(lengths, np.int64)
    longest_first = (-unsorted).argsort(kind="stable")
    counts, ends = unsorted[longest_first], unsorted.cumsum()[longest_first]
    steps = np.arange(counts.max(initial=0))[:, None]
    taken = steps < counts
    return (ends - counts + steps)[taken], (ends - 1 - steps)[taken], taken.sum(axis=1).tolist()


def _invert(order: Numbers) -> Numbers:
    """Return where each of the words stands in `order`."""
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places
