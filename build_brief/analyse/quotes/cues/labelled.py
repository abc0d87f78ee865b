"""Tell a name before a colon and a quote from other words there: “Captain Ana Ruiz: ‘We go on.’”.

Live reports and sports pages leave the verb out. A name is two capitals in a row, or a title or a
word for a person with one; “Verdict:” and “The result:” are no names.
"""

from __future__ import annotations

import re

from build_brief.analyse.quotes.passages import Passage
from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import is_given_name, read_titles
from build_brief.language.word_classes import classify

TIME = re.compile(r"\d{1,2}(?:[:.h]\d{2}(?:am|pm)?|am|pm)", re.IGNORECASE)
ZONES = frozenset(
    {"GMT", "BST", "CET", "CEST", "UTC", "ET", "EST", "EDT", "CT", "PT", "PST", "PDT", "IST", "AEST"}
)
"""Of the time of day, as live reports print them."""
LONGEST = 14
"""Tokens of a name with its role."""
DASHES = frozenset({"—", "–", "--", "-"})
LEADS = (("more", "from"), ("from",), ("here", "’s"), ("here", "'s"))
"""Before the one whose words follow the colon: “More from Ana Ruiz: ‘…’”, “From the report: ‘…’”."""


def is_caption(passage: Passage, colon: int) -> bool:
    """Tell whether a name with at most its role stands up to the colon at `colon`, and a quote after it."""
    words = range(find_opening(passage, colon), _skip_back_date(passage, colon))
    if not words or len(words) > LONGEST or not passage.is_quoted(colon + 1):
        return False
    known = [passage.classes[token] for token in words]
    if any(one.verb and one.shape == "x" and not one.noun for one in known):
        return False
    if known[0].grammar == "determiner" and known[-1].noun == "document" and _is_led(passage, words.start):
        return True
    return known[-1].shape in ("X", "XX") and not known[-1].grammar and _is_named(passage, words)


def find_opening(passage: Passage, colon: int) -> int:
    """Return where the words begin that stand before the colon: after a time, a dash, “More from”."""
    first = skip_time(passage, passage.sentence_limits(colon)[0])
    dashes = [t for t in range(first + 1, colon - 1) if _is_dash(passage, t)]
    first = dashes[-1] + 1 if dashes else first
    for words in LEADS:
        if all(passage.is_word(first + place, word) for place, word in enumerate(words)):
            return first + len(words)
    return first


def _is_dash(passage: Passage, token: int) -> bool:
    """Tell whether a dash with blanks on both sides stands there; “Ruiz-Lund” has none."""
    before, dash, after = passage.tokens[token - 1 : token + 2]
    return dash.text in DASHES and before.end < dash.start and dash.end < after.start


def _is_led(passage: Passage, first: int) -> bool:
    return any(passage.is_word(first - 1, words[-1]) for words in LEADS)


def _skip_back_date(passage: Passage, end: int) -> int:
    """Return the token after a name with its date: “Ana Ruiz [in May 1992]”."""
    last = end - 1
    while last > 0 and (passage.classes[last].noun == "calendar" or passage.classes[last].shape == "9"):
        last -= 1
    dated = last < end - 1 and passage.is_word(last, "in", "on")
    return last if dated else end


def is_heading(passage: Passage, colon: int) -> bool:
    """Tell whether words that are no name stand alone before the colon at `colon`: “Verdict:”."""
    start = skip_time(passage, passage.sentence_limits(colon)[0])
    capitals = colon - start <= LONGEST and all(
        passage.tokens[token].text.isupper() for token in range(start, colon)
    )
    if capitals and is_plain(passage, start, colon):
        return True
    return start == colon - 1 and passage.classes[start].shape != "9" and not _is_known(passage, start)


def is_plain(passage: Passage, first: int, last: int) -> bool:
    """Tell whether several everyday words stand in capitals, that are nobody: “NEXT STEPS: …”."""
    words = [passage.lower[token] for token in range(first, last)]
    plain = all(word_share(plain_word(word)) > UNLISTED_SHARE and not classify(word).noun for word in words)
    named = any(is_given_name(word.title()) or word.title() in read_titles() for word in words)
    known = match_known([word.title() for word in words], 0)
    return len(words) > 1 and plain and not named and known is None


def _is_named(passage: Passage, words: range) -> bool:
    if any(passage.classes[token].grammar == "auxiliary" for token in words):
        return False
    capitals = [token for token in words if passage.classes[token].shape in ("X", "XX")]
    return len(capitals) > 1 or _is_known(passage, words[-1])


def _is_known(passage: Passage, token: int) -> bool:
    """Tell whether one capital is a name: no everyday word, and the article has used it before."""
    name = passage.tokens[token]
    said_before = re.search(rf"\b{re.escape(name.text)}\b", passage.article.text[: passage.tokens[0].start])
    return said_before is not None and word_share(plain_word(name.text)) <= UNLISTED_SHARE


def skip_time(passage: Passage, token: int) -> int:
    """Return the token after the time of day that an entry of a live report begins with, or `token`."""
    if token >= len(passage.tokens) or not TIME.fullmatch(passage.tokens[token].text):
        return token
    after = token + 1
    if after < len(passage.tokens) and passage.tokens[after].text in ZONES:
        after += 1
    return after + 1 if passage.is_word(after, ":", "-", "–", "—", "|") else after
