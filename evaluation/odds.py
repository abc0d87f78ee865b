"""Find how much each trait adds to the odds that something is right.

Logistic regression with a ridge, one weight after another by Newton's step (“coordinate descent”):
plain, and always the same for the same cases.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

ANY = ""
"""The trait that every case has."""
FEWEST = 8
"""Cases that a trait must have to weigh anything."""
RIDGE = 3.0
"""Cases' worth of belief that a trait adds nothing; 1 to 10 give the same within noise."""
ROUNDS = 40
LONGEST_STEP = 1.0

Case = tuple[tuple[str, ...], bool]
"""The traits of a case, and whether it proved right."""


def weigh_traits(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weight of each trait that `cases` show often enough, and of `ANY`."""
    counted = Counter(trait for traits, _ in cases for trait in set(traits))
    kept = [ANY, *sorted(trait for trait, number in counted.items() if number >= FEWEST)]
    holders: dict[str, list[int]] = {trait: [] for trait in kept}
    for place, (traits, _) in enumerate(cases):
        for trait in {ANY, *traits} & holders.keys():
            holders[trait].append(place)
    odds = [0.0] * len(cases)
    weights = dict.fromkeys(kept, 0.0)
    for _ in range(ROUNDS):
        for trait in kept:
            step = _find_step(cases, odds, holders[trait], weights[trait] if trait != ANY else None)
            weights[trait] += step
            for place in holders[trait]:
                odds[place] += step
    return {trait: round(weight, 3) for trait, weight in weights.items()}


def _find_step(
    cases: Sequence[Case], odds: Sequence[float], places: Sequence[int], weight: float | None
) -> float:
    """Return Newton's step for one weight; None is the weight of `ANY`, which no ridge holds back."""
    ridge = 0.0 if weight is None else RIDGE
    slope, bend = -ridge * (weight or 0.0), ridge + 1e-6
    for place in places:
        chance = find_chance(odds[place])
        slope += cases[place][1] - chance
        bend += chance * (1 - chance)
    return max(-LONGEST_STEP, min(LONGEST_STEP, slope / bend))


def find_chance(odds: float) -> float:
    """Return the chance that `odds`, a sum of weights, stands for."""
    return 1 / (1 + math.exp(-odds))


def judge_case(weights: Mapping[str, float], traits: Sequence[str]) -> float:
    """Return the chance that a case with `traits` is right."""
    return find_chance(weights.get(ANY, 0.0) + math.fsum(weights.get(trait, 0.0) for trait in traits))
