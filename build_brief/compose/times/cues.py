"""Weigh the words by which a sentence shows that it tells of before or of what is to come."""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_forms


def weigh_cues(text: str, name: str) -> int:
    """Return the summed weight of the cues of list `name` in `text`; of overlapping ones the longest."""
    pattern, weights = _compile(name)
    lower = text.lower()
    # Most sentences hold no cue, and looking for plain words is ten times faster than the pattern.
    if not any(cue in lower for cue in weights):
        return 0
    return sum(weights[found] for found in {found[0] for found in pattern.finditer(lower)})


@cache
def _compile(name: str) -> tuple[re.Pattern[str], dict[str, int]]:
    weights = {cue.lower(): int(weight) for cue, weight in read_forms(name)}
    cues = sorted(weights, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\b"), weights
