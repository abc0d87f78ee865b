"""Label the words of an article with the weights of the trained model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from itertools import accumulate

import numpy as np

from build_brief.analyse.quotes.learner.chain import Chain, Scores
from build_brief.analyse.quotes.learner.columns import Number, describe_passages
from build_brief.analyse.quotes.learner.labels import Labels
from build_brief.analyse.quotes.learner.weights import Weights, unpack_weights
from build_brief.analyse.quotes.passages import Passage

SPEAKING = ("B-source", "I-source")


class Reading:
    """What the model says of an article; probabilities, which take long, are found when somebody asks."""

    def __init__(self, weights: Weights, number: Number, passages: Sequence[Passage]) -> None:
        """Label the tokens of `passages`; `number` gives the numbers of values in `weights`."""
        scores = weights.score(describe_passages(passages, number))
        self._chain = Chain(scores, weights.transitions, [len(passage.tokens) for passage in passages])
        self.labels = weights.labels
        self.best = self._chain.find_best()

    @cached_property
    def certainty(self) -> list[float]:
        """The probability of each token's own label."""
        certainty: list[float] = self._chances[np.arange(len(self.best)), self.best].tolist()
        return certainty

    @cached_property
    def speaking(self) -> list[float]:
        """The probability that each token is a speaker's."""
        known = [number for number, name in enumerate(self.labels) if name in SPEAKING]
        speaking: list[float] = self._chances[:, known].sum(axis=1).tolist()
        return speaking

    @cached_property
    def _chances(self) -> Scores:
        return self._chain.find_chances()


def read_labeller(file: bytes) -> Callable[[Sequence[Passage]], list[Labels]]:
    """Return what labels the tokens of all passages of an article, by the weights in `file`."""
    weights = unpack_weights(file)

    def number(value: str) -> int:
        return weights.values.get(value, 0)

    return partial(_label, weights, number)


def _label(weights: Weights, number: Number, passages: Sequence[Passage]) -> list[Labels]:
    ends = list(accumulate(len(passage.tokens) for passage in passages))
    reading = Reading(weights, number, passages)
    names = [weights.labels[label] for label in reading.best]
    return [Labels(names, reading, *limits) for limits in zip([0, *ends], ends, strict=False)]
