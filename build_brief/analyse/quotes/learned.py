"""Let the trained model label the words of a passage: who speaks, by which cue, what.

The weights are a file beside this module, made by `evaluation/train_quotes.py`; without it there
is no labeller, and the rules work alone.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import NamedTuple

from pycrfsuite import Tagger

from build_brief.analyse.quotes.features import describe_passage
from build_brief.analyse.quotes.passages import Passage

WEIGHTS = "weights.crfsuite.xz"
NOTHING = "O"
SPEAKING = ("B-source", "I-source")


class Label(NamedTuple):
    """What one token is: `O`, or `B-` or `I-` and `source`, `cue` or `content`."""

    name: str
    certainty: float
    """The model's probability of it; 1.0 for `O`, which nobody asks about."""
    speaking: float = 0.0
    """The model's probability that the word belongs to a speaker, whatever the label."""


Labeller = Callable[[Passage, Passage | None], tuple[Label, ...]]
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


def _label(model: tuple[Tagger, bytes], passage: Passage, before: Passage | None) -> tuple[Label, ...]:
    tagger, _ = model
    names = tagger.tag(describe_passage(passage, before)) if passage.tokens else []
    known = [name for name in SPEAKING if name in tagger.labels()]
    return tuple(
        Label(
            name,
            tagger.marginal(name, place) if name != NOTHING else 1.0,
            sum(tagger.marginal(one, place) for one in known),
        )
        for place, name in enumerate(names)
    )
