"""Tell whether a place in a sentence speaks of the past, the present or what is to come.

The nearest verb before the place decides, else the first one after it. A clause between commas
that opens with “who” or “which” and is closed before the place has no say; a verb with “to” has
no tense of its own: after a word of plans (“agreed to meet”) it is still to come, after any other
past verb nobody can tell.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_forms
from build_brief.model.dates import Tense

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:—–()]|--")
WORDS: dict[str, list[str]] = yaml.safe_load(
    files("build_brief.language").joinpath("tense_words.yml").read_text(encoding="utf-8")
)
ASIDES = frozenset(("who", "which", "whose", "where"))
FUTURE, BE, HAVE = frozenset(WORDS["future"]), frozenset(WORDS["be"]), frozenset(WORDS["have"])
PLANS, DUE = frozenset(WORDS["plans"]), frozenset(WORDS["due"])
DETERMINERS, NO_SUBJECT = frozenset(WORDS["determiners"]), frozenset(WORDS["no_subject"])
NOT_PAST = frozenset(WORDS["not_past"])
ORDERS, SENSES, RELATIVES = (
    frozenset(WORDS["orders"]),
    frozenset(WORDS["senses"]),
    frozenset(WORDS["relatives"]),
)
SAME_IN_PAST, COMING_BACK = frozenset(WORDS["same_in_past"]), frozenset(WORDS["coming_back"])
HELD = frozenset(WORDS["held"])
STAYS = frozenset(WORDS["stays"])
STATES = frozenset(("be", "have"))
CONDITIONS = frozenset(("if", "unless", "whether"))
BACK = re.compile(r"(?:([\w’'-]+)\s+)?\b[Bb]ack\s+(?:in|on)\s+$")
BACK_LENGTH = 40
DESCRIBES = re.compile(r"(?:\b[Aa]n?|[\w][’']s) $")
NAMED_DAY = re.compile(r"\b[Tt]he $")
BRIEFED = re.compile(r" (?:briefing|hearing|meeting|session|summit|event|rally|debate|vote|talks)\b")
"""“wasn't scheduled to speak at the Tuesday briefing”: which Tuesday, the verb does not tell."""
AHEAD = re.compile(
    r" (?:[a-z]+ )?(?:launch|release|start|opening|debut|premiere|deadline|election|vote|hearing|trial|date"
    r"|visit|meeting|summit|tour|wedding|rollout|unveiling|referendum|primary|concert|match|final)\b"
)
"""“suggested a late February launch”, “pulled its Dec. 25 release”: the verb tells when it was suggested."""
CLOSE_WORDS = 2
"""Words that may stand between a past verb and the day it gives."""
ED_LENGTH = 4
MAX_WORDS = 400
"""A sentence longer than this on either side is no sentence."""


DESCRIBED = ((DESCRIBES, AHEAD), (NAMED_DAY, BRIEFED))


class Verb(NamedTuple):
    """A word with a tense; `start` indexes the text."""

    start: int
    word: str
    tense: Tense


def find_tense(text: str, sentence: tuple[int, int], date: tuple[int, int]) -> Tense:
    """Return the tense of the clause around `date`; both are offsets into `text`."""
    head = max(sentence[0], date[0] - BACK_LENGTH)
    named = any(one.search(text, head, date[0]) and two.match(text, date[1]) for one, two in DESCRIBED)
    if named:
        return Tense.UNKNOWN
    before = list(WORD.finditer(text, sentence[0], date[0]))[-MAX_WORDS:]
    earlier = _find_verbs(_without_asides(before))
    if _looks_back(text, sentence[0], date[0]):
        return Tense.PAST
    if earlier and not _is_possessive(text, date[1]):
        return Tense.FUTURE if _is_order(earlier, text[date[0] : date[1]]) else earlier[-1].tense
    if not earlier and _is_term([found[0].lower() for found in before], text[date[0] : date[1]]):
        return Tense.FUTURE
    later = _find_verbs(list(WORD.finditer(text, date[1], sentence[1]))[:MAX_WORDS])
    if _is_possessive(text, date[1]):
        return _tense_of_possessive(earlier, later)
    return later[0].tense if later else Tense.UNKNOWN


