"""Choose different things: the weightiest first, then what adds most to what is already said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import overlap

REPEATS = 0.5
"""From this share of common words on, two sentences say the same thing to a reader."""
NOVELTY = 0.6
"""What a sentence loses for words already said, against its own weight."""
OTHER_SOURCE = 0.08
"""What a sentence gains for coming from a source not used yet."""
LEAST_WORDS, MOST_WORDS = 7, 55
"""Of a sentence on a page: a shorter one tells nothing, a longer one is not read."""


def choose_different(
    file: StoryFile, candidates: Iterable[Passage], count: int, *, said: Sequence[Passage] = ()
) -> tuple[Passage, ...]:
    """Return up to `count` of `candidates` that repeat neither `said` nor each other, best first."""
    left = [passage for passage in candidates if LEAST_WORDS <= passage.words <= MOST_WORDS]
    chosen: list[Passage] = []
    while left and len(chosen) < count:
        known = [*said, *chosen]
        left = [passage for passage in left if not repeats(passage, known)]
        if left:
            best = max(left, key=lambda passage: (_gain(file, passage, known), *_reversed(passage)))
            chosen.append(best)
            left.remove(best)
    return tuple(chosen)


def repeats(passage: Passage, known: Iterable[Passage]) -> bool:
    """Tell whether `passage` says again what one of `known` says."""
    return any(
        passage.place == other.place or overlap(passage.terms, other.terms) >= REPEATS for other in known
    )


def _gain(file: StoryFile, passage: Passage, known: Sequence[Passage]) -> float:
    repeated = max((overlap(passage.terms, other.terms) for other in known), default=0.0)
    used = {other.place[0] for other in known}
    gain = file.weights[passage.place] - NOVELTY * repeated
    return gain + (OTHER_SOURCE if used and passage.place[0] not in used else 0.0)


def _reversed(passage: Passage) -> tuple[int, int]:
    """Among equals the earlier sentence wins."""
    return -passage.number, -passage.place[1]
