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
        longest = max(lengths, default=0)
        sizes = [0] * (longest + 1)  # how many rows take each step
        for length in lengths:
            sizes[length] += 1
        going = [*accumulate(sizes[:0:-1])][::-1]
        ends = [*accumulate(going, initial=0)]
        self._steps = [
            (slice(start, start + count), slice(end, end + count))
            for (start, end), count in zip(pairwise(ends), going[1:], strict=False)
        ]
        self._order, self._order_back = _order_words(lengths)
        self._scores, self._transitions, self._lengths = scores.T, transitions, lengths

    def find_best(self) -> list[int]:
        """Return the label of each word on the likeliest way through its row; of equals the first."""
        reached, onwards = self._scores[:, self._order], self._transitions[:, :, None]
        each = reached[:, None]
        for before, step in self._steps:
            here = reached[:, step]  # a view: what is added to it is kept
            here += _find_largest(each[:, :, before] + onwards)
        reached = reached[:, self._order.argsort()]
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
        chances = ahead[:, self._order.argsort()] * back[:, self._order_back.argsort()]
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


def _order_words(lengths: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Return the numbers of the words: each row's first, the longest row first; the second; and so on.

    Then the same with each row's last, the one before it, and so on.
    """
    counts = np.array(lengths, np.int64)
    ends = counts.cumsum()
    places = np.arange(counts.sum())
    longest_first = np.repeat(-counts, counts)
    ahead = places - np.repeat(ends - counts, counts)
    back = np.repeat(ends, counts) - places
    return np.lexsort((longest_first, ahead)), np.lexsort((longest_first, back))
