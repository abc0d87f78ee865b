"""Find the verbs of a clause that have a tense.

A verb with “to” has none of its own: after a word of plans (“agreed to meet”) it is still to come,
after any other past verb nobody can tell. Forms with “will” count as to come, “would have met” did
not happen, and a past form after “the” is no verb.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from build_brief.language.vocabulary import read_all_forms, read_table
from build_brief.language.word_memory import remember
from build_brief.model.dates import Tense

TENSE_WORDS = read_table("tense_words")
FUTURE, BE, HAVE = (
    frozenset(TENSE_WORDS["future"]),
    frozenset(TENSE_WORDS["be"]),
    frozenset(TENSE_WORDS["have"]),
)
PLANS, DUE = frozenset(TENSE_WORDS["plans"]), frozenset(TENSE_WORDS["due"])
DETERMINERS, NO_SUBJECT = frozenset(TENSE_WORDS["determiners"]), frozenset(TENSE_WORDS["no_subject"])
NOT_PAST, HELD = frozenset(TENSE_WORDS["not_past"]), frozenset(TENSE_WORDS["held"])
SENSES, RELATIVES = frozenset(TENSE_WORDS["senses"]), frozenset(TENSE_WORDS["relatives"])
SAME_IN_PAST, STAYS = frozenset(TENSE_WORDS["same_in_past"]), frozenset(TENSE_WORDS["stays"])
STATES = frozenset(("be", "have"))
AUXILIARIES = FUTURE | BE | HAVE | DUE | {"could", "to"}
ED_LENGTH = 4


class Verb(NamedTuple):
    """A word with a tense; `start` indexes the text."""

    start: int
    word: str
    tense: Tense


def find_verbs(words: list[re.Match[str]]) -> list[Verb]:
    """Return the verbs with a tense among `words` of one text, in order; each match is a word or a mark."""
    lowered = [found[0].replace("’", "'") for found in words]
    verbs: list[Verb] = []
    for at in [at for at, word in enumerate(lowered) if _may_tell(word)]:
        tense = _tense_at(lowered, at, verbs)
        if tense is not None:
            verbs.append(Verb(words[at].start(), lowered[at].lower(), tense))
    return verbs


@remember
def _may_tell(word: str) -> bool:
    """Tell whether a word, as printed, is ever a verb with a tense or leads to one: few are."""
    small = word.lower()
    helps = small in AUXILIARIES or small.endswith("'ll")
    return helps or _is_past(small) or small in read_all_forms("scheduled_verbs")


def _tense_at(words: list[str], at: int, verbs: list[Verb]) -> Tense | None:
    word = words[at].lower()
    if word == "to":
        return _tense_of_infinitive(words, at, verbs)
    auxiliary = _tense_of_auxiliary(words, at)
    if auxiliary or (words[at][0].isupper() and at):
        return auxiliary
    previous = words[at - 1].lower() if at else ""
    if _is_past(word):
        return None if _is_described(words, at, previous, verbs) else _tense_of_past(words, at, previous)
    return _tense_of_scheduled(words, at, previous) if word in read_all_forms("scheduled_verbs") else None


def _tense_of_auxiliary(words: list[str], at: int) -> Tense | None:
    word = words[at].lower()
    if word in FUTURE or word.endswith("'ll"):
        return Tense.FUTURE
    if word == "could":
        able = _next_word(words, at) in SENSES or "so" in words[max(at - 5, 0) : at]
        return Tense.UNKNOWN if able else Tense.FUTURE
    if word in DUE:
        looked_back = at and words[at - 1].lower() in ("was", "were", "been", "had")
        return Tense.UNKNOWN if looked_back else Tense.FUTURE
    if word in HAVE:
        return Tense.PAST if any(_is_past(other) for other in words[at + 1 : at + 4]) else Tense.PRESENT
    return Tense.PRESENT if word in BE else None


def _is_described(words: list[str], at: int, previous: str, verbs: list[Verb]) -> bool:
    """Tell whether the form only describes: “are due to meet a mediator appointed by the court”."""
    ahead = bool(verbs) and verbs[-1].tense is Tense.FUTURE
    return ahead and _next_word(words, at) == "by" and previous not in BE and previous.isalpha()


def _tense_of_past(words: list[str], at: int, previous: str) -> Tense | None:
    """Return the tense of a past form: after “will be” to come, after “the” no verb at all.

    “Would have met” did not happen, and nobody can tell when.
    """
    near = " ".join(words[max(at - 3, 0) : at]).lower()
    if "would have" in near or "would not have" in near:
        return Tense.UNKNOWN
    if _is_under_will(words, at) or [word.lower() for word in words[max(at - 2, 0) : at]] == ["to", "be"]:
        return Tense.FUTURE
    no_verb = previous in DETERMINERS and previous != "that"  # “the fears that led them to speak”
    return None if no_verb or previous == "to" else Tense.PAST


def _is_under_will(words: list[str], at: int) -> bool:
    """Tell “will be held” and “will meet displaced families” from “that would ban it passed on”."""
    if not _follows_will(words, at):
        return False
    near = [word.lower() for word in words[max(at - 4, 0) : at]]
    will = max(place for place, word in enumerate(near) if is_will(word))
    if _is_passive(near[will:]) or (words[at].lower() in SAME_IN_PAST and will >= len(near) - 2):
        return True
    is_verb = _next_word(words, at) in DETERMINERS or "," in near[will:]
    clause = [word.lower() for word in words[max(at - 8, 0) : at]]
    relative = RELATIVES.intersection(clause) and not _next_word(words, at).endswith("s")
    return not (is_verb or relative)


def _is_passive(near: list[str]) -> bool:
    """Tell “could be fined or fired” from “who could be fired met”."""
    after = near[near.index("be") + 1 :] if "be" in near else None
    return after is not None and not (after and _is_past(after[-1]))


def _next_word(words: list[str], at: int) -> str:
    return words[at + 1].lower() if at + 1 < len(words) else ""


def _tense_of_infinitive(words: list[str], at: int, verbs: list[Verb]) -> Tense | None:
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if (
        not following.isalpha()
        or following in DETERMINERS
        or words[at + 1][0].isupper()
        or following.endswith("ing")
    ):
        return None
    if any(other.lower() in PLANS for other in words[max(at - 6, 0) : at]):
        return Tense.FUTURE
    if following in STATES and words[at - 1].lower() in HELD:
        return Tense.PAST
    last = verbs[-1].tense if verbs else None
    return Tense.UNKNOWN if last is Tense.PAST else last


def _is_past(word: str) -> bool:
    lowered = word.lower()
    regular = lowered.endswith("ed") and len(lowered) >= ED_LENGTH and lowered not in NOT_PAST
    return (
        regular
        or lowered in read_all_forms("past_verbs")
        or lowered.removesuffix("n't") in ("was", "were", "did", "had")
    )


def _tense_of_scheduled(words: list[str], at: int, previous: str) -> Tense | None:
    """Return the present for “opens”; after “will” or “could” that word has already said."""
    other = previous in DETERMINERS or previous in NO_SUBJECT or previous in STAYS
    return None if other or _follows_will(words, at) else Tense.PRESENT


def _follows_will(words: list[str], at: int) -> bool:
    near = [word.lower() for word in words[max(at - 4, 0) : at]]
    return not HAVE.intersection(near) and any(is_will(word) for word in near)


def is_will(word: str) -> bool:
    """Tell whether a lower-case word makes the verb after it one to come."""
    return word in FUTURE or word == "could" or word.endswith("'ll")
