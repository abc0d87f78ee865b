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
    doubts = {passage.place: 0 if passage in said else _count_doubts(passage, head) for passage in kept}
    weights = {place: weight - DOUBTED * doubts.get(place, 0) for place, weight in file.weights.items()}
    return replace(file, passages=kept, weights=weights, head=head, doubts=doubts)


def leave_doubted(file: StoryFile) -> StoryFile:
    """Return `file` without the passages that may lean, where there is enough besides."""
    doubted = [passage.place for passage in file.passages if file.doubts[passage.place]]
    doubted.sort(key=lambda place: (file.doubts[place], -file.weights[place], place))
    dropped = frozenset(doubted[max(0, ENOUGH - len(file.passages) + len(doubted)) :])
    return replace(file, passages=tuple(one for one in file.passages if one.place not in dropped))


def _count_doubts(passage: Passage, head: str) -> int:
    return passage.signs + sum(not is_introduced(noun, head) for noun in passage.doubts)


def _count_bodies(file: StoryFile, title: str, said: Sequence[Passage]) -> int:
    """Return how many bodies the title and the bottom line both name: “the company” may be the only one."""
    mentions = (m for passage in said for m in file.archive.mentions_in(passage.statement.evidence[0]))
    named = {m.name or m.span.text for m in mentions if m.kind is MentionKind.ORGANISATION}
    return sum(any(word in title for word in name.split()) for name in named)
