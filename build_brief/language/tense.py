"""Tell whether a place in a sentence speaks of the past, the present or what is to come.

The nearest verb before the place decides, else the first one after it. A clause between commas
that opens with “who” or “which” and is closed before the place has no say.
"""

from __future__ import annotations

import re

from build_brief.language.verb_tense import BE, HAVE, TENSE_WORDS, Verb, find_verbs, is_will
from build_brief.language.verbs import read_verbs
from build_brief.model.dates import Tense

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:—–()]|--")
ASIDES = frozenset(("who", "which", "whose", "where"))
ORDERS, COMING_BACK = frozenset(TENSE_WORDS["orders"]), frozenset(TENSE_WORDS["coming_back"])
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
DESCRIBED = ((DESCRIBES, AHEAD), (NAMED_DAY, BRIEFED))
NEW_CLAUSE = re.compile(
    r"(?:[;:—–]|\b(?:but|and|while|as|that|then)) (?:on |in |early |late |later |earlier |just )*$"
)
"""“was to come, but on Thursday, the party said …”: what follows the date tells its time."""
SUBJECT = re.compile(r"[a-z]{3,} (?:on |late |early )*$")
"""“The storms on Tuesday mean that the pier is …”: what is so after them does not tell when they were."""
CLOSE_WORDS = 2
"""Words that may stand between a past verb and the day it gives."""
MAX_WORDS = 400
"""A sentence longer than this on either side is no sentence."""


def find_tense(text: str, sentence: tuple[int, int], date: tuple[int, int]) -> Tense:
    """Return the tense of the clause around `date`; both are offsets into `text`."""
    head = max(sentence[0], date[0] - BACK_LENGTH)
    named = any(one.search(text, head, date[0]) and two.match(text, date[1]) for one, two in DESCRIBED)
    if named:
        return Tense.UNKNOWN
    before = list(WORD.finditer(text, sentence[0], date[0]))[-MAX_WORDS:]
    begins = text[date[1] : date[1] + 1] == "," and NEW_CLAUSE.search(text, head, date[0]) is not None
    earlier = [] if begins else find_verbs(_without_asides(before))
    if _looks_back(text, sentence[0], date[0]):
        return Tense.PAST
    if earlier and not _is_possessive(text, date[1]):
        return Tense.FUTURE if _is_order(earlier, text[date[0] : date[1]]) else earlier[-1].tense
    if not earlier and _is_term([found[0].lower() for found in before], text[date[0] : date[1]]):
        return Tense.FUTURE
    later = find_verbs(list(WORD.finditer(text, date[1], sentence[1]))[:MAX_WORDS])
    if _is_possessive(text, date[1]):
        return _tense_of_possessive(earlier, later)
    of_subject = later and later[0].word in BE | HAVE and SUBJECT.search(text, head, date[0])
    return later[0].tense if later and not (of_subject and not earlier) else Tense.UNKNOWN


def _tense_of_possessive(earlier: list[Verb], later: list[Verb]) -> Tense:
    """Return the tense of “Monday’s talks”: they may be the subject of what follows.

    “Is” says nothing: “Monday’s attack is the ninth”, “Monday’s final is in Rome”.
    """
    subject = not earlier or earlier[-1].word in read_verbs("speech_verbs")
    verb = later[0] if later and subject else earlier[-1] if earlier else None
    planned = verb is not None and verb.tense is Tense.FUTURE and not is_will(verb.word)
    return Tense.UNKNOWN if verb is None or planned or verb.tense is Tense.PRESENT else verb.tense


def is_past_close(text: str, start: int, date: int) -> bool:
    """Tell whether a past verb, under no condition, stands right before `date`; offsets into `text`."""
    words = list(WORD.finditer(text, start, date))[-MAX_WORDS:]
    verbs = find_verbs(words)
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
