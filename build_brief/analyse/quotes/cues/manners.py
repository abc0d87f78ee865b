"""Tell an adverb by its ending from the few nouns that have it too: “said quietly”, “an ally said”."""

from __future__ import annotations

from build_brief.analyse.quotes.passages import Passage

NOUNS = frozenset(
    {"ally", "anomaly", "assembly", "belly", "bully", "family", "fly", "jelly", "lily", "monopoly", "rally"}
    | {"butterfly", "homily", "melancholy", "reply", "resupply", "supply", "apply", "comply", "imply", "rely"}
)
"""In “-ly” and no adverbs: nouns, and verbs."""


def is_manner(word: str) -> bool:
    """Tell whether a word, in small letters, says how something was done, as far as its ending tells."""
    return word.endswith("ly") and word not in NOUNS


def stands_as_manner(passage: Passage, token: int) -> bool:
    """Tell whether such a word stands at `token`, in small letters."""
    return passage.classes[token].shape == "x" and is_manner(passage.tokens[token].text)
