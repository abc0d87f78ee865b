"""Find the noun phrase beside a verb of speech by the shape of its words: name, role, apposition.

Walking left from the verb: “Mao Ning, a Foreign Ministry spokesperson, [said]”, “the head of the
port of Leith [said]”. No parser: a phrase ends at a verb, a conjunction or a mark that cannot
stand in one. `phrases_after.py` walks right.
"""

from __future__ import annotations

from build_brief.analyse.quotes.cues.labelled import skip_time
from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.relative import find_participle, find_relative
from build_brief.language.word_classes import WordClass

Range = tuple[int, int]
"""First and last token, both included."""

SUBJECTS = frozenset(
    {"he", "she", "they", "it", "i", "we", "you"}
    | {"who", "which", "everyone", "everybody", "someone", "others", "one", "nobody"}
)
INNER = frozenset({"of", "for", "at", "in", "from", "on", "to", "with"})
DASHES = frozenset({"—", "–", "--", "-"})
LONGEST = 40
"""Tokens; a longer walk has lost its way."""


def find_before(passage: Passage, end: int, floor: int) -> Range | None:
    """Return the noun phrase that ends just before token `end`, appositions included; not before `floor`."""
    last = _skip_back_days(passage, end - 1, floor)
    if last < floor or passage.regions[last] != OUTSIDE:
        return None
    if passage.lower[last] in SUBJECTS:
        return last, last
    if passage.classes[last].shape in ",)" or passage.tokens[last].text in DASHES:
        return _find_apposed(passage, last, floor)
    relative = _find_described(passage, last, floor)
    if relative:
        return relative
    first = _part_objects(passage, _walk_left(passage, last, floor), last)
    if _is_object(passage, first, floor):
        return find_before(passage, first, floor)
    return _trim(passage, first, last)


def _find_described(passage: Passage, last: int, floor: int) -> Range | None:
    """Return the noun with the relative clause that ends at `last`, or before its “that”."""
    who = find_relative(passage, last, floor) or find_participle(passage, last, floor)
    if who is not None:
        described = find_core(passage, who, floor)
        return (described[0], last) if described else None
    if passage.is_word(last, "that") and last > floor and _is_noun(passage, last - 1):
        return find_core(passage, last, floor)
    return None


