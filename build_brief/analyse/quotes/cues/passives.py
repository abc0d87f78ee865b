"""Tell a verb that reports from the same form without a subject: “a man accused of theft”.

After a form of “be” that is plain. Elsewhere what follows tells: an active “accused” has somebody
beside it, “described” something; “by” never follows an active one at once. Who asks not to be named,
or does not respond, says nothing either.
"""

from __future__ import annotations

from build_brief.analyse.quotes.passages import Passage

BOUND = {
    "accuse": ("of",),
    "charge": ("with", "over", "in"),
    "describe": ("as", "in"),
    "portray": ("as",),
    "hail": ("as",),
    "dismiss": ("as",),
    "brand": ("as",),
    "label": ("as",),
    "characterise": ("as",),
    "characterize": ("as",),
    "refer": ("by",),
    "credit": ("with", "for"),
    "criticise": ("for", "over", "as"),
    "criticize": ("for", "over", "as"),
    "praise": ("for", "as"),
    "condemn": ("as", "for"),
}
"""What stands right after a past form without its object."""
NEAR = 7
"""Tokens up to the comma that ends such a phrase."""
MEDIA = frozenset({"telephone", "phone", "email", "e-mail", "text", "letter", "video", "radio", "fax"})
"""“Said by telephone” has no one who said it."""
BELIEVED = frozenset({"think", "believe", "say", "know", "allege", "understand", "suspect", "presume"})
"""“A man thought to be in Oslo”: others think it."""
ANSWERING = frozenset({"respond", "reply", "comment", "answer"})
NAMELESS = frozenset({"named", "identified", "quoted"})


def is_passive(passage: Passage, token: int) -> bool:
    """Tell whether the past form at `token` has lost its object to the front of the phrase."""
    known = passage.classes[token]
    if known.form != "ed" or (passage.is_word(token + 1, "by") and passage.is_word(token + 2, *MEDIA)):
        return False
    if passage.is_word(token + 1, "is", "are", "was", "were") and _is_noun(passage, token - 1):
        return True  # “the problems cited are typical”
    if passage.is_word(token - 1, ",") and _is_inserted(passage, token):
        return True
    believed = known.base in BELIEVED and passage.is_word(token + 1, "to")
    if believed and passage.is_word(token + 2, "be", "have"):
        return True
    return passage.is_word(token + 1, "by", *BOUND.get(known.base, ()))


def _is_inserted(passage: Passage, token: int) -> bool:
    """Tell whether the phrase ends before the “that” of a noun: “claims, revealed in a letter, that …”."""
    if not passage.is_word(token + 1, "in", "by", "at", "during", "before"):
        return False
    near = range(token + 2, min(token + NEAR, len(passage.tokens) - 1))
    comma = next((place for place in near if passage.is_word(place, ",")), None)
    return comma is not None and passage.is_word(comma + 1, "that")


def _is_noun(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    opens = token == passage.sentence_limits(token)[0] or known.shape == "x"
    return opens and known.shape in ("x", "X") and not known.grammar


def is_silence(passage: Passage, token: int) -> bool:
    """Tell whether the verb at `token` says that nothing is said: “asked not to be named”."""
    known = passage.classes[token]
    if known.base in ANSWERING:
        return any(passage.classes[place].grammar == "negation" for place in range(max(token - 3, 0), token))
    asked = known.base in ("ask", "request", "insist", "speak", "demand")
    place = token + 1
    if asked and passage.is_word(place, "not", "to"):
        return any(passage.is_word(t, *NAMELESS) for t in range(place + 1, place + 4))
    return asked and any(passage.is_word(t, "anonymity") for t in range(place, place + 5))
