"""Tell whether words stand for a group that takes a stand: “Republicans”, “some health officials”.

What leans on the sentences before names nobody (“the officials”, “others”, “two senators”), nor do
people of whom nothing is said (“experts”, “sources”).
"""

from __future__ import annotations

import re

from build_brief.language.subjects import singular
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify

SOME = frozenset({"some", "many", "most", "several", "both"})
POINTING = frozenset(
    {"the", "they", "we", "these", "those", "other", "others", "such", "a", "an", "no", "any"}
)
OWNING = frozenset(
    {"our", "his", "her", "their", "its", "my", "your", "all", "each", "every", "another", "who"}
)
COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds"}
)
NOT_OPENING = POINTING | OWNING | COUNTS
WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
LONGEST = 4
"""Words after “some”: a longer one is no name but a clause."""


def name_group(words: str) -> str | None:
    """Return by what name the group that `words` stand for is the same elsewhere, in small letters.

    None when they stand for one person, for nobody in particular, or for somebody told of before.
    """
    parts = words.split()
    named = parts[1:] if parts and parts[0].lower() in SOME else parts
    if not 0 < len(named) <= LONGEST or not all(WORD.fullmatch(part) for part in named):
        return None
    last = named[-1].lower()
    head = singular(last)
    if named[0].lower() in NOT_OPENING or head == last or not _speaks(head):
        return None
    if len(named) == 1 and head in read_words("faceless_groups"):
        return None
    return " ".join(named).lower().replace("’", "'")


def _speaks(head: str) -> bool:
    return classify(head).noun in ("person", "body") or head in read_words("speaking_groups")
