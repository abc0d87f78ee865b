"""Find the verb that a date belongs to, if any does: the last one before it, with its auxiliaries."""

from __future__ import annotations

from typing import NamedTuple

from build_brief.language.tense import WORD
from build_brief.language.verb_tense import BE, HAVE, Verb, find_verbs
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_table
from build_brief.model.dates import Precision, Tense

CLAUSE_WORDS = {name: frozenset(words) for name, words in read_table("clause_words").items()}
LASTING = frozenset({Precision.SPAN, Precision.DECADE})
ADVERBS = 3
"""Words between an auxiliary and its verb: “was only then disclosed”."""


class Head(NamedTuple):
    """The words of a sentence before a date, without asides, and the last verb among them."""

    words: tuple[str, ...]
    verbs: tuple[Verb, ...]
    """The last verb with its auxiliaries."""
    first: int
    """Where in `words` it begins."""
    last: int
    alone: bool
    """No other verb stands before it."""


def read_head(before: str) -> Head | None:
    """Return what stands before a date; None when there is no verb."""
    tokens = list(WORD.finditer(before))
    verbs = find_verbs(tokens)
    if not verbs:
        return None
    words = tuple(token[0].lower() for token in tokens)
    places = {token.start(): number for number, token in enumerate(tokens)}
    group = [verbs[-1]]
    for verb in reversed(verbs[:-1]):
        between = words[places[verb.start] + 1 : places[group[0].start]]
        if len(between) >= ADVERBS or not _helps(verb) or CLAUSE_WORDS["takes"].intersection(between):
            break
        group.insert(0, verb)
    first, last = places[group[0].start], places[group[-1].start]
    return Head(words, tuple(group), first, last, len(group) == len(verbs))


def is_main(head: Head, precision: Precision) -> bool:
    """Tell whether the verb is that of the main clause, joined to it, or says what stands before.

    After a comma it may tell of another year than the one it is joined to: “studied, and was named in 2010”.
    """
    words, at = head.words, head.first
    back = at - 1
    while back > 0 and (words[back].endswith("ly") or words[back] in CLAUSE_WORDS["adverbs"]):
        back -= 1
    subordinate = bool(CLAUSE_WORDS["subordinates"].intersection(words[1:at]))
    if _says(head):
        return True
    if subordinate or (back > 0 and words[back] in CLAUSE_WORDS["pronouns"]):
        return False
    if head.alone and "," not in words[:at]:
        return True
    joined = back > 0 and words[back] in CLAUSE_WORDS["joins"]
    return joined and (precision is Precision.DAY or words[back - 1] != ",")


def _says(head: Head) -> bool:
    """Tell whether a verb of speech closes what was said, with a subject: “…, officials said on Monday”."""
    words, at = head.words, head.first
    if "," not in words[:at] or head.verbs[-1].word not in read_verbs("speech_verbs"):
        return False
    subject = words[at - words[:at][::-1].index(",") : at]
    if not subject:
        return bool({*words[head.last + 1 : head.last + 2]} - CLAUSE_WORDS["after_dates"])  # “said Otto Dahl”
    return not (CLAUSE_WORDS["takes"] | CLAUSE_WORDS["joins"]).intersection(subject)


def is_timed(head: Head, precision: Precision) -> bool:
    """Tell whether the verb can have such a date: what “is” or “has been” fills a stretch of time."""
    held = head.verbs[0].word in HAVE or (
        head.verbs[-1].tense is Tense.PRESENT and precision is not Precision.DAY
    )
    tried = head.verbs[-1].word.startswith(tuple(sorted(CLAUSE_WORDS["tried"])))
    deed = (
        tried
        and precision is not Precision.DAY
        and {"for", "of", "over", "with"}.intersection(head.words[head.last :])
    )
    return not deed and (precision in LASTING or not held)


def _helps(verb: Verb) -> bool:
    return (
        verb.word in BE
        or verb.word in HAVE
        or verb.word in CLAUSE_WORDS["helps"]
        or verb.tense is Tense.FUTURE
    )
