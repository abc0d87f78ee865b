"""Count what a briefing says, for its header and for the verification page."""

from __future__ import annotations

from build_brief.model.briefing import Briefing

WORDS_A_MINUTE = 220
"""Silent reading of English news prose: 238 in Brysbaert (2019), less for lists and tables."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return “1 story”, “2 stories” or “1,000 stories”; the plural is the noun with an s unless given."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def minutes_to_read(briefing: Briefing) -> int:
    """Return whole minutes, at least one."""
    words = sum(len(statement.text.split()) for statement in briefing.statements)
    return max(1, round(words / WORDS_A_MINUTE))
