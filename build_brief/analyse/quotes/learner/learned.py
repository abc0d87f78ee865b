"""Let the trained model label the words of an article: who speaks, by which cue, what.

The weights are a file beside this module, made by `evaluation/train_quotes.py`; without it there
is no labeller, and the rules work alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from build_brief.analyse.quotes.learner.labels import Labels
from build_brief.analyse.quotes.passages import Passage

WEIGHTS = "weights.xz"

Labeller = Callable[[Sequence[Passage]], list[Labels]]
"""Labels the tokens of all passages of an article."""


@cache
def load_labeller() -> Labeller | None:
    """Return the labeller with the weights of the package; None when they are not there."""
    weights = files("build_brief.analyse.quotes.learner").joinpath(WEIGHTS)
    return make_labeller(weights.read_bytes()) if weights.is_file() else None


def make_labeller(file: bytes) -> Labeller:
    """Return a labeller with the weights in `file`."""
    from build_brief.analyse.quotes.learner.labelling import read_labeller

    return read_labeller(file)
