"""Choose different things: the weightiest first, then what adds most to what is already said."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from math import fsum
from types import MappingProxyType

from build_brief.compose.archive import Place
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import overlap

LEAST_DATED = 5
"""Of one that gives a date, which tells more in fewer words."""
REPEATS = 0.5
"""From this share of common words on, two sentences say the same thing to a reader."""
ADDS = 0.2
"""The same share for the leads of two sources, which tell one event: from here on the second adds nothing."""
LEAST_SHARED = 3
NOVELTY = 0.6
"""What a sentence loses for words already said, against its own weight."""
NEWS, ENOUGH_NEWS = 0.25, 45.0
"""What a sentence gains at most for new words, and what weight of them, some nine rare ones, earns it."""
OTHER_SOURCE = 0.12
"""What a sentence gains for coming from a source not used yet."""
NOTHING: Mapping[Place, float] = MappingProxyType({})
LEAST_WORDS, MOST_WORDS, MOST_OF_LEAD = 7, 55, 65
"""Of a sentence on a page: a shorter one tells nothing, a longer one is not read; a lead may pack more."""


def choose_different(
    file: StoryFile,
    candidates: Iterable[Passage],
    count: int,
    *,
    said: Sequence[Passage] = (),
    favour: Mapping[Place, float] = NOTHING,
) -> tuple[Passage, ...]:
    """Return up to `count` of `candidates` that repeat neither `said` nor each other, best first.

    `favour` is what a sentence gains for reasons of the one who asks.
    """
    left = [(passage, 0.0) for passage in candidates if is_readable(passage)]
    for passage in said:
        left = _compare(file, left, passage)
    chosen: list[Passage] = []
    while left and len(chosen) < count:
        known = (*said, *chosen)
        used = {other.place[0] for other in known}
        words = {word for other in known for word in other.terms}
        best, _ = max(
            left,
            key=lambda one: (
                _gain(file, one, used) + _measure_news(one[0], words) + favour.get(one[0].place, 0.0),
                -one[0].number,
                one[0].place,
            ),
        )
        chosen.append(best)
        left = _compare(file, left, best)
    return tuple(chosen)


def is_readable(passage: Passage) -> bool:
    """Tell whether a sentence has a length that tells something and can be read at once."""
    return LEAST_WORDS <= passage.words <= (MOST_WORDS if passage.number else MOST_OF_LEAD)


def is_reported(passage: Passage) -> bool:
    """Tell whether a sentence is fit for a dated section: the reporter's, not a quotation, and readable."""
    return LEAST_DATED <= passage.words <= MOST_WORDS and passage.statement.text[0] not in "“\"‘'"


def repeats(passage: Passage, known: Iterable[Passage]) -> bool:
    """Tell whether `passage` says again what one of `known` says."""
    return any(passage.place == other.place or measure_repeated(passage, other) >= REPEATS for other in known)


def measure_repeated(passage: Passage, other: Passage) -> float:
    """Return the share of words in common; one or two words in common repeat nothing."""
    shared = sum(word in other.terms for word in passage.terms)
    few = shared < min(LEAST_SHARED, len(passage.terms), len(other.terms))
    return 0.0 if few else overlap(passage.terms, other.terms)


def _compare(
    file: StoryFile, left: Iterable[tuple[Passage, float]], said: Passage
) -> list[tuple[Passage, float]]:
    """Return what is left after `said`, each with the largest share of its words said by now."""
    spoken = file.utterances.get(said.place, frozenset())
    compared = (
        (passage, max(repeated, measure_repeated(passage, said)))
        for passage, repeated in left
        if passage.place != said.place and not spoken & file.utterances.get(passage.place, frozenset())
    )
    return [(passage, repeated) for passage, repeated in compared if repeated < REPEATS]


def _measure_news(passage: Passage, known: Container[str]) -> float:
    """Return what a sentence gains for telling words not said yet: much new in it, much gained."""
    new = fsum([weight for word, weight in passage.terms.items() if word not in known])
    return NEWS * min(1.0, new / ENOUGH_NEWS)


def _gain(file: StoryFile, one: tuple[Passage, float], used: set[str]) -> float:
    passage, repeated = one
    gain = file.weights[passage.place] - NOVELTY * repeated
    return gain + (OTHER_SOURCE if used and passage.place[0] not in used else 0.0)
