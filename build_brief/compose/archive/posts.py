"""Know a post that a paper has lifted from a network: whoever says “we” there is not the paper."""

from __future__ import annotations

import re
from functools import lru_cache

POST = re.compile(r"\bpic\.twitter\.com/|https?://t\.co/|[—–-] [^\n]{2,60} \(@\w+\)")
LONGEST_POST = 5000
"""Characters of a paragraph that may be a post; an article in one line is none, and long to look through."""


@lru_cache(maxsize=4096)  # several steps ask it of the same sentences
def is_post(paragraph: str) -> bool:
    """Tell whether a paragraph is a post, by its links or by the account that signs it."""
    return POST.search(paragraph) is not None
