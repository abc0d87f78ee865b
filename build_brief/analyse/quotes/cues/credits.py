"""Find the phrases that credit somebody: “according to”, “in the words of”, “as first reported by”."""

from __future__ import annotations

from build_brief.analyse.quotes.passages import Passage

EARLIER = frozenset({"first", "previously", "earlier", "also", "originally", "widely"})
WORDS_OF = ("in", "the", "words", "of")


def find_credit(passage: Passage, token: int) -> tuple[int, int] | None:
    """Return the tokens of the telling word and of the last one, when such a phrase begins at `token`."""
    if passage.classes[token].grammar == "accord" and passage.is_word(token + 1, "to"):
        return token, token + 1
    if passage.lower[token : token + len(WORDS_OF)] == WORDS_OF:
        return token + 2, token + 3
    return _find_report(passage, token) if passage.is_word(token, "as") else None


def _find_report(passage: Passage, token: int) -> tuple[int, int] | None:
    """Return “reported by” after the “as” at `token`."""
    verb = token + 2 if passage.is_word(token + 1, *EARLIER) else token + 1
    if verb + 1 >= len(passage.tokens) or not passage.is_word(verb + 1, "by"):
        return None
    known = passage.classes[verb]
    return (verb, verb + 1) if known.form == "ed" and known.verb == "speech" else None
