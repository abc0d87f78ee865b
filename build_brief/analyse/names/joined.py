"""Tell whether “and” stands inside the name of one body or between two.

“Department of Health and Human Services”, “Center for Science, Technology and Society” and “Food and
Drug Administration” are one each, because what is joined are subjects, no names; “Barlow and Dane
Holdings” or “Bureau of Mines and FBI” are two.
"""

from __future__ import annotations

from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.name_words import is_name_word
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionKind

LINKS = frozenset({"of", "for", "on"})
SUBJECT_ENDINGS = (
    "ology", "ologies", "ologist", "ologists", "ographies", "ography", "onomy", "onomics", "iatrics",
    "istics", "tion", "tions", "sion", "ment", "ance", "ence", "ity", "ities", "ture", "ship", "ism", "care",
)  # fmt: skip
"""Of nouns for what a body deals with, none of them a usual ending of names."""
ADJECTIVE_ENDINGS = ("ical", "onal", "mental", "eric", "anic", "omic", "ious")
FREELY = frozenset(
    {"Ministry", "Department", "Committee", "Centers", "Office", "Board", "Association", "Bureau"}
)
"""Nouns of bodies whose subjects may be any words at all."""


def is_subject(word: str) -> bool:
    """Tell whether a capital is a noun for what a body deals with: “Health”, “Gynecologists”."""
    if is_given_name(word):
        return False
    return word in read_words("subject_nouns") or (word.lower().endswith(SUBJECT_ENDINGS) and len(word) > 6)  # noqa: PLR2004


def step_joined(line: Line, first: int, end: int) -> int:
    """Return how many words from “and” or a comma at `end` on belong to the name; 0 when none does."""
    linked = [at for at in range(first + 1, end) if line.words[at] in LINKS]
    if linked:
        return _step_list(line, end, line.words[first : linked[-1]])
    if line.word(end) == "and" and _joins_noun(line, first, end):
        return 2
    return 0


def _step_list(line: Line, end: int, opener: tuple[str, ...]) -> int:
    """Return the words of “, Technology and Society” after a first subject; 0 unless a subject ends it."""
    if not set(opener) & read_words("organisation_openers"):
        return 0
    if line.word(end) == "and":
        last = _find_last(line, end + 1)
        freely = bool(FREELY & set(opener)) and not is_given_name(line.word(end + 1))
        return last - end if _is_listed(line, (end + 1, last), freely=freely) else 0
    at = end
    while line.word(at) == "," and is_subject(line.words[at - 1]):
        joined = line.word(at + 1) == "and"
        last = _find_last(line, at + 1 + joined)
        if not _is_listed(line, (at + 1 + joined, last), freely=False):
            return 0
        if joined:
            return last - end
        at = last
    return at - end + _step_list(line, at, opener) if at > end and line.word(at) == "and" else 0


def _find_last(line: Line, at: int) -> int:
    """Return where a run of capitals that starts at `at` ends."""
    while is_name_word(line, at):
        at += 1
    return at


def _is_listed(line: Line, places: tuple[int, int], *, freely: bool) -> bool:
    """Tell whether words after the comma or “and” are a subject more, and no other body."""
    start, end = places
    if start == end:
        return False
    last = line.words[end - 1]
    known = match_known(line.words, start)
    if known and known[1].kind is not MentionKind.NATIONALITY:
        return False
    plain = all(_is_field(word) for word in line.words[start:end])  # “and Society”, “and Human Services”
    if (last in read_words("organisation_nouns") and not plain) or last.isupper():
        return False
    if line.word(end) in LINKS and last in read_words("organisation_openers"):
        return False
    return freely or is_subject(last)


def _joins_noun(line: Line, first: int, end: int) -> bool:
    """Tell whether subjects on both sides of “and” go before one noun: “Food and Drug Administration”."""
    last = _find_last(line, end + 1) - 1
    if last <= end + 1 or line.word(last) not in read_words("organisation_nouns"):
        return False
    fields = _is_field(line.words[end - 1]) and _is_field(line.words[end + 1])
    return fields and not _is_whole(line, first, end)


def _is_field(word: str) -> bool:
    return is_subject(word) or word.endswith(ADJECTIVE_ENDINGS)


def _is_whole(line: Line, first: int, end: int) -> bool:
    """Tell whether the words before “and” are a name already: “Congress and the …”."""
    known = match_known(line.words, first)
    return known is not None and first + known[0] == end and known[1].kind is not MentionKind.NATIONALITY
