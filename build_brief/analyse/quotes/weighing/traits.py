"""What tells how well the speaker of a quote was found: where the words stand, and who agreed on them.

Each trait adds to or takes from the odds that the speaker is right, by as much as
`evaluation/train_quotes.py` found on articles that people had annotated and the learner had not seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.language.word_classes import WordClass, classify
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span

STEPS = (0.3, 0.4, 0.55, 0.7, 0.8, 0.9, 0.96, 0.99)
"""Where the learner's certainty of the speaker passes from one class to the next."""
OPENING = frozenset({"coordinator", "adverb"})
"""Before a subject as good as a mark."""
SHUTTING = frozenset({"subordinator", "preposition", "determiner", "pronoun"})
WHEN = frozenset({"auxiliary", "adverb", "calendar", "preposition", "9", ","})
GOING = ("goes-on", "runs-on", "set-apart")
"""A paragraph that is only a quote; before the second a quote is left open, the third has other marks."""
TIES = ("and", "but", "yet")
SHORT, NEAR = 2, 3
"""Tokens between speaker and cue."""


def list_traits(passage: Passage, claim: Attribution, kind: QuoteKind) -> tuple[str, ...]:
    """Return the traits of how the speaker of `claim` was found, in a fixed order."""
    agreed, _, way = claim.rule.rpartition("/")
    by = agreed or ("rules" if "-" in way and way not in GOING else way)
    certain = bisect_right(STEPS, claim.speaker_certainty)
    begins, gap = _name_start(passage, claim.speaker), _name_gap(passage, claim)
    reach = _name_reach(passage, claim)
    return (
        f"rule {claim.rule}",
        f"kind {kind}",
        f"begins {begins}",
        f"gap {gap}",
        f"certain {certain}",
        f"head {_name_head(claim.speaker)}",
        f"verb {_name_verb(passage, claim.cue)}",
        f"that {_follows_that(passage, claim)}",
        f"reach {reach}",
        f"{by} reach {reach}",
        f"begins {begins} gap {gap}",
        f"{by} certain {certain}",
        f"{by} begins {begins}",
        f"{by} gap {gap}",
    )


def is_within(passage: Passage, span: Span | None) -> bool:
    """Tell whether `span` stands in the passage; a speaker may stand in one before."""
    tokens = passage.tokens
    return span is not None and bool(tokens) and tokens[0].start <= span.start and span.end <= tokens[-1].end


def _name_start(passage: Passage, speaker: Span | None) -> str:
    """Return what stands before the speaker: `first` in the sentence, `quote`, `open` or what ties it."""
    if speaker is None or not is_within(passage, speaker):
        return "elsewhere"
    first = passage.find_token(speaker.start)
    if passage.sentence_limits(first)[0] == first:
        return "first"
    if passage.regions[first - 1] != OUTSIDE:
        return "quote"
    return _name_before(passage.classes[first - 1])


def _name_before(known: WordClass) -> str:
    if known.shape == ",":
        return "comma"
    if known.grammar in OPENING or not known.shape.isalnum():
        return "open"
    return known.grammar if known.grammar in SHUTTING else known.shape if not known.grammar else "other"


def _name_gap(passage: Passage, claim: Attribution) -> str:
    """Return what stands between speaker and cue."""
    speaker, cue = claim.speaker, claim.cue
    if speaker is None or cue is None or not (is_within(passage, speaker) and is_within(passage, cue)):
        return "apart"
    before, after = sorted((speaker, cue), key=lambda part: part.start)
    between = range(passage.find_token(before.end), passage.find_token(after.start))
    if any(passage.regions[token] != OUTSIDE for token in between):
        return "quote"
    return _name_between(tuple(_sort(passage.classes[token]) for token in between))


def _sort(known: WordClass) -> str:
    return known.grammar or known.noun or known.shape


def _name_between(sorts: tuple[str, ...]) -> str:
    if not sorts:
        return "none"
    if sorts == (",",):
        return "comma"
    if len(sorts) <= NEAR and WHEN.issuperset(sorts):
        return "when"
    return "aside" if sorts[0] == "," else "short" if len(sorts) <= SHORT else "long"


def _name_head(speaker: Span | None) -> str:
    """Return what the last word before any apposition is: a name, a pronoun, a noun for a person."""
    words = speaker.text.partition(",")[0].split() if speaker else []
    return _sort(classify(words[-1])) if words else "nobody"


def _name_verb(passage: Passage, cue: Span | None) -> str:
    """Return the sort and form of the last verb of the cue."""
    if cue is None or not is_within(passage, cue):
        return "none"
    places: Iterator[int] = reversed(range(passage.find_token(cue.start), passage.find_token(cue.end)))
    verbs = (passage.classes[place] for place in places if passage.classes[place].verb)
    known = next(verbs, None)
    return f"{known.verb} {known.form}" if known else "none"


def _name_reach(passage: Passage, claim: Attribution) -> str:
    """Return how the cue goes on from an earlier verb of its speaker, and what stands between.

    “China has done so but maintains it is neutral” is joined and clear; “Ito left when it rained and said” is
    crossed by a clause of its own.
    """
    speaker, cue = claim.speaker, claim.cue
    if not claim.rule.endswith("-shared") or speaker is None or cue is None or speaker.end > cue.start:
        return "none"
    if not (is_within(passage, speaker) and is_within(passage, cue)):
        return "apart"
    first, verb = passage.find_token(speaker.end), passage.find_token(cue.start)
    outside = [token for token in range(first, verb) if passage.regions[token] == OUTSIDE]
    crossed = any(_opens_other(passage, token) for token in outside)
    tie = (
        "joined"
        if passage.is_word(verb - 1, *TIES)
        else "comma"
        if passage.is_word(verb - 1, ",")
        else "other"
    )
    return f"{tie} {'crossed' if crossed else 'clear'} {'acts' if is_finite(passage, first) else 'stands'}"


def _opens_other(passage: Passage, token: int) -> bool:
    """Tell whether a clause with a subject of its own may begin at `token`."""
    known = passage.classes[token]
    return known.grammar == "subordinator" or passage.is_word(token, "who", "which", "that", "whose")


def _follows_that(passage: Passage, claim: Attribution) -> str:
    return "yes" if passage.is_word(passage.find_token(claim.contents[0].start) - 1, "that") else "no"
