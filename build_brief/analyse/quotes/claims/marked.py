"""Read attributions out of the labels that the learner gave to the words of a passage.

A content belongs to the nearest cue, a cue to the nearest source, and a crossing of another
sentence, cue or content counts as distance. A quoted sentence without a cue goes on from the
attribution before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.claims.reported import GESTURES
from build_brief.analyse.quotes.contents.trimmed import is_pronoun_that
from build_brief.analyse.quotes.cues.passives import is_silence
from build_brief.analyse.quotes.cues.reporting import BE
from build_brief.analyse.quotes.learner.labels import NOTHING, Labels
from build_brief.analyse.quotes.passages import Passage
from build_brief.language.word_classes import WordClass
from build_brief.model.article import Span

NEXT_SENTENCE = 25
"""Tokens that the end of a sentence counts for."""
CROSSING = 12
"""Tokens that a cue or content between two parts counts for."""
BACKWARDS = 5
"""And for a source or cue in a sentence after what it belongs to."""
TOO_FAR = 60
OUTLET = 4
"""Tokens of a paper's name."""
SILENT = frozenset({"declined", "declines", "declining", "refused", "refuses"})
INTENDING = frozenset({"plan", "seek", "want", "prefer", "intend", "decide", "refuse", "expect", "offer"})
"""What somebody means to do is no statement, though the corpus marks it."""
EMPTY = frozenset({"seem", "mean", "vote"})
"""Nor is what seems so, or how somebody voted."""
EMPTY_WORDS = frozenset(
    {"this", "that", "it", "so", "otherwise", "not", "me", "us", "him", "her", "them", "you"}
)
"""None of them alone is what anybody said."""
NO_STATEMENT = INTENDING | EMPTY | GESTURES
LEAST = {"": 0.6, "evidence": 0.45, "thought": 0.3}
"""Of the learner's certainty, by the kind of verb in the cue: below, without quotation marks, less than a
third proved right (train, out of fold)."""
QUESTIONING = frozenset({"ask", "press", "quiz", "question", "challenge", "tell"})
"""In “Asked about it, she said …” the question is not hers."""


class Part(NamedTuple):
    """A run of tokens with one label, `source`, `cue` or `content`; `last` is included."""

    label: str
    first: int
    last: int
    certainty: float


def read_parts(labels: Labels) -> tuple[Part, ...]:
    """Return the runs of labelled tokens, in order; `B-` begins a run of its own."""
    runs: list[tuple[str, int, int]] = []
    for place, name in enumerate(labels.names):
        if name == NOTHING:
            continue
        label = name[2:]
        if name[0] == "I" and runs and runs[-1][0] == label and runs[-1][2] == place - 1:
            runs[-1] = (label, runs[-1][1], place)
        else:
            runs.append((label, place, place))
    return tuple(Part(*run, labels.find_certainty(*run[1:])) for run in runs)


def read_attributions(passage: Passage, labels: Labels) -> tuple[Attribution, ...]:
    """Return what the labels claim; a content without a cue in its passage has neither cue nor speaker."""
    parts = read_parts(labels)
    contents = [part for part in parts if part.label == "content"]
    linked = [(_find_nearest(passage, parts, content, "cue"), content) for content in contents]
    ordered = sorted(linked, key=lambda pair: (pair[0].first if pair[0] else -1, pair[1].first))
    return tuple(
        _write_attribution(passage, parts, cue, [content for _, content in group])
        for cue, group in groupby(ordered, key=lambda pair: pair[0])
    )


def _find_nearest(passage: Passage, parts: tuple[Part, ...], part: Part, label: str) -> Part | None:
    at = parts.index(part)
    costs = [
        (_measure(passage, parts, *sorted((at, place)), backwards=place > at), place)
        for place, other in enumerate(parts)
        if other.label == label and max(part.first - other.last, other.first - part.last) <= TOO_FAR
    ]
    cost, nearest = min(costs, default=(TOO_FAR + 1, -1))
    return parts[nearest] if cost <= TOO_FAR else None


def _measure(passage: Passage, parts: tuple[Part, ...], left: int, right: int, *, backwards: bool) -> int:
    """Return how far two parts, given by their places, stand apart."""
    before, after = parts[left], parts[right]
    gap = after.first - before.last
    sentences = passage.sentences[after.first] - passage.sentences[before.last]
    between = sum([part.label != "source" for part in parts[left + 1 : right]])
    turned = BACKWARDS if backwards and sentences else 0
    return gap + NEXT_SENTENCE * sentences + CROSSING * between + turned


