"""Find whose words somebody else hands on: “state radio quoted [Ana Ruiz] as saying”."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.reporting import Cue
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range, find_before
from build_brief.analyse.quotes.speakers.phrases_after import find_after

HANDING = frozenset({"quote", "cite"})
SAYING = frozenset({"saying", "telling", "writing", "warning", "adding", "claiming", "arguing", "asking"})
POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our"})


def find_relayed(passage: Passage, cue: Cue, start: int, end: int) -> tuple[Cue, Range] | None:
    """Return the whole of “radio quoted Ruiz as saying” as a cue, and Ruiz; None for any other verb."""
    if cue.known.base not in HANDING or cue.last != cue.verb:
        return None
    first = cue.last + 1
    inner = first + 1 if passage.is_word(first, *POSSESSIVE) else first
    phrase = (
        (first, first) if passage.is_word(first, "him", "her", "them") else find_after(passage, inner, end)
    )
    if phrase is None or not passage.is_word(phrase[1] + 1, "as"):
        return None
    if not passage.is_word(phrase[1] + 2, *SAYING):
        return None
    subject = find_before(passage, cue.first, start)
    begins = subject[0] if subject else cue.first
    return Cue(begins, cue.verb, phrase[1] + 2, cue.known, "finite"), (first, phrase[1])
