"""Ask for plain words before a pattern: most sentences hold none of them, and they are found much faster."""

from __future__ import annotations

import re


class Telltale:
    """A pattern, and words of which one stands, in small letters, in whatever it finds: “this|these”.

    A word that is missing makes it find less; tests/test_compose_telltales.py takes each pattern apart.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Take `words` apart and compile `pattern`."""
        self.words = tuple(words.split("|"))
        self.pattern = re.compile(pattern, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Return what the pattern finds first."""
        lower = text.lower()
        for word in self.words:
            if word in lower:
                return self.pattern.search(text)
        return None
