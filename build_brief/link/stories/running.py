"""Tell which story goes on from which: the race that opens three days after a lost primary.

Two stories run on when they share most of what they are about, and the later begins one to twenty
days after the earlier. A story follows one other at most, the one it is most like, so that a long
affair reads as a chain. They stay two stories: what is one event is decided elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import fsum

from build_brief.link.stories.terms import Terms

THRESHOLD = 0.15
"""Mean likeness of their articles, days aside. Of 30 links among 1,800 articles of eight years of news, 28
were steps of one affair; at .12 half are only of one subject."""
MOST_DAYS = 20
NAMES = 2
"""Of the words two stories share, the heaviest; they are the name of somebody, who may do two things in a
month that have nothing to do with each other."""
MORE_THAN_NAMES = 0.06
"""What the other shared words must add to the likeness."""
TELLING_TERMS = 20
SHARED_TELLING_TERMS = 3
NEAREST = 25
"""Stories that one word may call up, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A story as it is compared: its first day, and the sums of its articles' terms."""

    day: int | None
    terms: Terms
    articles: int


def find_followed(tellings: Sequence[Telling]) -> dict[int, int]:
    """Return for each story that goes on from another the place of that other in `tellings`."""
    dated = [at for at, telling in enumerate(tellings) if telling.day is not None]
    dated.sort(key=lambda at: (tellings[at].day or 0, at))
    holding: defaultdict[str, list[int]] = defaultdict(list)
    followed: dict[int, int] = {}
    for at in dated:
        telling = _find_telling(tellings[at])
        likeliest = max(_compare(at, telling, holding, tellings), default=None)
        if likeliest:
            followed[at] = -likeliest[1]
        for word in telling:
            holding[word].append(at)
    return followed


def _find_telling(telling: Telling) -> list[str]:
    """Return the heaviest words; those of one article are in their order."""
    terms = telling.terms
    ordered = terms if telling.articles == 1 else sorted(terms, key=lambda word: (-terms[word], word))
    return list(islice(ordered, TELLING_TERMS))


def _compare(
    at: int, telling: Sequence[str], holding: dict[str, list[int]], tellings: Sequence[Telling]
) -> Iterator[tuple[float, int]]:
    """Yield likeness and, negative so that the first of equals wins, the place of each story like enough."""
    later = tellings[at]
    shared = Counter(other for word in telling for other in holding[word][-NEAREST:])
    for other in [other for other, times in shared.items() if times >= SHARED_TELLING_TERMS]:
        earlier = tellings[other]
        gap = (later.day or 0) - (earlier.day or 0)
        if 0 < gap <= MOST_DAYS:
            likeness, rest = _measure(earlier, later)
            if likeness >= THRESHOLD and rest >= MORE_THAN_NAMES:
                yield likeness, -other


def _measure(earlier: Telling, later: Telling) -> tuple[float, float]:
    """Return how like two stories are, and how much of it is more than a name."""
    pairs = earlier.articles * later.articles
    shared = sorted(
        (weight * later.terms[word] / pairs for word, weight in earlier.terms.items() if word in later.terms),
        reverse=True,
    )
    return fsum(shared), fsum(shared[NAMES:])


def find_tying_terms(earlier: Terms, later: Terms, most: int) -> tuple[str, ...]:
    """Return the words that two stories share, in plain form, weightiest first."""
    shared = {word: weight * later[word] for word, weight in earlier.items() if word in later}
    return tuple(sorted(shared, key=lambda word: (-shared[word], word))[:most])
