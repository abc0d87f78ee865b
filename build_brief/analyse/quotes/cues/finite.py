"""Tell a verb in a tense from the same word otherwise: “profit rose”, “profit to rise”."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import Passage

NOT_FINITE = frozenset({"’s", "'s", "be", "been", "being"})
CONTRACTED = frozenset({"’s", "’re", "’m", "’ll", "’d", "’ve"})


def is_finite(passage: Passage, token: int) -> bool:
    """Tell whether the word at `token` is a verb in a tense, auxiliaries included."""
    known, text = passage.classes[token], passage.lower[token].replace("'", "’")
    if known.grammar == "auxiliary" and text not in NOT_FINITE:
        return True
    if text in CONTRACTED and token and passage.classes[token - 1].grammar == "pronoun":
        return True
    return text in PAST or (known.shape == "x" and (known.form in ("s", "ed") or text.endswith("ed")))
