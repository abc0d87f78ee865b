"""Say how sure a quote is, from how often such quotes proved right.

Such as: made by the same rule, with the same agreement between rules and learner, of the same
kind, with a speaker of the same shape. How sure its speaker is, given that somebody said it, is
counted apart: a clause may be cut wrongly while nobody doubts who spoke. The shares were counted by
`evaluation/train_quotes.py` on articles that people had annotated and the learner had not seen; they
are in `confidence.json`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import Passage
from build_brief.language.word_classes import classify
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span

RATES = "confidence.json"
UNKNOWN = 0.5
"""For a quote like none that was counted."""
STEPS = (0.4, 0.55, 0.7, 0.8, 0.9, 0.96)
"""Where the learner's certainty passes from one class to the next."""
SPEAKER_STEPS = (0.3, 0.4, 0.55, 0.7, 0.8, 0.9, 0.96, 0.99)
"""The same for its certainty of the speaker alone."""
LONG = 40
"""Characters: a shorter quote is a fragment."""
NEAR = 4
"""Words between a speaker and the cue: an adverb, a day, an auxiliary."""
WORD = re.compile(r"\w+")


def find_confidence(claim: Attribution, kind: QuoteKind) -> float:
    """Return the share of quotes like this one that proved right, content and speaker."""
    return _look_up("quote", list_keys(claim, kind))


def find_speaker_confidence(passage: Passage, claim: Attribution) -> float:
    """Return the share of quotes like this one, of those that were said, whose speaker proved right."""
    return _look_up("speaker", list_speaker_keys(passage, claim)) if claim.speaker else 0.0


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


def list_speaker_keys(passage: Passage, claim: Attribution) -> tuple[str, ...]:
    """Return what tells apart how the speaker of `claim` was found, the widest first."""
    return (
        claim.rule,
        _find_distance(claim),
        _find_place(passage, claim.speaker),
        str(bisect_right(SPEAKER_STEPS, claim.speaker_certainty)),
    )


def _find_distance(claim: Attribution) -> str:
    """Return how many words stand between speaker and cue: `beside`, `near`, `far`; `apart` without a cue."""
    if claim.speaker is None or claim.cue is None or claim.speaker.article != claim.cue.article:
        return "apart"
    if claim.speaker.overlaps(claim.cue):
        return "inside"
    first, last = sorted((claim.speaker, claim.cue), key=lambda part: part.start)
    words = len(WORD.findall(claim.speaker.article.text, first.end, last.start))
    return "beside" if not words else "near" if words <= NEAR else "far"


def _find_place(passage: Passage, speaker: Span | None) -> str:
    """Return `first` when a sentence begins with the speaker, else `inside`."""
    token = passage.find_token(speaker.start) if speaker else len(passage.tokens)
    if token >= len(passage.tokens):
        return "inside"
    return "first" if passage.sentence_limits(token)[0] == token else "inside"


@cache
def _read_rates() -> dict[str, dict[str, float]]:
    path = files("build_brief.analyse.quotes").joinpath(RATES)
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
