"""Tell what is furniture of a page: captions, credits, “Read more”, copyright and contact lines.

The words are lists that an editor can add to: `language/furniture_*.txt`. Only short paragraphs are
asked, so that “Follow the money, he said” in the middle of a report stays in it.
"""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_words
from build_brief.read.captions import is_caption

LONGEST = 400
LONGEST_OPENING = 250
EDGES = " \t\n.:!…*_[]()<>|»›→-–—•·#=~"
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|@\w{2,30}|(?:https?://|www\.)\S+|\+?\d[\d ()-]{7,18}\d")
FOLLOW = re.compile(r"(?:you can )?follow [^.]{2,60} on (?:twitter|facebook|instagram|linkedin|x)\b")
STAMP = re.compile(
    r"(?:last )?(?:updated|posted|published|modified)[: ] ?(?:at )?\d{1,2}[:.]\d\d.{0,40}"
    r"|\d{1,2} (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    r"|(?:read(?:ing)? time:? ?)?\d{1,2}[ -]?min(?:ute)?s?(?: (?:read|listen|video|watch))?(?: time)?"
    r"|\d{1,5} (?:comments|shares)",
    re.IGNORECASE,
)
TWEETED = re.compile(r"[—–-]{1,2} ?[^?!\n]{2,60}\(@\w{1,20}\) \w+ \d{1,2}, \d{4}")
"""Who posted the words above, on a line of its own."""
HIGHLIGHTS = "story highlights"
"""A list of unpunctuated lines follows."""
BRACKET_FIRST = re.compile(r"[\[(][^\[\]()]{1,80}[\])] ?.{60}")
"""Text follows what stands in brackets: “[Updated at noon] The mayor …”."""
BRACKETED = re.compile(r"\[[^\[\]]{1,160}\]|\( ?[A-Z]{3,}[ A-Z]*:[^()]{1,160}\)")
"""Links to other pieces: [Is the deal dead?], (PHOTOS: The storm)."""


def is_furniture(words: str) -> bool:
    """Tell whether a paragraph of these words is no part of the article's own text."""
    if is_caption(words):
        return True
    if len(words) > LONGEST:
        return False
    plain = " ".join(words.lower().replace("’", "'").replace("‘", "'").split())
    core = plain.strip(EDGES)
    if not core or core in read_words("furniture_lines") or CONTACT.fullmatch(core):
        return True
    if len(plain) <= LONGEST_OPENING and _openings().match(plain.lstrip("*_[-–—•· ")):
        return not BRACKET_FIRST.match(plain)
    if BRACKETED.fullmatch(words) or STAMP.fullmatch(core) or TWEETED.fullmatch(words):
        return True
    return bool(_is_marked(plain) or FOLLOW.match(core))


def begins_highlights(words: str) -> bool:
    """Tell whether the short lines after a paragraph of these words go on with it."""
    return words[:40].casefold().startswith(HIGHLIGHTS)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(_pattern(entry) for entry in sorted(read_words("furniture_openings"))))


@cache
def _read_sorted(name: str) -> tuple[str, ...]:
    return tuple(sorted(read_words(name)))


def _is_marked(plain: str) -> bool:
    """Tell whether `plain` holds or ends with words of the lists; a loop is quicker than a pattern here."""
    if plain.rstrip(" :»>…").endswith(_read_sorted("furniture_endings")):
        return True  # “Children should read more.” has a full stop
    return any(mark in plain for mark in _read_sorted("furniture_marks"))


def _pattern(entry: str) -> str:
    return re.escape(entry) + (r"\b" if entry[-1].isalnum() else "")
