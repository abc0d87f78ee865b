"""Tell which of two places of one name an article means: Georgia beside Tbilisi is the country.

Where neighbours of both stand in the article, or of neither, nobody can say.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from build_brief.language.vocabulary import read_table


class Twins(NamedTuple):
    """Two places of one name."""

    country: str
    other: str
    """The name to print for the one that is no country."""
    beside_country: frozenset[str]
    beside_other: frozenset[str]


@cache
def read_twins() -> dict[str, Twins]:
    """Return the places of one name, by that name."""
    return {
        name: Twins(
            name, entry["other"], frozenset(entry["beside_country"]), frozenset(entry["beside_other"])
        )
        for name, entry in read_table("twin_places").items()
    }


def choose_twin(name: str, places: Collection[str]) -> str | None:
    """Return the name of the place meant in an article that names `places`; None when that is open.

    A name that no two places share is returned as it is.
    """
    twins = read_twins().get(name)
    if twins is None:
        return name
    country, other = (any(place in beside for place in places) for beside in twins[2:])
    if country == other:
        return None
    return twins.country if country else twins.other
