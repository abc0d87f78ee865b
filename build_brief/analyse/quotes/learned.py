"""Let the trained model label the words of a passage: who speaks, by which cue, what.

The weights are a file beside this module, made by `evaluation/train_quotes.py`; without it there
is no labeller, and the rules work alone.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.resources import files
from statistics import fmean

from pycrfsuite import Tagger

from build_brief.analyse.quotes.features import describe_passage
from build_brief.analyse.quotes.passages import Passage

WEIGHTS = "weights.crfsuite.xz"
NOTHING = "O"
SPEAKING = ("B-source", "I-source")


class Labels:
    """What the model says of one passage, asked before it reads the next: it remembers only the last.

    Each token is `O`, or `B-` or `I-` and `source`, `cue` or `content`.
    """

    def __init__(self, names: Sequence[str], tagger: Tagger) -> None:
        """Keep the labels; `tagger` is asked for a probability only when somebody wants it: it takes long."""
        self.names = names
        self._tagger = tagger

    def find_certainty(self, first: int, last: int) -> float:
        """Return the model's mean probability of the labels from token `first` to `last`, included."""
        return fmean([self._tagger.marginal(self.names[place], place) for place in range(first, last + 1)])

    def find_speaking(self, first: int, end: int) -> float:
        """Return the mean probability that the tokens before `end` are a speaker's, whatever their labels."""
        marginal, labels = self._tagger.marginal, self._tagger.labels()
        known = [name for name in SPEAKING if name in labels]
        return fmean([sum(marginal(name, place) for name in known) for place in range(first, end)])


Labeller = Callable[[Passage, Passage | None], Labels]
"""Labels the tokens of a passage, given the passage before it."""


@cache
def load_labeller() -> Labeller | None:
    """Return the labeller with the weights of the package; None when they are not there."""
    weights = files("build_brief.analyse.quotes").joinpath(WEIGHTS)
    return make_labeller(lzma.decompress(weights.read_bytes())) if weights.is_file() else None


def make_labeller(weights: bytes) -> Labeller:
    """Return a labeller with `weights`, a model as crfsuite writes it."""
    tagger = Tagger()
    tagger.open_inmemory(weights)
    return partial(_label, (tagger, weights))  # the tagger reads the bytes without holding them


def _label(model: tuple[Tagger, bytes], passage: Passage, before: Passage | None) -> Labels:
    tagger, _ = model
    return Labels(tagger.tag(describe_passage(passage, before)) if passage.tokens else (), tagger)
