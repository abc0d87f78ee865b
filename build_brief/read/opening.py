"""Read the lines that stand above an article's first sentence: headline, byline, date.

A headline is believed only where the first line clearly is one: short, no full stop, set off from
a text that is longer. A line that repeats the headline of the header is the headline again, not a
paragraph. A date that strayed into the first line (`date 2024-10-18 BEIJING — …`) is metadata.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from build_brief.read.bylines import cut_day, is_known_name, is_names_alone, is_outlet, read_byline
from build_brief.read.datelines import match_dateline
from build_brief.read.days import find_day
from build_brief.read.furniture import is_furniture
from build_brief.read.manuscript import Block, Header
from build_brief.read.paragraphs import CLOSERS, TURN, ends_a_sentence

MOST_LINES = 8
LONGEST_HEADLINE = 130
FEWEST_WORDS, MOST_WORDS = 4, 14
"""A shorter line is a name or a label, a longer one a standfirst. Of 1,820 published texts shorn of their
header, 141 were given a headline by these rules: 105 the very one, most others one the page had too."""
LABEL = re.compile(
    r"\s*(?P<label>(?:first |originally )?(?:date|published|posted|publication date)(?: on| at)?)\b[:\s]+",
    re.IGNORECASE,
)
UPDATED = re.compile(r"\s*(?:last )?(?:updated|modified)(?: on| at)?\b[:\s]+", re.IGNORECASE)
STAMP = re.compile(r"[\s|–—-]*(?:(?:last )?(?:updated|modified)|posted|published)\b", re.IGNORECASE)
"""What a page prints on the line of its headline."""
LONGEST_STAMP = 70
BETWEEN = " \t\n\u2028\u2029\xa0\u3000,;|.–—-"
"""What may part a day from the text after it."""
NO_HEADLINE = re.compile(r"[-–—•*·>|#@(\[]|\d{1,2}[.)]\s|https?:|www\.|dear\b", re.IGNORECASE)
TWO_SENTENCES = re.compile(r"[\w)’”\"]{2}[.?!][”’\"]? +[“‘\"$]?[A-Z\d]")
NAMES_ALONE = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+(?:,? and (?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+)+"
)
CREDIT = re.compile(r"\||\w ?/ ?[A-Z]\w+|\bphoto\b", re.IGNORECASE)
QUOTED_WHOLE = re.compile(r"[“\"‘'][^“”\"]*[”\"’']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What the lines above the text say."""

    headline: str | None
    byline: str | None
    day: date | None = None
    end: int
    """Offset where the article's own text begins."""


def read_opening(text: str, lines: tuple[Block, ...], header: Header) -> Opening:
    """Return what the first of `lines` say beyond `header`; `lines` are lines or paragraphs of `text`."""
    opening = Opening(headline=header.headline, byline=header.byline, end=len(text))
    at = 0
    while at < min(len(lines), MOST_LINES):
        if repeats := _count_repeats(text, lines[at : at + 3], opening.headline):
            at += repeats
            continue
        if names := _read_signature(text, lines[at : at + 3], header.publisher):
            opening = replace(opening, byline=opening.byline or names)
            at += 1 if is_day(text[lines[at + 1].start : lines[at + 1].end]) else 2
            continue
        found = _read_line(text, lines[at], lines[at + 1 : at + 2], opening)
        if found is None:
            break
        opening = found
        if opening.end < lines[at].end:
            return opening
        at += 1
    return replace(opening, end=lines[at].start if at < len(lines) else len(text))


def _read_line(text: str, line: Block, following: tuple[Block, ...], opening: Opening) -> Opening | None:
    """Return `opening` with what `line` adds, its end inside the line when text follows there; else None."""
    words = text[line.start : line.end]
    if read := _read_day(words, opening, line):
        return read
    if not following:
        return None
    if byline := read_byline(words):
        found = find_day(cut_day(words)[1])
        day = opening.day or (found.day if found else None)
        return replace(opening, byline=opening.byline or byline, day=day, end=line.end)
    if not opening.headline and _is_headline(text, line, following[0]):
        return replace(opening, headline=" ".join(words.split()), end=line.end)
    return None


def _count_repeats(text: str, lines: tuple[Block, ...], headline: str | None) -> int:
    """Return how many of the first two lines are the headline once more; text must come after them."""
    wanted = _letters(headline or "")
    for count in (1, 2):
        if not wanted or len(lines) <= count:
            return 0
        words = text[lines[0].start : lines[count - 1].end]
        if len(words) <= 2 * len(headline or "") and _letters(words) == wanted:
            return count
        rest = words[len(headline or "") :]
        if (
            count == 1
            and len(rest) < LONGEST_STAMP
            and STAMP.match(rest)
            and _letters(words).startswith(wanted)
        ):
            return count
    return 0


def _read_signature(text: str, lines: tuple[Block, ...], publisher: str | None) -> str | None:
    """Return names that stand alone above a newsroom or a day; text must come after them."""
    if len(lines) < 3:  # noqa: PLR2004 - names, newsroom, text
        return None
    names, outlet = (text[line.start : line.end] for line in lines[:2])
    if is_known_name(names) and is_day(outlet):
        return names
    return names if is_names_alone(names) and is_outlet(outlet, publisher) else None


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _read_day(words: str, opening: Opening, line: Block) -> Opening | None:
    """Read a line that is a date, or begins with one that strayed there."""
    if updated := UPDATED.match(words):
        found = find_day(words[updated.end() :])
        whole = found and not words[updated.end() + found.end :].strip(" .)")
        return replace(opening, end=line.end) if whole else None
    label = LABEL.match(words)
    begin = label.end() if label else 0
    found = find_day(words[begin:])
    if not found or not found.day:
        return None
    rest = words[begin + found.end :].lstrip(BETWEEN)
    day = opening.day or found.day
    if not rest:
        return replace(opening, day=day, end=line.end)
    if label or match_dateline(rest):
        return replace(opening, day=day, end=line.end - len(rest))
    return None


def _is_headline(text: str, line: Block, following: Block) -> bool:
    words = text[line.start : line.end]
    below = text[following.start : following.end]
    if not _looks_like_headline(words):
        return False
    if read_byline(below) or is_day(below):
        return True
    if len(words.split()) < FEWEST_WORDS:
        return False
    rest = len(text) - following.start
    if "\n" in text[line.end : following.start].replace("\n", "", 1):
        return rest > 2 * len(words)
    return len(below) > max(1.3 * len(words), 80) and ends_a_sentence(below)


def is_day(words: str) -> bool:
    """Tell whether a line is a day, its label (“Published on”) and time with it, and nothing else."""
    label = LABEL.match(words)
    found = find_day(words[label.end() if label else 0 :])
    return found is not None and found.end >= len(words.rstrip()) - (label.end() if label else 0)


def _looks_like_headline(words: str) -> bool:
    if len(words) > LONGEST_HEADLINE or not 1 < len(words.split()) <= MOST_WORDS:
        return False
    if words.rstrip(CLOSERS).endswith(tuple(".,;:…–—-")) or NO_HEADLINE.match(words) or TURN.match(words):
        return False
    if TWO_SENTENCES.search(words) or NAMES_ALONE.fullmatch(words) or CREDIT.search(words):
        return False
    if QUOTED_WHOLE.fullmatch(words) or is_furniture(words) or match_dateline(words + " The"):
        return False
    return any(char.isalpha() for char in words)
