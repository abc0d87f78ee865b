"""Know the adjectives before a role that say what a writer thinks of somebody, and not what he is."""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_words


def find_role_start(text: str, at: int = 0) -> int:
    """Return where the role begins in `text` from `at` on: “controversial governor” at “governor”.

    `at` itself when nobody is judged there.
    """
    judged = _judgements().match(text, at)
    return judged.end() if judged else at


@cache
def _judgements() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, read_words("role_judgements"))))
    return re.compile(rf"(?:(?:the|an?) )?(?:(?:{words}),? (?:(?:and|but) )?)+(?=\w)", re.IGNORECASE)
