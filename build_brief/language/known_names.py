"""Names that news prints without saying what they are: countries, cities, bodies, their short forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from build_brief.language.countries import Country, find_country, read_countries
from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_forms
from build_brief.model.annotations import MentionKind


class KnownName(NamedTuple):
    """What a listed name names."""

    kind: MentionKind
    name: str
    """The name it is listed under: “United Kingdom” for “Britain” and for “British”."""
    country: str | None
    """The country it is, belongs to or speaks for; None when that is not listed."""


def match_known(words: Sequence[str], at: int) -> tuple[int, KnownName] | None:
    """Return the longest listed name that starts with word `at`, and how many words it has.

    `words` are tokens as printed, with curly apostrophes. None when none starts there.
    """
    for parts, known in _index().get(words[at], ()):
        if tuple(words[at : at + len(parts)]) == parts:
            return len(parts), known
    return None


@lru_cache(maxsize=65536)
def find_country_of(name: str) -> str | None:
    """Return the country that a listed name is, belongs to or speaks for; None when that is not listed."""
    words = tuple(token.text.replace("'", "’") for token in find_tokens(name))
    known = match_known(words, 0) if words else None
    return known[1].country if known and known[0] == len(words) else None


def find_listed(rest: str, country: str) -> str | None:
    """Return the listed body of `country` that is `rest`, in small letters, without the country's name.

    “U.S. Navy” is the Navy that is listed as of the United States; None when no such body is listed.
    """
    return _bodies_of().get((rest, country))


@cache
def _bodies_of() -> dict[tuple[str, str], str]:
    listed = _read_list("known_organisations", MentionKind.ORGANISATION)
    return {(printed.lower(), known.country): known.name for printed, known in listed if known.country}


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], KnownName], ...]]:
    names: dict[tuple[str, ...], KnownName] = {}
    for printed, known in _all():
        parts = tuple(token.text.replace("'", "’") for token in find_tokens(printed))
        names.setdefault(parts, known)
    index: dict[str, list[tuple[tuple[str, ...], KnownName]]] = {}
    for parts, known in names.items():
        index.setdefault(parts[0], []).append((parts, known))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in index.items()}


def _all() -> Iterator[tuple[str, KnownName]]:
    for country in read_countries():
        yield from _name_country(country)
    yield from _read_list("known_organisations", MentionKind.ORGANISATION)
    yield from _read_list("known_places", MentionKind.PLACE)


def _name_country(country: Country) -> Iterator[tuple[str, KnownName]]:
    kind = MentionKind.ORGANISATION if country.is_body else MentionKind.PLACE
    for name in country.names:
        yield name, KnownName(kind, country.name, country.name)
    for name in country.people:
        yield name, KnownName(MentionKind.NATIONALITY, country.name, country.name)
    for name in country.capitals:
        yield name, KnownName(MentionKind.PLACE, country.capitals[0], country.name)
    for name in country.seats:
        yield name, KnownName(MentionKind.ORGANISATION, name, country.name)


def _read_list(name: str, kind: MentionKind) -> Iterator[tuple[str, KnownName]]:
    for forms in read_forms(name):
        last, _, code = forms[-1].partition(" = ")
        country = _by_code().get(code)
        printed = (*forms[:-1], last.strip())
        for form in printed:
            yield form, KnownName(kind, printed[0].removeprefix("The "), country)


@cache
def _by_code() -> dict[str, str | None]:
    names = {"US": "U.S.", "GB": "Britain", "RU": "Russia", "CN": "China", "IL": "Israel"}
    return {code: find_country(name) for code, name in names.items()}
