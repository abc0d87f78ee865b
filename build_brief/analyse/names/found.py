"""A name as it was found in a line, before the article as a whole says whose it is."""

from __future__ import annotations

from typing import NamedTuple

from build_brief.model.annotations import Gender, MentionKind


class Found(NamedTuple):
    """Words that name somebody or something; word numbers index the line."""

    line: int
    """Number of the line in its article."""
    first: int
    end: int
    kind: MentionKind
    words: tuple[str, ...]
    """The name's words as printed, title left out."""
    name: str | None
    """The listed name, when there is one; None leaves it to the article."""
    role: tuple[int, int] | None = None
    """Words of the line."""
    gender: Gender = Gender.UNKNOWN
    is_full: bool = True
    """False for a name that only a fuller one elsewhere explains."""
    weak: bool = False
    """True for words that count only if somebody else bears them."""
