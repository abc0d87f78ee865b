"""Know a sentence that is printed like a headline: most of its words have a capital."""

from __future__ import annotations

TITLED = 0.7
"""Share of capitals from which on a sentence is somebody's headline."""


def is_titled(text: str) -> bool:
    """Tell whether most words of `text` begin with a capital: “Senate Releases Review On Attack”."""
    words = text.split()
    return sum(word[:1].isupper() for word in words) >= TITLED * len(words)