def _write_attribution(
    passage: Passage, parts: tuple[Part, ...], cue: Part | None, contents: list[Part]
) -> Attribution:
    source = _find_nearest(passage, parts, cue or contents[0], "source")
    certainty = (source.certainty if source else 1.0) * min(content.certainty for content in contents)
    return Attribution(
        contents=tuple(_write(passage, content) for content in contents),
        speaker=_write(passage, source) if source else None,
        cue=_write(passage, cue) if cue else None,
        rule="learned",
        certainty=certainty,
    )


def _write(passage: Passage, part: Part) -> Span:
    """Return the words of `part` without “that” before them and marks after a speaker or a cue."""
    first, last = part.first, part.last
    while first < last and part.label == "content" and passage.is_word(first, "that", ",", ":"):
        if is_pronoun_that(passage, first):
            break
        first += 1
    if part.label == "content":
        first = _skip_outlet(passage, first, last)
    while last > first and part.label != "content" and passage.is_word(last, ",", ":", "—", "–"):
        last -= 1
    return passage.span(first, last)


def _skip_outlet(passage: Passage, first: int, last: int) -> int:
    """Return where the words begin after whom they were told: “reports for [Politik that] it rained”."""
    tied = first > 0 and passage.classes[first - 1].grammar == "preposition"
    token = first
    while tied and token < min(first + OUTLET, last) and passage.classes[token].shape in ("X", "XX"):
        token += 1
    return token + 1 if first < token < last and passage.is_word(token, "that") else first


def find_speaker_certainty(passage: Passage, labels: Labels, speaker: Span | None) -> float:
    """Return how surely the learner sees a speaker in the words before any apposition; 0.0 for nobody."""
    if speaker is None:
        return 0.0
    first, end = passage.find_token(speaker.start), passage.find_token(speaker.end)
    commas = (place for place in range(first + 1, end) if passage.is_word(place, ","))
    last = next(commas, end)
    return labels.find_speaking(first, last) if first < last else 0.0


def is_statement(passage: Passage, claim: Attribution) -> bool:
    """Tell whether somebody said it, as far as the cue tells: not “was told”, “is expected”, “plans”."""
    if claim.speaker is None or _is_pronoun(passage, claim):
        return False
    if claim.cue is None:
        return True
    first, last = passage.find_token(claim.cue.start), passage.find_token(claim.cue.end)
    words = [passage.lower[place] for place in range(first, last)]
    verbs = [one for one in passage.classes[first:last] if one.verb]
    if not SILENT.isdisjoint(words) or _is_questioned(claim, verbs):
        return False
    if any(is_silence(passage, token) for token in range(first, last) if passage.classes[token].verb):
        return False
    if is_suffered(passage, claim) or any(one.base in NO_STATEMENT for one in verbs):
        return False
    return words == [":"] or claim.certainty >= LEAST.get(verbs[-1].verb if verbs else "", 0.0)


def is_stance(passage: Passage, claim: Attribution) -> bool:
    """Tell whether somebody is seen to hold what no verb says: “plans to close”, “declined to say”."""
    return claim.speaker is not None and not _is_pronoun(passage, claim)


def _is_pronoun(passage: Passage, claim: Attribution) -> bool:
    """Tell whether all that was said is a pronoun: “Ruiz disputed this”, “experts tell me”."""
    first, last = passage.find_token(claim.contents[0].start), passage.find_token(claim.contents[-1].end) - 1
    return first == last and (
        passage.is_word(first, *EMPTY_WORDS) or not passage.classes[first].shape.isalnum()
    )


def is_suffered(passage: Passage, claim: Attribution) -> bool:
    """Tell whether the cue is passive, so that its subject says nothing: “was told”, “is remembered as”."""
    if claim.cue is None:
        return False
    places = range(passage.find_token(claim.cue.start), passage.find_token(claim.cue.end))
    active = any(passage.classes[place].verb and passage.classes[place].form == "ing" for place in places)
    return not active and any(passage.is_word(place, *BE) for place in places)


def _is_questioned(claim: Attribution, verbs: Sequence[WordClass]) -> bool:
    """Tell whether the speaker is the one asked: “Asked about it, she …”."""
    asked = bool(verbs) and verbs[0].form == "ed" and verbs[0].base in QUESTIONING
    return asked and bool(claim.speaker and claim.cue and claim.cue.end <= claim.speaker.start)
