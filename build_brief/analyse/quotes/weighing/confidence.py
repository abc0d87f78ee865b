"""Say how sure a quote is, from how often such quotes proved right.

Such as: made by the same rule, with the same agreement between rules and learner, of the same
kind, with a speaker of the same shape. How sure its speaker is, given that somebody said it, is
told apart, by traits that add up: a clause may be cut wrongly while nobody doubts who spoke. Other
traits tell whether a report is worth telling at all. Shares and weights were counted by
`evaluation/train_quotes.py` on articles that people had annotated and the learner had not seen; they
are in `confidence.json`.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.weighing.content_traits import list_content_traits
from build_brief.analyse.quotes.weighing.traits import list_traits
from build_brief.language.word_classes import classify
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span

RATES = "confidence.json"
UNKNOWN = 0.5
"""For a quote like none that was counted."""
STEPS = (0.4, 0.55, 0.7, 0.8, 0.9, 0.96)
"""Where the learner's certainty passes from one class to the next."""
ANY = ""
"""The trait that every quote has."""
LONG = 40
"""Characters: a shorter quote is a fragment."""


def find_confidence(claim: Attribution, kind: QuoteKind) -> float:
    """Return the share of quotes like this one that proved right, content and speaker."""
    return _look_up("quote", list_keys(claim, kind))


def find_speaker_confidence(passage: Passage, claim: Attribution, kind: QuoteKind) -> float:
    """Return the chance that the speaker is right, of what was said; each trait adds to the odds."""
    return 0.0 if claim.speaker is None else _add_up("speaker", list_traits(passage, claim, kind))


def find_worth(passage: Passage, claim: Attribution, kind: QuoteKind) -> float:
    """Return the chance that words and speaker are right, from all that is known of them.

    Of a report without quoted words it tells more than `find_confidence`; 1.0 when nothing was counted.
    """
    return _add_up("report", list_all_traits(passage, claim, kind)) if _read_rates() else 1.0


def list_all_traits(passage: Passage, claim: Attribution, kind: QuoteKind) -> tuple[str, ...]:
    """Return the traits of how the speaker was found, then those of the words."""
    return (*list_traits(passage, claim, kind), *list_content_traits(passage, claim, kind))


def _add_up(table: str, traits: Iterable[str]) -> float:
    weights = _read_rates().get(table, {})
    odds = weights.get(ANY, 0.0) + math.fsum(map(weights.get, traits, repeat(0.0)))
    return round(1 / (1 + math.exp(-odds)), 3)


def _look_up(table: str, keys: tuple[str, ...]) -> float:
    rates = _read_rates().get(table, {})
    for depth in range(len(keys), -1, -1):
        rate = rates.get("|".join(keys[:depth]))
        if rate is not None:
            return rate
    return UNKNOWN


def list_keys(claim: Attribution, kind: QuoteKind) -> tuple[str, ...]:
    """Return what tells `claim` apart, the widest first."""
    long = sum(content.end - content.start for content in claim.contents) >= LONG
    return (
        claim.rule,
        f"{kind}{'+' if long else '-'}",
        str(bisect_right(STEPS, claim.certainty)),
        _name_shape(claim.speaker),
    )


@cache
def _read_rates() -> dict[str, dict[str, float]]:
    path = files("build_brief.analyse.quotes.weighing").joinpath(RATES)
    if not path.is_file():
        return {}
    tables: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return tables


def _name_shape(speaker: Span | None) -> str:
    """Return `name`, `pronoun`, `noun` or `nobody`: what the speaker's last word looks like."""
    if speaker is None:
        return "nobody"
    words = speaker.text.partition(",")[0].split() or speaker.text.split()
    known = classify(words[-1])
    if known.grammar:
        return "pronoun"
    return "name" if known.shape in ("X", "XX") else "noun"
