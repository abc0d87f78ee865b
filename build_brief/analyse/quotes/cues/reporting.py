"""Find the words that report speech, outside quotation marks: “has repeatedly said”, “according to”.

A verb after a determiner or a preposition is a noun (“the report”, “of claims”), after a form of
“be” it is passive; neither reports. A verb in “-ing” reports after a comma, “while”, “by” or a
noun (“with Beijing heralding …”), and an infinitive after one of a few verbs (“went on to say”).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from build_brief.analyse.quotes.cues.credits import find_credit
from build_brief.analyse.quotes.cues.labelled import is_caption
from build_brief.analyse.quotes.cues.manners import stands_as_manner
from build_brief.analyse.quotes.cues.passives import is_passive, is_silence
from build_brief.analyse.quotes.cues.twofold import is_plural_noun
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.language.vocabulary import read_all_forms
from build_brief.language.word_classes import WordClass

PAST = read_all_forms("past_verbs")
BE = frozenset({"is", "was", "are", "were", "be", "been", "being", "’s", "’re", "’m", "am", "gets", "got"})
VERB_AFTER = frozenset(
    {"to", "by", "before", "after", "some"} | {"many", "most", "all", "both", "few", "several"}
)
OBJECTS = frozenset({"her", "him", "them", "me", "us", "his", "himself", "herself", "themselves"})
OPENS_PARTICIPLE = frozenset({"while", "by", "before", "after", "and", "without"})
LINKS = frozenset({"to", "and", "or", "but", "then"})
LEADS_TO_INFINITIVE = frozenset(
    {"on", "continues", "continued", "came"} | {"quick", "sought", "wants", "began", "took"}
)
FOND = frozenset({"likes", "liked", "loves", "loved", "used"})
"""“Ruiz likes to say” tells what Ruiz says."""
NO_VERB_BEFORE = frozenset({"determiner", "preposition"})
PARTICLES = frozenset({"out", "on", "for", "up", "off", "back", "against", "of", "about"})
PLACED = 5
"""Tokens from the end of a quote to a verb that only its place makes a cue."""
ABSOLUTE = 8
"""Tokens between “with” and a participle that shares its phrase."""
AFTER_NOUN = frozenset({"of", "about", "and", "from", "by", "on", "in", "for"})
"""After “reports” or “claims” they make it a noun."""
DEMANDING = frozenset(
    {"call", "appeal", "push", "vote", "speak", "talk", "refer", "point", "warn", "complain"}
)
"""Verbs that keep their particle: “called for”, “spoke of”, “pointed out”."""


class Cue(NamedTuple):
    """Words that report speech; `first`, `verb` and `last` are token numbers, `last` included."""

    first: int
    verb: int
    last: int
    known: WordClass
    sort: str
    """`finite`, `participle`, `infinitive`, `absolute`, `accord`, or `colon` where no verb stands."""


def find_cues(passage: Passage) -> tuple[Cue, ...]:
    """Return the cues of `passage` in order."""
    return tuple(_find_cues(passage))


def _find_cues(passage: Passage) -> Iterator[Cue]:
    for token, known in enumerate(passage.classes):
        if not known.reports or passage.regions[token] != OUTSIDE:
            continue
        if credit := find_credit(passage, token):
            yield Cue(token, *credit, replace(known, verb="speech"), "accord")
        elif known.shape == ":" and is_caption(passage, token):
            yield Cue(token, token, token, known, "colon")
        elif passage.quoted and known.shape in "x9" and not known.verb and _is_placed(passage, token):
            said = replace(known, verb="speech", base=passage.tokens[token].text, form="ed")
            yield Cue(_find_first(passage, token), token, token, said, "finite")
        elif known.verb and (known.shape == "x" or (passage.quoted and _follows_quote(passage, token))):
            sort = _find_sort(passage, token)
            if sort:
                first = _find_first(passage, token)
                yield Cue(first, token, _find_last(passage, token), known, sort)


def _is_placed(passage: Passage, token: int) -> bool:
    """Tell whether any verb in the past stands where only a cue can: “Done,” Ito barked."""
    text = passage.tokens[token].text
    if not text.islower() or not (text.endswith("ed") or text in PAST):
        return False
    if passage.is_word(token + 1, ":") and passage.is_quoted(token + 2):
        return True
    start = max(passage.sentence_limits(token)[0], token - PLACED)
    before = [t for t in range(start, token) if passage.regions[t] != OUTSIDE]
    if not before or not passage.is_closed(before[-1]):
        return False
    if passage.tokens[before[-1] - 1].text not in (",", "?", "!", "—", "…"):
        return False
    if before[-1] == token - 1:
        return token + 1 < len(passage.tokens) and passage.classes[token + 1].shape == "X"
    between = range(before[-1] + 1, token)
    return all(passage.classes[t].shape in ("X", "XX") or passage.is_word(t, "he", "she") for t in between)


def _follows_quote(passage: Passage, token: int) -> bool:
    """Tell whether a verb with a capital stands where only a cue can: “Done!” Ito Tweeted."""
    start, _ = passage.sentence_limits(token)
    return any(passage.regions[t] != OUTSIDE for t in range(max(start, token - ABSOLUTE), token))


def _find_sort(passage: Passage, token: int) -> str:
    """Return how the verb at `token` reports; empty when it does not."""
    known = passage.classes[token]
    start, _ = passage.sentence_limits(token)
    helper = _find_helper(passage, token, start)
    before = passage.classes[helper] if helper >= start else None
    word = passage.lower[helper] if before else ""
    if before and before.grammar in NO_VERB_BEFORE and word not in VERB_AFTER:
        return ""
    if before and before.shape in "’'$#" and passage.regions[helper] == OUTSIDE:
        return ""
    if known.form == "ing":
        return _find_participle(passage, helper, start)
    if word == "to":
        return _find_infinitive(passage, helper)
    past = known.form == "ed" or passage.tokens[token].text in PAST
    if (word in BE and past) or is_passive(passage, token) or is_silence(passage, token):
        return ""
    return _find_finite(passage, token, word, before)


def _find_infinitive(passage: Passage, to: int) -> str:
    if passage.is_word(to - 1, *FOND):
        return "finite"
    return "infinitive" if passage.is_word(to - 1, *LEADS_TO_INFINITIVE) else ""


def _find_helper(passage: Passage, token: int, start: int) -> int:
    """Return the token before the adverbs before `token`."""
    helper = token - 1
    while helper >= start and passage.classes[helper].grammar in ("adverb", "negation"):
        helper -= 1
    return helper if helper < start or not stands_as_manner(passage, helper) else helper - 1


def _find_participle(passage: Passage, helper: int, start: int) -> str:
    if helper < start:
        return ""
    before, word = passage.classes[helper], passage.lower[helper]
    if word in BE:
        return "finite"
    if before.shape in ",—–-" or passage.is_closed(helper) or word in OPENS_PARTICIPLE:
        return "participle"
    if before.shape == "x" and not before.grammar and _opens_quote(passage, helper + 1):
        return "absolute"
    words = [passage.lower[t] for t in range(max(start, helper - ABSOLUTE), helper)]
    return "absolute" if before.shape in ("x", "X", "XX") and "with" in words else ""


def _opens_quote(passage: Passage, token: int) -> bool:
    """Tell whether a quote follows the verb at `token`: “marchers chanting: ‘…’”, “a sign reading ‘…’”."""
    marked = passage.is_word(token + 1, ":", ",")
    return passage.is_quoted(token + 2) if marked else passage.is_quoted(token + 1)


def _find_finite(passage: Passage, token: int, word: str, before: WordClass | None) -> str:
    known = passage.classes[token]
    if before is None:
        return "finite" if known.form == "ed" else ""
    if (known.form == "s" and _is_noun(passage, token)) or passage.is_word(token + 1, "tank", "tanks"):
        return ""  # “a think tank”
    if known.form in ("ed", "s") or known.base in PAST:
        return "finite"
    helped = before.grammar in ("auxiliary", "pronoun") and before.symbol != "’s" and word not in OBJECTS
    bare = helped or word in LINKS
    plural = _is_plural(before, word) or _has_plural_subject(passage, _skip_parenthesis(passage, token))
    return "finite" if bare or plural else ""


def _is_plural(known: WordClass, word: str) -> bool:
    return known.shape in "xX" and word.endswith("s") and not word.endswith("ss") and not known.grammar


def _has_plural_subject(passage: Passage, token: int) -> bool:
    """Tell whether the words before `token`, past any parenthesis, are a subject in the plural."""
    if passage.is_word(token - 1, "people", "police") or _has_plural_head(passage, token):
        return True
    apart = token and passage.is_word(token, ",")
    return bool(apart) and _is_plural(passage.classes[token - 1], passage.tokens[token - 1].text)


def _skip_parenthesis(passage: Passage, token: int) -> int:
    """Return the token after the subject of the verb at `token`: “Doctors[,] however, say”."""
    if not passage.is_word(token - 1, ","):
        return token
    start = max(passage.sentence_limits(token)[0], token - ABSOLUTE)
    commas = (place for place in range(token - 2, start, -1) if passage.is_word(place, ","))
    return next(commas, token)


def _is_noun(passage: Passage, token: int) -> bool:
    named = bool(passage.classes[token].noun) and passage.is_word(token + 1, *AFTER_NOUN)
    return named or is_plural_noun(passage, token)


def _has_plural_head(passage: Passage, token: int) -> bool:
    """Tell whether people or papers in the plural stand before: “figures from the office show”."""
    start = max(passage.sentence_limits(token)[0], token - ABSOLUTE)
    for place in range(token - 1, start - 1, -1):
        known, text = passage.classes[place], passage.tokens[place].text
        if known.noun in ("person", "document") and text.endswith("s"):
            return True
        if known.verb or known.grammar in ("pronoun", "auxiliary", "subordinator") or known.shape in ",:;":
            return False
    return False


def _find_first(passage: Passage, token: int) -> int:
    """Return the first token of the verb group: auxiliaries and adverbs before the verb."""
    first = token
    while first and _joins_group(passage, first - 1):
        first -= 1
    fond = passage.is_word(first - 1, "to") and passage.is_word(first - 2, *FOND)
    return first - 2 if fond else first


def _joins_group(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    if passage.regions[token] != OUTSIDE:
        return False
    possessive = known.symbol == "’s" and passage.classes[token - 1].grammar != "pronoun"
    helps = known.grammar in ("auxiliary", "adverb", "negation") and not possessive
    return helps or stands_as_manner(passage, token)


def _find_last(passage: Passage, token: int) -> int:
    known = passage.classes[token]
    keeps = known.base in DEMANDING and passage.is_word(token + 1, *PARTICLES)
    return token + 1 if keeps else token
