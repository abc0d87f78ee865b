"""Let the trained model label the words of an article: who speaks, by which cue, what.

The weights are a file beside this module, made by `evaluation/train_quotes.py`; without it there
is no labeller, and the rules work alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from importlib.resources import files
from itertools import accumulate
from statistics import fmean

from build_brief.analyse.quotes.chain import Chain, Scores
from build_brief.analyse.quotes.columns import Number, describe_passages
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.weights import Weights, unpack_weights

WEIGHTS = "weights.xz"
NOTHING = "O"
SPEAKING = ("B-source", "I-source")
DIGITS = 9
"""Of a probability: the last ones of a machine's own must not decide."""


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
        certainty: list[float] = self._chances[range(len(self.best)), self.best].tolist()
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


class Labels:
    """What the model says of one passage.

    Each token is `O`, or `B-` or `I-` and `source`, `cue` or `content`.
    """

    def __init__(self, reading: Reading, start: int, end: int) -> None:
        """Take the labels from token `start` of the article up to token `end`."""
        self._reading, self._start = reading, start
        self.names = [reading.labels[number] for number in reading.best[start:end]]

    def find_certainty(self, first: int, last: int) -> float:
        """Return the model's mean probability of the labels from token `first` to `last`, included."""
        words = slice(self._start + first, self._start + last + 1)
        return round(fmean(self._reading.certainty[words]), DIGITS)

    def find_speaking(self, first: int, end: int) -> float:
        """Return the mean probability that the tokens before `end` are a speaker's, whatever their labels."""
        words = slice(self._start + first, self._start + end)
        return round(fmean(self._reading.speaking[words]), DIGITS)


Labeller = Callable[[Sequence[Passage]], list[Labels]]
"""Labels the tokens of all passages of an article."""


@cache
def load_labeller() -> Labeller | None:
    """Return the labeller with the weights of the package; None when they are not there."""
    weights = files("build_brief.analyse.quotes").joinpath(WEIGHTS)
    return make_labeller(weights.read_bytes()) if weights.is_file() else None


def make_labeller(file: bytes) -> Labeller:
    """Return a labeller with the weights in `file`."""
    weights = unpack_weights(file)

    def number(value: str) -> int:
        return weights.values.get(value, 0)

    return partial(_label, weights, number)


def _label(weights: Weights, number: Number, passages: Sequence[Passage]) -> list[Labels]:
    ends = list(accumulate(len(passage.tokens) for passage in passages))
    reading = Reading(weights, number, passages)
    return [Labels(reading, *limits) for limits in zip([0, *ends], ends, strict=False)]
