"""Tell a sub-head by its words: a short line without final punctuation; a short question may be one."""

from __future__ import annotations

import re

from build_brief.read.paragraphs import CLOSERS, TURN

LONGEST = 90
MOST_WORDS = 13
MOST_WORDS_OF_QUESTION = 8
LIST_ITEM = re.compile(r"[-–—•*·>‣▪■●○]|\(?[a-zA-Z][.)]\s|<|\{|\[|\d{1,2}[:.]\d\d")
POSTED = re.compile(r"https?://|twitter\.com/|\(@\w+\)")
"""What somebody posted, printed in the article: a quotation."""
SIGNED = re.compile(r"\s\([^()]{2,30}\)$")
"""“Police closed the road. (Reuters)” is a sentence."""
QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?|‘[^‘]*’")


def is_subhead(words: str) -> bool:
    """Tell whether a paragraph of these words may be a sub-head."""
    count = len(words.split())
    if len(words) > LONGEST or count > MOST_WORDS or "\n" in words or POSTED.search(words):
        return False
    core = SIGNED.sub("", words).rstrip(CLOSERS)
    if not core or core.endswith(tuple(".,;:…!–—-/\\")) or LIST_ITEM.match(words) or QUOTED.fullmatch(words):
        return False
    if core.endswith("?") and (count > MOST_WORDS_OF_QUESTION or core != words or TURN.match(words)):
        return False
    return any(char.isalpha() for char in words)
