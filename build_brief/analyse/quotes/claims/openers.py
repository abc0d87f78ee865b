"""Give a quote that stands alone after a sentence to whoever spoke the quote that opens that sentence.

“‘It rained,’ said Ana Ruiz, who noted that Lund was away. ‘We waited.’”: the second quote goes on with the
first, though another verb of speech stands nearer.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.model.article import Span


def give_to_openers(passage: Passage, claims: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return `claims` with each quote that stands alone with the speaker of the quote it goes on from."""
    kept = list(claims)
    for claim in claims:
        opener = find_opener(passage, kept, claim)
        if opener is None:
            continue
        own, alone = _part(passage, claim)
        if alone and own:
            contents = tuple(sorted((*opener.contents, *alone), key=lambda part: part.start))
            kept[kept.index(claim)] = claim._replace(contents=own)
            kept[kept.index(opener)] = opener._replace(contents=contents)
    return tuple(kept)


def find_opener(passage: Passage, claims: Sequence[Attribution], claim: Attribution) -> Attribution | None:
    """Return whoever's quote opens the sentence that holds the cue of `claim`; None when it is its own."""
    if claim.cue is None:
        return None
    start, end = passage.sentence_limits(passage.find_token(claim.cue.start))
    if passage.regions[start] == OUTSIDE:
        return None
    first, last = passage.tokens[start], passage.tokens[end - 1]
    for other in claims:
        begins = other.contents[0]
        cued = other.cue is not None and first.start <= other.cue.start < last.end
        if begins.start <= first.end <= begins.end and cued and other.speaker and other.cue != claim.cue:
            return other if begins.start < claim.contents[0].start else None
    return None


def _part(passage: Passage, claim: Attribution) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the contents of `claim` up to the end of its cue's sentence, and the quotes alone after it."""
    own: list[Span] = []
    alone: list[Span] = []
    for content in claim.contents:
        cut = _find_alone(passage, claim, content)
        if cut is None:
            own.append(content)
            continue
        before = passage.find_token(cut) - 1
        if content.start < cut:
            own.append(passage.span(passage.find_token(content.start), before))
        alone.append(passage.article.span(cut, content.end))
    return tuple(own), tuple(alone)


def _find_alone(passage: Passage, claim: Attribution, content: Span) -> int | None:
    """Return where the first quote in `content` begins that is a whole sentence after that of the cue."""
    end = passage.sentence_limits(passage.find_token(claim.cue.start))[1] if claim.cue else 0
    for number in passage.find_regions(content.start, content.end):
        begins = passage.quoted[number].outer_start
        if passage.find_token(begins) >= end and passage.stands_alone(number):
            return max(begins, content.start)
    return None
