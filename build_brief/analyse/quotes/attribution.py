"""One claim of who said what, as a rule or the learner makes it, before they are weighed."""

from __future__ import annotations

from typing import NamedTuple

from build_brief.model.article import Span


class Attribution(NamedTuple):
    """Contents in order, never empty; the parts a claim does not know are None."""

    contents: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    rule: str
    addressee: Span | None = None
    continues: bool = False
    certainty: float = 0.0
    """What the learner says of content and speaker; 0.0 when it said nothing."""
    speaker_certainty: float = 0.0
    """How surely the learner sees a speaker in these words, whoever found them; 0.0 without it."""
