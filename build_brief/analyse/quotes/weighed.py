"""Weigh what the rules and the learner claim about the same words, and keep one claim of each.

Where both name the same speaker there is little doubt. Where they differ the learner is believed,
except where a rule has proved better; a quote only one of them saw is kept with its doubt.
"""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.model.article import Span


def weigh_claims(ruled: tuple[Attribution, ...], learned: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return one claim for each content; `rule` tells who made it and whether the other agreed."""
    usable = [claim for claim in learned if claim.cue or claim.speaker]
    kept = [_weigh(claim, _find_rival(claim, ruled)) for claim in usable]
    alone = [claim for claim in ruled if not any(_share_words(claim, other) for other in kept)]
    return tuple(sorted([*kept, *alone], key=lambda claim: claim.contents[0].start))


def _find_rival(claim: Attribution, others: tuple[Attribution, ...]) -> Attribution | None:
    """Return the other claim that shares most characters with `claim`."""
    shared = [(_count_shared(claim, other), -place) for place, other in enumerate(others)]
    most, place = max(shared, default=(0, 0))
    return others[-place] if most else None


def _count_shared(claim: Attribution, other: Attribution) -> int:
    return sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in claim.contents
        for theirs in other.contents
    )


def _share_words(claim: Attribution, other: Attribution) -> bool:
    return _count_shared(claim, other) > 0


def _weigh(learned: Attribution, ruled: Attribution | None) -> Attribution:
    if ruled is None:
        return learned
    if learned.speaker is None:
        return learned._replace(speaker=ruled.speaker, rule=f"half/{ruled.rule}", addressee=ruled.addressee)
    if ruled.speaker and _same_head(learned.speaker, ruled.speaker):
        return learned._replace(rule=f"both/{ruled.rule}", addressee=ruled.addressee)
    return learned._replace(rule=f"rival/{ruled.rule}")


def _same_head(one: Span, other: Span) -> bool:
    """Tell whether two phrases for a speaker share their first words' end, appositions aside."""
    return one.overlaps(other)
