"""Tell who wrote a page from what its metadata gives as authors: the site itself, an account, a day."""

from __future__ import annotations

import re

from build_brief.language.calendar_words import MONTHS
from build_brief.language.vocabulary import read_words

NAMES = re.compile(r"\s*[;,]\s*")
WORD = re.compile(r"[^\W\d_][\w.'’-]*")
NOBODY = frozenset(
    ("admin", "administrator", "anonymous", "editor", "guest", "submitted", "staff", "unknown")
)
NO_NAME = re.compile(r"https?:|@|\b(?:you|we)['’]|\byour\b|\blog(?:ged)? (?:in|out)\b", re.IGNORECASE)
"""What a page says to its reader, or an address."""
MOST_WORDS = 9


def clean_authors(words: str, publisher: str | None) -> str:
    """Return the names in `words`, those left out that are no writer's; empty when none is left."""
    site = _fold(publisher or "")
    return ", ".join(name for name in NAMES.split(words) if _may_write(name, site))


def _may_write(name: str, site: str) -> bool:
    words = WORD.findall(name)
    if not words or len(words) > MOST_WORDS or name.lower() in NOBODY or NO_NAME.search(name):
        return False
    if site and (_fold(name) == site or site.startswith(_fold(name) + "s")):
        return False
    small = {word for word in words if word[0].islower()}
    return small <= read_words("byline_words") and not (len(words) == 1 and words[0] in MONTHS)


def _fold(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
