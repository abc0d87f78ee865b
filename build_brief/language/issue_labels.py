"""Make a noun phrase fit to recur as the name of an issue.

Articles, possessives and weak adjectives go (“its sensitive policies”), and so does a noun that
only carries the issue (“allegations of espionage”, “human rights issues”). What is left must be a
noun that an editor would print as a heading.
"""

from __future__ import annotations

from typing import NamedTuple

from build_brief.language.common_words import plain_word, word_share
from build_brief.language.noun_phrases import INNER, Phrase
from build_brief.language.subjects import find_subjects, is_head, singular
from build_brief.language.tokens import Token, TokenKind
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify

LONGEST_LABEL = 40
CARRIERS = frozenset({"of", "in", "on", "about", "over", "for", "toward", "towards"})
DEMONYM_ENDINGS = ("an", "ese", "ish", "ic", "i", "ch")
TAILS = frozenset({"issue", "concern", "allegation", "matter", "problem", "question"})
"""Light nouns that go from the end of any phrase; others only where a known subject is left."""
SHORTEST_WORD = 3
COMMON_SHARE = 0.2
"""A single word that a fifth of all news holds (“release”) is no heading, unless a known subject."""


class Label(NamedTuple):
    """The name of an issue, and the words of the text it is made from."""

    text: str
    words: Phrase


def write_label(phrase: Phrase) -> Label | None:
    """Return the issue that `phrase` names, in sentence case; None when it names none."""
    words = _cut_tail(_cut_opening(phrase))
    carried = _cut_carrier(words)
    if carried != words:
        words = _cut_demonym(_cut_opening(carried))
    words = _cut_tail(_shorten(words))
    if not words or not _names_something(words):
        return None
    text = _text(words)
    return Label(text[0].upper() + text[1:], words) if len(text) <= LONGEST_LABEL else None


def _cut_opening(words: Phrase) -> Phrase:
    """Leave out marks, determiners, numbers, weak adjectives and “the president’s”."""
    openers = read_words("phrase_openers")
    while words and (
        words[0].kind in (TokenKind.MARK, TokenKind.CLITIC, TokenKind.NUMBER)
        or words[0].text.lower() in openers
        or _is_common_possessor(words)
    ):
        words = words[1:]
    return words


def _is_common_possessor(words: Phrase) -> bool:
    owns = len(words) > 2 and words[1].text.lower() in ("’s", "'s", "’", "'")  # noqa: PLR2004 - owner, ’s, owned
    return owns and words[0].text.islower() and not find_subjects(_plain(words[:1]), named=True)


def _cut_carrier(words: Phrase) -> Phrase:
    """Leave out “allegations of” and “policies in”, as often as they come."""
    for place in range(1, min(len(words) - 1, 4)):
        if words[place].text.lower() in CARRIERS and _is_light(words[place - 1]):
            rest = _cut_opening(words[place + 1 :])
            return _cut_carrier(rest) if rest else words
    return words


def _is_light(word: Token) -> bool:
    """Tell whether a noun only carries what follows; “State of the Union” is a name."""
    return word.text.islower() and singular(word.text) in read_words("issue_light_heads")


def _cut_demonym(words: Phrase) -> Phrase:
    """Make “Chinese espionage” espionage, where something else than a name follows."""
    if len(words) < 2 or not words[0].text[0].isupper() or not words[1].text[0].islower():  # noqa: PLR2004
        return words
    return words[1:] if words[0].text.lower().endswith(DEMONYM_ENDINGS) else words


def _cut_tail(words: Phrase) -> Phrase:
    """Leave out closing marks and light nouns at the end: “human rights issues”."""
    light = read_words("issue_light_heads")
    while words and (
        words[-1].kind in (TokenKind.MARK, TokenKind.CLITIC)
        or words[-1].text.lower() in INNER
        or (len(words) > 1 and singular(words[-1].text) in light and _may_lose_tail(words))
    ):
        words = words[:-1]
    return words


def _may_lose_tail(words: Phrase) -> bool:
    """Tell whether the words say enough without the last: “foreign policy” does not."""
    if words[-2].text.lower() in INNER or _is_no_noun(words[-2].text):
        return False
    return singular(words[-1].text) in TAILS or bool(find_subjects(_plain(words[:-1])))


def _shorten(words: Phrase) -> Phrase:
    """Leave out the last “in …” of a phrase that is too long for a heading."""
    while len(_text(words)) > LONGEST_LABEL:
        cut = max((n for n, word in enumerate(words) if word.text.lower() in INNER and n), default=0)
        if not cut:
            return words
        words = words[:cut]
    return words


def _names_something(words: Phrase) -> bool:
    if find_subjects(_plain(words), named=len(words) == 1):
        return True
    head = _head(words)
    lone = len(words) == 1 and (
        len(head.text) < SHORTEST_WORD
        or _is_no_noun(head.text)
        or is_head(singular(head.text))
        or word_share(plain_word(head.text)) >= COMMON_SHARE
    )
    if lone or head.text.lower().endswith("ly") or any(word.kind is TokenKind.NUMBER for word in words):
        return False
    gerund = len(words) > 1 and words[0].text.islower() and words[0].text.endswith("ing")
    if gerund or classify(head.text).noun in ("person", "calendar") or classify(head.text).grammar:
        return False
    empty = read_words("issue_empty") | (read_words("issue_light_heads") if len(words) == 1 else frozenset())
    return singular(head.text) not in empty


def _is_no_noun(word: str) -> bool:
    return word.lower().endswith(("ly", "ed", "ward", "wards", "ing", "ic", "al", "ive", "ous"))


def _head(words: Phrase) -> Token:
    """Return the noun the others belong to: the last before a preposition."""
    cut = next((n for n, word in enumerate(words) if word.text.lower() in INNER and n), len(words))
    nouns = [word for word in words[:cut] if word.kind is TokenKind.WORD]
    return nouns[-1] if nouns else words[0]


def _plain(words: Phrase) -> tuple[str, ...]:
    return tuple(singular(word.text) for word in words if word.kind is TokenKind.WORD)


def _text(words: Phrase) -> str:
    """Return the words as printed, blanks as one, marks inside left out except apostrophes."""
    pieces: list[str] = []
    for before, word in zip((None, *words), words, strict=False):
        if word.text in '“”"‘':
            continue
        gap = before is not None and word.start > before.end
        pieces.append((" " if gap and pieces else "") + word.text)
    return "".join(pieces)
