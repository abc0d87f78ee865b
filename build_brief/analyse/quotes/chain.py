"""Find the likeliest labels of words in a row, and how likely each is: a linear-chain model.

Lafferty, McCallum and Pereira, “Conditional Random Fields” (ICML 2001); the likeliest by Viterbi's
algorithm, the probabilities by forward and backward sums. All rows of words of an article take each
step together, the longest row first, so that those that go on stand before those that have ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]

RESCALED = 8
"""Steps after which sums are brought back to about 1, long before they are too small for a number."""


class Chain:
    """Rows of words with a score for each label, and the scores of labels that follow each other."""

    def __init__(self, scores: Scores, transitions: Scores, lengths: Sequence[int]) -> None:
        """Take the scores of all words, a row of numbers each, and how many words each row has."""
        longest = max(lengths, default=0)
        sizes = [0] * (longest + 1)  # how many rows take each step
        for length in lengths:
            sizes[length] += 1
        going = [*accumulate(sizes[:0:-1])][::-1]
        self._steps = [slice(*ends) for ends in pairwise(accumulate(going, initial=0))]
        order = _order_words(lengths)
        self._places = order.argsort()
        self._scores = scores[order]
        self._transitions, self._lengths = transitions, lengths

    def find_best(self) -> list[int]:
        """Return the label of each word on the likeliest way through its row; of equals the first."""
        reached, onwards = self._scores.copy(), self._transitions[:, None, :]
        for before, step in pairwise(self._steps):
            ways = reached[before].T[:, : step.stop - step.start, None] + onwards
            reached[step] += ways.max(axis=0)
        reached = reached[self._places]
        labels: list[int] = reached.argmax(axis=1).tolist()
        ways_back = (reached.T[:, :, None] + onwards).argmax(axis=0).ravel().tolist()
        for start, end in pairwise(accumulate(self._lengths, initial=0)):
            for place in range(end - 2, start - 1, -1):
                labels[place] = ways_back[place * len(onwards) + labels[place + 1]]
        return labels

    def find_chances(self) -> Scores:
        """Return for each word the probability of each label."""
        weights = np.exp(self._scores - self._scores.max(axis=1, keepdims=True))
        follow = np.exp(self._transitions - np.max(self._transitions))
        before, after = weights.copy(), np.ones_like(weights)
        for number, (left, step) in enumerate(pairwise(self._steps)):
            sums = before[left][: step.stop - step.start] @ follow
            before[step] *= sums if number % RESCALED else _rescale(sums)
        for number, (step, right) in enumerate([*pairwise(self._steps)][::-1]):
            sums = (weights[right] * after[right]) @ follow.T
            going = slice(step.start, step.start + right.stop - right.start)
            after[going] = sums if number % RESCALED else _rescale(sums)
        return _rescale(before * after)[self._places]


def _order_words(lengths: Sequence[int]) -> Numbers:
    """Return the numbers of the words: each row's first, the longest row first; the second; and so on."""
    counts = np.array(lengths, np.int64)
    ends = counts.cumsum()
    place = np.arange(counts.sum()) - np.repeat(ends - counts, counts)
    return np.lexsort((np.repeat(-counts, counts), place))


def _rescale(sums: Scores) -> Scores:
    scaled: Scores = sums / sums.sum(axis=1, keepdims=True)
    return scaled