def _is_noun(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    return known.shape == "x" and not known.grammar and (bool(known.noun) or not known.verb)


def _is_object(passage: Passage, first: int, floor: int) -> bool:
    """Tell whether a preposition ties the phrase to a word before it: “who in the past [said]”."""
    before = first - 1
    tied = passage.classes[first].grammar == "preposition" and before >= floor
    return tied and passage.lower[before] in SUBJECTS


def _part_objects(passage: Passage, first: int, last: int) -> int:
    """Return where the subject begins after another verb's object: “denied the charge and [Ruiz]”."""
    owned = first > 0 and passage.classes[first - 1].verb and passage.classes[first - 1].form in ("s", "ed")
    joined = next((token for token in range(last, first, -1) if passage.is_word(token, "and")), first)
    named = passage.classes[joined + 1].shape in ("X", "XX") if owned and first < joined < last else False
    return joined + 1 if named else first


def _skip_back_days(passage: Passage, last: int, floor: int) -> int:
    """Return the token before “on Friday” or “, Friday,” at the end of a phrase."""
    first = last
    while first > floor and (
        passage.classes[first].noun == "calendar" or passage.classes[first].shape == "9"
    ):
        first -= 1
    if first == last or passage.classes[first + 1].noun != "calendar":
        return last
    if passage.is_word(first, "on", "in", "late", "early", "last", "this") and first > floor:
        first -= 1
    return first


def _find_apposed(passage: Passage, last: int, floor: int) -> Range | None:
    """Return the phrase before an apposition or a relative clause that ends with the mark at `last`."""
    closing = passage.classes[last].shape
    opening = "(" if closing == ")" else passage.tokens[last].text
    for place in range(last - 2, max(floor, last - LONGEST), -1):
        if passage.tokens[place].text != opening or passage.regions[place] != OUTSIDE:
            continue
        phrase = find_before(passage, place, floor) if opening == "(" else find_core(passage, place, floor)
        if phrase and _may_be_apposed(passage, phrase, place + 1):
            end = phrase[1] if _is_aside(passage, place + 1) else last - 1 if closing != ")" else last
            return _find_outer(passage, phrase[0], floor), end
    return None


def _is_aside(passage: Passage, inner: int) -> bool:
    """Tell whether what stands apart says nothing of the speaker: “, however,”, “, for his part,”."""
    known = passage.classes[inner]
    loose = known.grammar in ("adverb", "subordinator", "preposition", "coordinator")
    return loose and not passage.is_word(inner, "of", "from", "now", "then")


def _find_outer(passage: Passage, first: int, floor: int) -> int:
    """Return where the name begins that stands before an apposition which itself has one."""
    described = passage.classes[first].grammar == "determiner" and passage.is_word(first - 1, ",")
    outer = find_core(passage, first - 1, floor) if described and first - 1 > floor else None
    if outer is None or passage.classes[outer[1]].shape not in ("X", "XX"):
        return first
    return outer[0] if _may_be_apposed(passage, outer, first) else first


def find_core(passage: Passage, end: int, floor: int) -> Range | None:
    """Return the noun phrase that ends just before token `end`, without any apposition."""
    last = end - 1
    if last < floor or passage.regions[last] != OUTSIDE:
        return None
    if passage.lower[last] in SUBJECTS:
        return last, last
    return _trim(passage, _walk_left(passage, last, floor), last)


def _may_be_apposed(passage: Passage, phrase: Range, inner: int) -> bool:
    """Tell whether `phrase` names somebody and what follows the comma describes him."""
    first, last = phrase
    shapes = {passage.classes[token].shape for token in range(first, last + 1)}
    named = "X" in shapes or "XX" in shapes or passage.classes[last].noun in ("person", "body")
    begins = passage.classes[first]
    starts = is_start(passage, first)
    follows = passage.classes[inner]
    if follows.verb and follows.form == "ing" and "X" not in shapes:
        return False
    owned = (
        (begins.grammar == "determiner" or passage.is_word(first, "her"))
        and follows.shape in ("X", "XX")
        and not follows.grammar
    )
    return (named or owned) and starts and begins.noun != "calendar"


def is_start(passage: Passage, first: int) -> bool:
    """Tell whether a subject may begin at `first`: at a sentence, a mark, a conjunction or a quote."""
    if first == 0 or passage.sentences[first - 1] != passage.sentences[first]:
        return True
    before = passage.classes[first - 1]
    return (
        not before.shape.isalnum()
        or before.grammar in ("coordinator", "subordinator", "adverb")
        or passage.is_word(first - 1, "but", "with", "to")
        or passage.regions[first - 1] != OUTSIDE
    )


def _walk_left(passage: Passage, last: int, floor: int) -> int:
    """Return the first token of the phrase that ends at `last`."""
    first = last
    while first > max(floor, last - LONGEST) and _goes_on_left(passage, first - 1, last):
        first -= 1
    return first


def _goes_on_left(passage: Passage, token: int, last: int) -> bool:
    if passage.regions[token] != OUTSIDE:
        return False
    known, text = passage.classes[token], passage.lower[token]
    if known.grammar:
        return _grammar_goes_on(passage, token, last)
    if not known.shape.isalnum():
        return text in ("$", "&", ".", "’", "'", "#", "-") and token + 1 <= last
    return not _is_finite(passage, token, last)


def _grammar_goes_on(passage: Passage, token: int, last: int) -> bool:
    known, text = passage.classes[token], passage.lower[token]
    if known.grammar == "determiner" or text in ("her", "’s", "'s", "former", "and", "more", "than"):
        return text != "and" or _joins_names(passage, token)
    if text == "by":
        return token > 0 and passage.classes[token - 1].noun == "document"
    if text in INNER and text != "to":
        return token < last and passage.classes[token - 1].shape.isalnum() and token > 0
    after = passage.classes[token + 1]
    return text in ("then", "deputy", "now") and (after.shape == "X" or after.noun == "person")


def _joins_names(passage: Passage, token: int) -> bool:
    """Tell whether “and” joins two nouns of one phrase, not two clauses."""
    if token == 0:
        return False
    before, after = passage.classes[token - 1], passage.classes[token + 1]
    if before.grammar or not before.shape.isalnum():
        return False
    return (before.shape in ("X", "XX")) == (after.shape in ("X", "XX")) or bool(before.noun)


def _is_finite(passage: Passage, token: int, last: int) -> bool:
    """Tell whether the word at `token` is a verb of its own, so that the phrase begins after it."""
    known, text = passage.classes[token], passage.lower[token]
    if known.shape != "x" or known.noun or (text == "state" and token < last):
        return False  # “state television said”
    verb = bool(known.verb) or text in PAST or text.endswith(("ed", "ing"))
    if not verb or "-" in text:
        return False
    before = passage.classes[token - 1] if token else WordClass("", "", "", "", "", "", ".")
    adjective = before.grammar == "determiner" or before.symbol == "’s"
    return not (adjective and token < last)


def _trim(passage: Passage, first: int, last: int) -> Range | None:
    """Take off what leads into the phrase: “In March the ministry”, “But on Friday officials”."""
    first = _skip_leading(passage, first, last)
    if first > last:
        return None
    known = passage.classes[last]
    verbal = known.shape == "x" and not known.noun and passage.tokens[last].text in PAST
    ends_well = known.shape.isalnum() and known.grammar in ("", "determiner", "pronoun") and not verbal
    if first == last and known.shape == "x" and not known.grammar and not known.noun:
        ends_well = passage.tokens[last].text.endswith("s")
    if passage.tokens[last].text in ("’", "'", ".") or ends_well:
        return first, last
    return None


def _skip_leading(passage: Passage, first: int, last: int) -> int:
    while (
        first < last and not passage.classes[first].shape.isalnum() and passage.tokens[first].text in DASHES
    ):
        first += 1
    if first == passage.sentence_limits(first)[0]:
        first = min(skip_time(passage, first), last)
    if passage.classes[first].grammar == "preposition":
        days = [t for t in range(first, last) if passage.classes[t].noun == "calendar"]
        years = [t for t in range(first, last) if passage.classes[t].symbol == "year"]
        first = max([first + 1, *[t + 1 for t in days + years]])
    while first < last and (
        passage.classes[first].grammar in ("preposition", "coordinator", "adverb", "subordinator")
        or (passage.classes[first].noun == "calendar" and passage.classes[first + 1].symbol != "’s")
    ):
        first += 1
    return first
