"""Leave out what the head of a page does not explain: “the bill” on a page that begins without a bill.

A reader has read the title and the bottom line before he reads anything else, and nothing else is
sure to be read. What is only in doubt, a “the ceremony” that all may know or not, is left out where there
is enough besides, and comes last where there is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_brief.compose.sentences.leaning.things import is_body, is_introduced
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.model.annotations import MentionKind

ENOUGH = 7
"""Sentences without a doubt that make a page: with so many, none is needed that may lean on another. With
14 the pages of 258 stories had 13.3 lines each, with this 13.1."""
DOUBTED = 0.12
"""What a sentence loses otherwise for a “the ceremony” that neither it nor the head of the page explains."""


def keep_explained(file: StoryFile, title: str, said: Sequence[Passage]) -> StoryFile:
    """Return `file` with the passages that stand alone under `title` and the bottom line `said`."""
    head = " ".join([title, *(passage.statement.text for passage in said)])
    bodies = _count_bodies(file, title, said)
    kept = tuple(
        passage
        for passage in file.passages
        if passage in said
        or all(is_introduced(noun, head) or (bodies == 1 and is_body(noun)) for noun in passage.things)
    )
    doubted = {
        passage.place
        for passage in kept
        if passage not in said and not all(is_introduced(noun, head) for noun in passage.doubts)
    }
    fill = sorted(doubted, key=lambda place: (-file.weights[place], place))
    dropped = frozenset(fill[max(0, ENOUGH - len(kept) + len(doubted)) :])
    kept = tuple(one for one in kept if one.place not in dropped)
    weights = {place: weight - DOUBTED * (place in doubted) for place, weight in file.weights.items()}
    return replace(file, passages=kept, weights=weights, head=head)


def _count_bodies(file: StoryFile, title: str, said: Sequence[Passage]) -> int:
    """Return how many bodies the title and the bottom line both name: “the company” may be the only one."""
    mentions = (m for passage in said for m in file.archive.mentions_in(passage.statement.evidence[0]))
    named = {m.name or m.span.text for m in mentions if m.kind is MentionKind.ORGANISATION}
    return sum(any(word in title for word in name.split()) for name in named)
