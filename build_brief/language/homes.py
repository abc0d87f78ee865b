"""Tell which country an article is at home in, and whose Senate or Foreign Ministry it means.

“The Senate” is America’s where an article names America or its states, Nigeria’s where it names
Nigeria again and again and America never. Where that is open, nobody’s is taken for another’s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from build_brief.language.known_names import find_country_of
from build_brief.language.vocabulary import read_table

LEAST = 2
"""Mentions of a country that make an article one of its own."""
LEAD = 2
"""Times that a country is named more often than the next."""


def count_homes(places: Iterable[str]) -> Counter[str]:
    """Return how often each country is named, by whatever place or people; `places` are listed names."""
    regions = _read("country_regions")
    return Counter(home for name in places if (home := regions.get(name) or find_country_of(name)))


def choose_home(homes: Counter[str]) -> str | None:
    """Return the country that an article names most; None when no country leads."""
    ranked = homes.most_common(2)
    if not ranked or ranked[0][1] < LEAST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= LEAD * second else None


def is_shared(name: str) -> bool:
    """Tell whether bodies of several countries have this name."""
    return name in _read("shared_bodies")


def find_home(name: str, homes: Counter[str]) -> str | None:
    """Return the country whose body a shared `name` means; None when that is the usual one, or open."""
    usual = find_usual_home(name)
    home = None if usual and (usual in homes or not homes) else choose_home(homes)
    return None if usual and home == "United States" else home  # it has neither Labour nor Parliament


def find_usual_home(name: str) -> str:
    """Return the country whose body a shared `name` means where nothing else is said; empty without one."""
    return _read("shared_bodies").get(name, "")


@cache
def _read(name: str) -> dict[str, str]:
    return {str(body): str(country) for country, bodies in read_table(name).items() for body in bodies}
