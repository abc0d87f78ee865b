"""Take off what stands around the words said: when and where they were, asides, marks, “that”."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.cues.labelled import skip_time
from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range

SHORTEST = 2
"""Words: a reported clause of one word says nothing."""
LEAD = frozenset({",", ":", "that", "—", "–", "--", "as"})
TAIL = frozenset(
    {",", ".", ";", ":", "and", "but", "while", "—", "–", "--", "as", "also", "who", "which", "or"}
)
ASIDES = frozenset({"adverb", "subordinator"})
MANNER = 3
"""Tokens of “[said] afterwards:” up to the colon before a quote."""
ADJUNCT = 14
"""Tokens after “he said” that may tell only when and where."""


def clean(passage: Passage, start: int, stop: int) -> Range | None:
    """Return the words from `start` up to `stop` without the marks and links at either end."""
    first, last = _skip_aside(passage, skip_time(passage, start), stop), stop - 1
    first = _skip_lead(passage, _skip_when(passage, first, stop), stop)
    while first <= last and passage.regions[first] == OUTSIDE and passage.lower[first] in LEAD:
        if is_pronoun_that(passage, first):
            break
        first += 1
    while last >= first and passage.regions[last] == OUTSIDE and passage.lower[last] in TAIL:
        last -= 1
    words = sum([known.shape.isalnum() for known in passage.classes[first : last + 1]])
    regions = passage.regions[first : last + 1]
    quoted = regions.count(OUTSIDE) < len(regions)
    return (first, last) if words >= SHORTEST or (quoted and words) else None


def clean_before(passage: Passage, start: int, stop: int) -> Range | None:
    """Return the words before a cue; “Around 30 people would come, [he said]” begins with no adjunct."""
    found = clean(passage, start, stop)
    counted = start + 1 < stop and passage.classes[start + 1].shape == "9"
    whole = found is None and counted and any(is_finite(passage, token) for token in range(start, stop))
    return (start, stop - 2 if passage.is_word(stop - 1, ",") else stop - 1) if whole else found


def is_pronoun_that(passage: Passage, token: int) -> bool:
    """Tell whether “that” is a subject, not a link: “[That]’s because …, he said”."""
    return (
        passage.is_word(token, "that")
        and token + 1 < len(passage.tokens)
        and (passage.is_word(token + 1, "’s", "'s") or passage.classes[token + 1].grammar == "auxiliary")
    )


def _skip_aside(passage: Passage, first: int, stop: int) -> int:
    """Return the token after “[cautioned], though, [that]”."""
    aside = first + 2 < stop and passage.is_word(first, ",") and passage.is_word(first + 2, ",")
    return first + 2 if aside and passage.classes[first + 1].grammar in ASIDES else first


def _skip_when(passage: Passage, first: int, stop: int) -> int:
    """Return the token after “on Friday”, “in a statement” or “in an interview with …” and its comma."""
    first = _skip_programme(passage, first, stop)
    colon = next((t for t in range(first, min(first + MANNER, stop)) if passage.is_word(t, ":")), None)
    if colon is not None and passage.is_quoted(colon + 1):
        return colon
    places = range(first, min(first + ADJUNCT, stop))
    if not any(True for _ in places) or passage.classes[first].grammar not in ("preposition", "adverb"):
        return _skip_date(passage, first, stop)
    ended = _find_adjunct_end(passage, first, places)
    return _skip_days(passage, first, stop) if ended is None else ended


def _skip_programme(passage: Passage, first: int, stop: int) -> int:
    """Return the “that” after a title in marks, to which it was told: “told ‘Sunday Forum’ that”."""
    region = passage.regions[first] if first < stop else OUTSIDE
    after = first
    while after < stop and region != OUTSIDE and passage.regions[after] == region:
        capital = not passage.classes[after].shape.isalnum() or passage.classes[after].shape in ("X", "XX")
        if not capital:
            return first
        after += 1
    return after if first < after < stop and passage.is_word(after, "that") else first


def _find_adjunct_end(passage: Passage, first: int, places: range) -> int | None:
    """Return where what tells when and where ends, at “that”, a comma, or after a paper; else None."""
    quoted = False
    for place in places:
        if passage.regions[place] != OUTSIDE:
            quoted = quoted or not passage.classes[place].shape.isupper()
        elif _is_relative(passage, place) or (quoted and is_finite(passage, place)):
            return None
        elif passage.is_word(place, "that") or (not quoted and passage.is_word(place, ",", ":")):
            return place
        elif not quoted and _ends_medium(passage, first, place):
            return place + 1
    return None


def _skip_lead(passage: Passage, first: int, stop: int) -> int:
    """Return the quote after “[agreed] saying,” or “[said] not long ago in a bar,”, which hold no clause."""
    if first >= stop or passage.regions[first] != OUTSIDE or not _may_lead(passage, first):
        return first
    quoted = (token for token in range(first, stop) if passage.regions[token] != OUTSIDE)
    opens = next(quoted, stop)
    if opens >= stop or not passage.is_word(opens - 1, ",", ":"):
        return first
    quiet = not any(_opens_clause(passage, token) for token in range(first, opens))
    rest = [token for token in range(opens, stop) if passage.classes[token].shape.isalnum()]
    clause = any(is_finite(passage, token) for token in rest)
    return opens if quiet and clause and all(passage.regions[token] != OUTSIDE for token in rest) else first


def _opens_clause(passage: Passage, token: int) -> bool:
    """Tell whether “that” or a verb in a tense stands there; not “a jumbled account”."""
    verb = is_finite(passage, token) and passage.classes[token - 1].grammar != "determiner"
    return verb or passage.is_word(token, "that")


def _may_lead(passage: Passage, token: int) -> bool:
    adverbial = passage.classes[token].grammar in ("preposition", "adverb", "negation")
    return (adverbial and not passage.is_word(token, "to")) or passage.is_word(token, "saying")


def _skip_date(passage: Passage, first: int, stop: int) -> int:
    """Return the token after “[said] Monday” or “last year” before “that”; not after “Monday’s”."""
    for place in range(first, min(first + MANNER, stop - 1)):
        if passage.classes[place].noun != "calendar" and not passage.is_word(place, "year", "week", "month"):
            if not passage.is_word(place, "last", "this", "earlier"):
                break
        elif place == first:
            if passage.is_word(place + 1, "’s", "'s"):
                return first
            hour = passage.is_word(place + 1, "night", "morning", "evening", "afternoon")
            return place + 2 if hour and passage.is_word(place + 2, "that") else place + 1
        elif passage.is_word(place + 1, "that"):
            return place + 1
    return first


def _is_relative(passage: Passage, token: int) -> bool:
    """Tell whether “that” at `token` begins what a noun does: “under a banner that read …”."""
    after = token + 1
    if not passage.is_word(token, "that") or after >= len(passage.tokens):
        return False
    return passage.tokens[after].text in PAST or passage.classes[after].form == "ed"


def _ends_medium(passage: Passage, first: int, token: int) -> bool:
    """Tell whether “in a statement” ends at `token` and a clause of its own begins after it."""
    if (
        passage.classes[token].noun != "document"
        or not passage.is_word(first, "in", "on")
        or token + 1 >= len(passage.tokens)
    ):
        return False
    after = passage.classes[token + 1]
    return after.grammar in ("determiner", "pronoun") or (after.shape in ("X", "XX") and not after.noun)


def _skip_days(passage: Passage, first: int, stop: int) -> int:
    if first + 2 < stop and passage.lower[first : first + 3] == ("at", "the", "time"):
        return first + 3
    near = [t for t in range(first, min(first + 3, stop)) if passage.classes[t].noun == "calendar"]
    return near[-1] + 1 if near else first
