"""Weigh how much a quote tells: a whole thought, a stand rather than a courtesy, words that stand alone."""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.antecedents import NOUN, has_dangling_pronoun
from build_brief.compose.sentences.leaning.described import describes_people
from build_brief.compose.sentences.leaning.openers import find_opener
from build_brief.language.common_words import WORD
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import QuoteKind
from build_brief.model.dossier import AttributedQuote
from build_brief.model.statements import Statement

ANSWERS = re.compile(
    r"(?:Yes|No|Yeah|Nope|I do|I did|I don[’']t|Not a chance|Not really|Not at all|Exactly|Absolutely|Sure)"
    r"(?=[.,!…]| …)|You (?:said|say|talk|asked|mean)\b"
)
"""Heads that answer somebody who is not printed."""
POINTS = re.compile(r"\b(?:this|that|it)(?=[.!;…]| …|$)")
"""Points to something told before, at the end of the first sentence: “We have to maintain that.”"""
SENTENCE = re.compile(r"[.!?…](?:\s|$)")
PERSONAL = re.compile(r"\b(?:he|she|him|his|her)\b", re.IGNORECASE)
NAMED = re.compile(r"\b(?!I\b|I[’'])[A-Z][\w’'-]+")
SOMEBODY = re.compile(r"\b(?:my|our|an?|every) [a-z]+", re.IGNORECASE)
HEADS = frozenset({"We", "You", "They", "He", "She", "It", "My", "Our", "The", "A", "An"})
FIRST_PHRASE = re.compile(r"[^,.]*, (?:[Tt]he |[a-z]+ )?[A-Z]")
"""“In his remarks, President Berg …”: the name comes after the comma."""
BEST_WORDS = range(9, 41)
"""Length of a thought that a reader takes in at once."""
TIED = re.compile(
    r"(?:Or|Nor|Otherwise|If (?:so|not)|Because of th(?:is|at)|That(?:[’']s| is) why|Which|Such)\b"
)
"""Heads that answer; a speaker's “Neither of us …” does not."""
MOST_WORDS = 90
"""Of a quote that is no speech."""
LEAST_THOUGHT = 7
"""Words; fewer are a catchword unless several sources report them."""
TERSE = 0.7
"""What a whole sentence has for its length that is short: “The mayor cannot have it both ways.”"""
LEANING, OPENED, SCRAP = 1.2, 0.9, 0.7
"""What a quote loses that leans on words not printed, that begins with “But”, and that is short."""


def weigh_quote(
    quote: AttributedQuote, statement: Statement, variants: int, *, explained: bool = False
) -> float:
    """Return the weight of a quote as `statement` prints it; `variants` counts its other wordings.

    What is `explained` by the sentence printed above it may lean on that.
    """
    words = [found[0].lower().replace("’", "'") for found in WORD.finditer(statement.text)]
    telling = sum(word in read_words("telling_words") for word in words)
    polite = sum(word in read_words("polite_words") for word in words)
    whole = quote.quote.kind is QuoteKind.VERBATIM and statement.text[:1].isupper()
    long = 0.4 if len(words) <= MOST_WORDS else -1.0
    few = TERSE if whole and len(words) >= LEAST_THOUGHT else len(words) / 20
    length = 1.0 if len(words) in BEST_WORDS else long if len(words) > BEST_WORDS.stop else few
    named = 0.4 if quote.speaker else 0.0
    return (
        length
        + (0.6 if whole else 0.2)
        + min(0.6, 0.2 * telling)
        - min(1.2, 0.9 * polite)
        + min(0.6, 0.3 * variants)
        + named
        - (0.0 if explained else _weigh_leaning(statement.text))
        - (SCRAP if len(words) < LEAST_THOUGHT and not variants else 0.0)
    )


def _weigh_leaning(text: str) -> float:
    if _leans(text):
        return LEANING
    return OPENED if find_opener(text) else 0.0


def _leans(text: str) -> bool:
    """Tell whether a speaker's words answer or point to others that are not there: “Which …”, “do that”."""
    end = SENTENCE.search(text)
    first = text[: end.start() + 1] if end else text
    return (
        bool(TIED.match(text))
        or bool(ANSWERS.match(text))
        or has_dangling_pronoun(text)
        or any(not NOUN.search(first[: found.start()], 2) for found in POINTS.finditer(first))
        or _means_somebody(text)
    )


def _means_somebody(text: str) -> bool:
    """Tell whether a “he” comes before anybody is named; the first word has its capital from its place."""
    found = PERSONAL.search(text)
    if found is None or ("," not in text[: found.start()] and FIRST_PHRASE.match(text)):
        return False
    before, first = text[: found.start()], text.split(" ", 1)[0]
    at = len(first) if first in read_words("sentence_heads") or first in HEADS else 0
    return not (NAMED.search(before, at) or SOMEBODY.search(before) or describes_people(before))
