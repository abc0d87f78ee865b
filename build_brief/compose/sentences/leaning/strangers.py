"""Find somebody or something that a sentence calls by “the” and that another sentence introduced.

“The official said” needs the sentence before, which told which official. A name, or the same noun
after “a” or a number, earlier in the sentence is introduction enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.language.common_words import plain_word
from build_brief.language.name_lists import is_given_name
from build_brief.model.annotations import Mention

STRANGER = re.compile(
    r"(?<!^)\b[Tt]he (?P<noun>officials?|spokes(?:man|woman|person)|gunm[ae]n|suspects?|wom[ae]n|m[ae]n|boys?"
    r"|girls?|couple|pair|duo|trio|employees?|researchers?|authors?|motorist|patient)\b"
    r"(?=[,.;:]|[’']s|$| (?:said|says|told|tells|added|was|is|were|are|has|had|have|would|did|and|to|by)\b)"
)
INTRODUCES = re.compile(
    r"(?<=\S )[A-Z][\w’'-]+|\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) (?:\S+ ){0,3}[a-z]"
)
"""A name, or somebody after “a” or a number, whom “the woman” may mean."""
TELLERS = re.compile(r"spokes|officials?$|employees?$|researchers?$|authors?$")
"""Who is named by nothing before: in “…, the spokesman said” the name is that of whom he speaks of."""
SOURCES = re.compile(
    r", the (?:[\w.-]+ ){1,2}(?:officials?|spokes\w+|aides?|sources?|advis[eo]rs?|diplomats?)"
    r" (?:said|says|told|added)\b"
)
OFFICE = re.compile(
    r"\W*(?:\[?[A-Z]\]?[a-z]+ing|Asked|In|On|At|During|After|Before)\b[^.]*?, "
    r"the (?:secretary|minister|senator|governor|mayor|chairman|chairwoman|judge|prosecutor|lawyer|professor"
    r"|doctor|sheriff|ambassador|congressman|congresswoman|lawmaker|director|chief) "
    r"(?:said|says|told|tells|added|argued|called|wrote|insisted)\b"
)
"""“Speaking with Dahl on Friday, the secretary said”: she is not meant."""
SOURCE = re.compile(r"\b(?:official|spokes|aide|source|advis|diplomat)")
"""“…, the Norwegian official said”: one whom a sentence before told of."""
TELLS = re.compile(r" (?:said|says|told|tells|added)\b")
STEM = 4
"""Letters of a noun that show it again: “officials” after “an official”."""

AGED = re.compile(r"\W*The \d+-year-old\b(?! who\b)(?! (?:[\w’'-]+ ){0,3}[A-Z][\w’'-]+ [A-Z])")
"""“The 37-year-old sailor lost control”: somebody who was named before."""
FIRST = re.compile(r"\b(?P<first>[A-Z][\w’'-]+) (?:[A-Z]\. )?\Z")
EDGE = re.compile(r"\b")
LONGEST = 40
"""Letters of a given name and an initial."""
ALONE = re.compile(r"(?<=[a-z,;] )(?P<name>[A-Z][\w’'-]+?)(?=(?:[’']s)?\b(?! [A-Z]))")


def find_surnames(text: str, before: str, mentions: Sequence[Mention] = ()) -> frozenset[str]:
    """Return surnames alone in `text` that were read as nobody's and had a given name `before`.

    “voted for Dahl”: a bracket would say who she is, had “Ana Dahl” been read as a name.
    """
    read = {word for mention in mentions for word in mention.span.text.split()}
    alone = {found["name"] for found in ALONE.finditer(text)} - read
    return frozenset(plain_word(name) for name in alone if _is_called(name, before))


def _is_called(name: str, before: str) -> bool:
    at = before.find(f" {name}")
    while at >= 0:
        end = at + 1
        first = FIRST.search(before, max(0, end - LONGEST), end)
        if first and EDGE.match(before, end + len(name)) and is_given_name(first["first"]):
            return True
        at = before.find(f" {name}", end)
    return False


def names_stranger(text: str) -> bool:
    """Tell whether `text`, quotations masked, calls somebody “the official” whom it has not introduced."""
    if OFFICE.match(text) or AGED.match(text):
        return True
    source = SOURCES.search(text)
    if source and not SOURCE.search(text, 0, source.start()):
        return True
    for found in STRANGER.finditer(text):
        before = text[: found.start()]
        again = re.search(rf"\b{found['noun'][:STEM]}", before, re.IGNORECASE)
        tells = (
            TELLERS.match(found["noun"]) and TELLS.match(text, found.end()) and before.rstrip()[-1:] == ","
        )
        if not again and (tells or not INTRODUCES.search(before)):
            return True
    return False