def _tense_of_possessive(earlier: list[Verb], later: list[Verb]) -> Tense:
    """Return the tense of “Monday’s talks”: they may be the subject of what follows.

    “Is” says nothing: “Monday’s attack is the ninth”, “Monday’s final is in Rome”.
    """
    subject = not earlier or earlier[-1].word in read_verbs("speech_verbs")
    verb = later[0] if later and subject else earlier[-1] if earlier else None
    planned = verb is not None and verb.tense is Tense.FUTURE and not _is_will(verb.word)
    return Tense.UNKNOWN if verb is None or planned or verb.tense is Tense.PRESENT else verb.tense


def is_past_close(text: str, start: int, date: int) -> bool:
    """Tell whether a past verb, under no condition, stands right before `date`; offsets into `text`."""
    words = list(WORD.finditer(text, start, date))[-MAX_WORDS:]
    verbs = _find_verbs(words)
    if not verbs or verbs[-1].tense is not Tense.PAST:
        return False
    between = sum(found.start() > verbs[-1].start for found in words)
    return between <= CLOSE_WORDS and not any(found[0].lower() in CONDITIONS for found in words)


def _looks_back(text: str, start: int, date: int) -> bool:
    """Tell “as it was back in September” from “is back in September”."""
    found = BACK.search(text, max(start, date - BACK_LENGTH), date)
    return found is not None and (found[1] or "").lower() not in COMING_BACK


def _is_order(verbs: list[Verb], date: str) -> bool:
    """Tell whether the date is the term somebody was given: “ordered them out by Friday”."""
    return verbs[-1].word in ORDERS and date.lower().startswith(("by ", "until "))


def _is_term(before: list[str], date: str) -> bool:
    """Tell whether the date is one to keep: “if they fail to return by Friday, the minister said”."""
    return date.lower().startswith(("by ", "until ")) and any(w in CONDITIONS or w == "to" for w in before)


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in ("’s", "'s")


def _without_asides(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out clauses with “who” or “which” that a comma closes."""
    kept: list[re.Match[str]] = []
    opened: int | None = None
    for found in words:
        word = found[0].lower()
        if word in ASIDES and kept and kept[-1][0] == ",":
            opened = len(kept)
        elif word == "," and opened is not None:
            del kept[opened:]
            opened = None
        kept.append(found)
    return kept


def _find_verbs(words: list[re.Match[str]]) -> list[Verb]:
    lowered = [found[0].replace("’", "'") for found in words]
    verbs: list[Verb] = []
    for at, found in enumerate(words):
        tense = _tense_at(lowered, at, verbs)
        if tense is not None:
            verbs.append(Verb(found.start(), lowered[at].lower(), tense))
    return verbs


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
    return _tense_of_scheduled(words, at, previous) if word in _scheduled() else None


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
    return None if previous in DETERMINERS or previous == "to" else Tense.PAST


def _is_under_will(words: list[str], at: int) -> bool:
    """Tell “will be held” and “will meet displaced families” from “that would ban it passed on”."""
    if not _follows_will(words, at):
        return False
    near = [word.lower() for word in words[max(at - 4, 0) : at]]
    will = max(place for place, word in enumerate(near) if _is_will(word))
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
    return regular or lowered in _irregular() or lowered.removesuffix("n't") in ("was", "were", "did", "had")


def _tense_of_scheduled(words: list[str], at: int, previous: str) -> Tense | None:
    """Return the present for “opens”; after “will” or “could” that word has already said."""
    other = previous in DETERMINERS or previous in NO_SUBJECT or previous in STAYS
    return None if other or _follows_will(words, at) else Tense.PRESENT


def _follows_will(words: list[str], at: int) -> bool:
    near = [word.lower() for word in words[max(at - 4, 0) : at]]
    return not HAVE.intersection(near) and any(_is_will(word) for word in near)


def _is_will(word: str) -> bool:
    return word in FUTURE or word == "could" or word.endswith("'ll")


@cache
def _irregular() -> frozenset[str]:
    return frozenset(form for forms in read_forms("past_verbs") for form in forms)


@cache
def _scheduled() -> frozenset[str]:
    return frozenset(form for forms in read_forms("scheduled_verbs") for form in forms)
