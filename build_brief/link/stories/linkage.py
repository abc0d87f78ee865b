"""Average linkage over a sparse graph: what belongs together, without comparing all with all.

Two groups are as near as their articles are on average, and less so the more days lie between
them. The nearest two are joined again and again until none are near enough. Only groups with
a common neighbour link are ever compared, so the work grows with the links, not the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import exp
from statistics import median_low
from typing import NamedTuple

from build_brief.link.stories.terms import Terms, similarity

FADING_DAYS = 10.0
DISTANT_SHARE = 0.5
"""What is left of the likeness of two articles when many days lie between them: the same words a
year later are mostly the next such event. Not less, because sources carry wrong days. Values from
.4 to .6 and 5 to 20 days give the same figures within .02 (evaluation/stories.py)."""


FIRM_FADING_DAYS = 4.0
FIRM_DISTANT_SHARE = 0.2
"""The same when both days are firm: then the next such event is nearly certain, and what came of the event
three days later is a story of its own, which is linked and not joined."""


class Day(NamedTuple):
    """The day an article gives, and whether its own words agree."""

    ordinal: int
    firm: bool


@dataclass(slots=True)
class Group:
    """Articles joined so far."""

    members: list[int]
    terms: Terms
    """Sums of the members' terms."""
    days: list[Day]
    """The members' days, unknown ones left out."""
    near: set[int]
    """Groups that share a link with it."""
    day: Day | None = field(init=False)
    """The middle of the firm days, or of all when none is firm: one wrong day does not move it."""

    def __post_init__(self) -> None:
        """Find the middle day once: it is compared with every neighbour."""
        firm = [day for day in self.days if day.firm]
        self.day = median_low(firm or self.days) if self.days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is decided before likeness counts; indices into the terms."""

    together: tuple[tuple[int, ...], ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """For each index, those that may not share its group."""


UNBOUND = Bounds()


def join_nearest(
    terms: tuple[Terms, ...],
    days: tuple[Day | None, ...],
    links: Iterable[tuple[int, int]],
    *,
    threshold: float,
    bounds: Bounds = UNBOUND,
) -> list[list[int]]:
    """Return the groups of indices into `terms`, each in rising order, in order of the first index."""
    groups = {
        number: Group(members=[number], terms=weights, days=[] if day is None else [day], near=set())
        for number, (weights, day) in enumerate(zip(terms, days, strict=True))
    }
    for one, other in links:
        groups[one].near.add(other)
        groups[other].near.add(one)
    _join_bound(groups, bounds)
    heap = [
        (-likeness, number, other)
        for number, group in groups.items()
        for other in sorted(group.near)
        if other < number and (likeness := nearness(group, groups[other])) >= threshold
    ]
    heapify(heap)
    _join(groups, heap, threshold, bounds)
    return sorted(sorted(group.members) for group in groups.values())


def nearness(one: Group, other: Group) -> float:
    """Return the mean likeness of the articles of two groups, faded by the days between them."""
    pairs = len(one.members) * len(other.members)
    likeness = similarity(one.terms, other.terms) / pairs
    if one.day is None or other.day is None:
        return likeness
    firm = one.day.firm and other.day.firm
    rest, days = (FIRM_DISTANT_SHARE, FIRM_FADING_DAYS) if firm else (DISTANT_SHARE, FADING_DAYS)
    fading = exp(-abs(one.day.ordinal - other.day.ordinal) / days)
    return likeness * (rest + (1 - rest) * fading)


def _join_bound(groups: dict[int, Group], bounds: Bounds) -> None:
    """Join what is bound together; every group keeps the number of its first member."""
    first = list(range(len(groups)))
    for bound in bounds.together:
        for other in bound[1:]:
            low, high = sorted((_root(first, bound[0]), _root(first, other)))
            first[high] = low
    for number in range(len(first)):
        head = _root(first, number)
        if head != number:
            groups[head] = _merge(groups[head], groups.pop(number))
    for number, group in groups.items():
        group.near = {_root(first, near) for near in group.near} - {number}


def _root(first: list[int], at: int) -> int:
    while first[at] != at:
        at = first[at]
    return at


def _are_apart(one: Group, other: Group, bounds: Bounds) -> bool:
    none: frozenset[int] = frozenset()
    return any(not bounds.apart.get(member, none).isdisjoint(other.members) for member in one.members)


def _join(
    groups: dict[int, Group], heap: list[tuple[float, int, int]], threshold: float, bounds: Bounds
) -> None:
    number = max(groups, default=-1) + 1
    while heap:
        _, one, other = heappop(heap)
        if one not in groups or other not in groups:
            continue
        if bounds.apart and _are_apart(groups[one], groups[other], bounds):
            continue
        joined = _merge(groups.pop(one), groups.pop(other))
        joined.near -= {one, other}
        for near in sorted(joined.near):
            neighbour = groups[near]
            neighbour.near -= {one, other}
            neighbour.near.add(number)
            if (likeness := nearness(joined, neighbour)) >= threshold:
                heappush(heap, (-likeness, number, near))
        groups[number] = joined
        number += 1


def _merge(one: Group, other: Group) -> Group:
    if len(one.terms) < len(other.terms):
        one, other = other, one
    terms = dict(one.terms)
    for word, weight in other.terms.items():
        terms[word] = terms.get(word, 0.0) + weight
    return Group(
        members=one.members + other.members,
        terms=terms,
        days=one.days + other.days,
        near=one.near | other.near,
    )
