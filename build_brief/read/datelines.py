"""Find the dateline: places, day and agency printed before the first sentence.

`BEIJING/LONDON — …`, `PARIS, Oct. 18 (Reuters) - …`, `NEW DELHI: …`, `Washington (CNN) …`. Words in
small letters are believed to be a place only when the place is known or a state or country follows;
a pair of dashes (“Jeff Bezos — the richest man — is …”) makes a parenthesis, not a dateline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from build_brief.language.calendar_words import MONTH
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Dateline, ParagraphKind
from build_brief.read.days import read_yearless_day
from build_brief.read.manuscript import Block

LONGEST = 110
PARAGRAPHS_ASKED = 4
"""A standfirst, a caption or a repeated headline may stand above the dateline."""
HEAD = re.compile(r"(?P<head>[^\n—–]{1,90}?)(?P<dash>\s*(?:—|–|―|--)\s*|\s+-\s+|(?<=\))\s*-\s*|:\s+)(?=\S)")
UNDASHED = re.compile(r"(?P<head>[^\n—–()]{0,60}\([^()\n]{2,30}\))(?P<dash>\s+)(?=[“\"'‘A-Z\d])")
AGENCY = re.compile(r"\s*\(([^()]{2,40})\)$")
DAY = re.compile(
    rf"[,.]?\s*((?:(?:{MONTH})\b\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{MONTH})\b\.?)(?:,?\s\d{{4}})?)$", re.IGNORECASE
)
BETWEEN_PLACES = re.compile(r"\s*/\s*|\s+(?:and|&|AND)\s+|\s*;\s*")
NAME = re.compile(r"[^\W\d_][\w.'’ -]{1,40}")
SMALL_WORD = re.compile(r"al|am|an|and|aux?|da|de|del|der|des|di|do|du|el|es|in|la|le|of|on|sur|the|upon")
SHORT = 3
"""Letters: “of” and “the” prove nothing."""
QUOTES = ("“", '"', "‘", "'")
LONG_CAPITALS = 6
"""Letters; a shorter word in capitals may be initials (NATO, FEMA)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineWords:
    """A dateline at the head of some words."""

    end: int
    places: tuple[str, ...]
    agency: str | None
    day: str | None
    """As worded, mostly without a year."""


def find_dateline(
    text: str, blocks: Sequence[Block], kinds: Sequence[ParagraphKind], published: date | None
) -> Dateline | None:
    """Return the dateline of the first body paragraph that has one; a day without year needs `published`."""
    body = [block for block, kind in zip(blocks, kinds, strict=True) if kind is ParagraphKind.BODY]
    for block in body[:PARAGRAPHS_ASKED]:
        found = match_dateline(text[block.start : min(block.end, block.start + 2 * LONGEST)])
        if found and not _is_label(found, text, block):
            return Dateline(
                start=block.start,
                end=block.start + found.end,
                places=found.places,
                agency=found.agency,
                day=read_yearless_day(found.day, published) if found.day else None,
            )
    return None


def _is_label(found: DatelineWords, text: str, block: Block) -> bool:
    """Tell whether capitals before a dash are common words, which the article writes small elsewhere.

    “VIRUS CONUNDRUM — …” goes on about a virus; nobody writes “grand rapids”, or leaves the place out.
    """
    head = text[block.start : block.start + found.end]
    if found.agency or found.day or "," in head or len(found.places) > 1:
        return False
    (place,) = found.places
    words = place.split()
    known = place in read_words("dateline_cities") or not read_words("dateline_place_words").isdisjoint(words)
    if known or place in text:
        return False
    return any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in words if len(word) > SHORT)


def match_dateline(words: str) -> DatelineWords | None:
    """Return the dateline that `words` begin with; None when they begin with a sentence."""
    found = HEAD.match(words[:LONGEST]) or UNDASHED.match(words[:LONGEST])
    if found is None:
        return None
    dash, rest = found["dash"].strip(), words[found.end() :]
    taken = _take_apart(found["head"].strip(), found.end())
    if taken is None or (not dash and not taken.agency):
        undashed = UNDASHED.match(words[:LONGEST])
        taken = _take_apart(undashed["head"].strip(), undashed.end()) if undashed else None
        return taken if taken and taken.agency else None
    return taken if taken.agency or _is_believed(found["head"], taken, dash, rest) else None


def _take_apart(head: str, end: int) -> DatelineWords | None:
    """Cut agency and day off the end of `head`; None when what is left cannot be places."""
    agency = day = None
    if found := AGENCY.search(head):
        agency, head = found[1].strip(), head[: found.start()]
        if not _is_agency(agency) and _read_place(head.title()) not in read_words("dateline_cities"):
            return None
    if found := DAY.search(head):
        day, head = found[1], head[: found.start()]
    head = head.strip(" ,.") if not head.endswith(tuple(_regions())) else head.strip()
    if not head:
        return DatelineWords(end=end, places=(), agency=agency, day=day) if agency else None
    names = [_read_place(part) for part in BETWEEN_PLACES.split(head)]
    places = tuple(name for name in names if name)
    return (
        DatelineWords(end=end, places=places, agency=agency, day=day) if len(places) == len(names) else None
    )


def _is_agency(words: str) -> bool:
    return words in read_words("dateline_agencies") or words.split("/", 1)[0] in read_words(
        "dateline_agencies"
    )


@cache
def _regions() -> frozenset[str]:
    return read_words("dateline_regions")


def _read_place(part: str) -> str | None:
    """Return the name of a place, in ordinary letters; None when `part` is no name."""
    name, _, region = part.strip().partition(",")
    name, region = name.strip(), region.strip()
    if not NAME.fullmatch(name) or name in read_words("dateline_labels"):
        return None
    if not all(word[0].isupper() or SMALL_WORD.fullmatch(word) for word in name.split()):
        return None
    if region and not _is_region(region, capitals=name.isupper()):
        return None
    return _write_small(name) if name.isupper() else name


def _is_region(region: str, *, capitals: bool) -> bool:
    known = {entry.casefold() for entry in _regions()} if region.isupper() else _regions()
    if region in known or region.casefold() in known:
        return True
    return capitals and bool(NAME.fullmatch(region)) and all(word[0].isupper() for word in region.split())


def _write_small(name: str) -> str:
    """Write `PORT-AU-PRINCE` as Port-au-Prince; initials (D.C.) stay in capitals."""
    words = re.split(r"([ -])", name)
    written = [
        word.lower()
        if at and SMALL_WORD.fullmatch(word.lower())
        else word
        if word.count(".") > 1
        else word.capitalize()
        for at, word in enumerate(words)
    ]
    return "".join(written)


def _is_believed(head: str, taken: DatelineWords, dash: str, rest: str) -> bool:
    """Judge a dateline that no agency has signed."""
    cities = read_words("dateline_cities")
    known = any(place in cities for place in taken.places) or taken.day is not None or "," in head
    capitals = head[:1].isupper() and all(
        word.isupper() for word in BETWEEN_PLACES.split(head)[0].partition(",")[0].split()
    )
    if not known and (dash == ":" or not capitals or len(taken.places[0]) < LONG_CAPITALS):
        return False
    if capitals and known:
        return True
    if capitals and len(taken.places[0]) >= LONG_CAPITALS:
        return rest[:1].isupper() or rest[:1] in QUOTES
    spaced = f" {dash} " if dash == "-" else dash
    return not rest[:1].islower() and spaced not in rest.partition(". ")[0]
