"""Explain a capital that no list and no fuller name explains: by what stands beside it.

“Mr. Okafor” is a person, “Acme, a maker of …” and “tech firm Acme” are bodies, “Geelong,
Australia” is a place. What nothing explains is left alone.
"""

from __future__ import annotations

from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import read_titles
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionKind

PLACE_WORDS = frozenset({"in", "near", "at", "from", "outside", "to", "of"})
WITHIN = 7


def explain_stranger(line: Line, name: Found) -> Found | None:
    """Return `name` with the kind that its neighbours give it; None when they give none."""
    if line.word(name.first - 1) in read_titles() and len(name.words) == 1 and not _is_noun(name.words[0]):
        return name
    if _is_body(line, name):
        return name._replace(kind=MentionKind.ORGANISATION, role=None, is_full=True)
    if line.word(name.first - 1) in PLACE_WORDS and _is_placed(line, name.end):
        return name._replace(kind=MentionKind.PLACE, role=None, is_full=True)
    return None


def _is_noun(word: str) -> bool:
    lists = ("organisation_nouns", "organisation_openers", "title_words", "place_nouns")
    return word in read_titles() or any(word in read_words(name) for name in lists)


def _is_body(line: Line, name: Found) -> bool:
    before = line.word(name.first - 1)
    if before in read_words("body_nouns") and line.word(name.end) != "’s":
        return before not in ("side", "house", "country", "school", "community", "world", "press")
    if line.word(name.end) != "," or line.word(name.end + 1) not in ("a", "an", "the"):
        return False
    for at in range(name.end + 2, name.end + 2 + WITHIN):
        word = line.word(at)
        if word in (",", ".", "", "of", "who", "for", "in"):
            return False
        if word in read_words("body_nouns") and not line.word(at + 1).isalpha():
            return True
        if word in read_words("body_nouns") and line.word(at + 1) in (
            "of",
            "that",
            "which",
            "for",
            "in",
            "based",
        ):
            return True
    return False


def _is_placed(line: Line, end: int) -> bool:
    """Tell whether a country or state follows after a comma: “Geelong, Australia”."""
    if line.word(end) != "," or end + 1 >= len(line.words):
        return False
    known = match_known(line.words, end + 1)
    return known is not None and known[1].kind is MentionKind.PLACE
