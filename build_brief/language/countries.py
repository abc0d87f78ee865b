"""Countries by every name that news gives them, and the places that speak for their governments.

“Britain”, “the UK” and “British” point to the United Kingdom; “Beijing says” is China speaking, and
so are “the Kremlin” and “Downing Street” for theirs. Names are babel's (Unicode CLDR) where papers
print the same; `countries.yml` says where they do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from babel import Locale

from build_brief.language.vocabulary import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or a body of countries that speaks like one."""

    name: str
    """As printed: “United Kingdom”."""
    names: tuple[str, ...]
    """Every name, the printed one first."""
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    """Buildings and streets that stand for its government, without “the”."""
    people: tuple[str, ...]
    """Words for its people and what is theirs."""
    is_body: bool
    """True for the European Union and the United Nations."""


@cache
def read_countries() -> tuple[Country, ...]:
    """Return all countries, in the order of their codes."""
    entries = read_table("countries")
    territories = {str(code): str(name) for code, name in Locale("en").territories.items()}
    codes = {code for code in territories if code.isalpha() and code not in ("EZ", "QO", "XA", "XB", "ZZ")}
    return tuple(
        _read(entries.get(code, {}), territories.get(code, "")) for code in sorted(codes | set(entries))
    )


def _read(entry: dict[str, Any], known: str) -> Country:
    name = str(entry.get("name", known))
    plain = tuple(str(word).removeprefix("the ").removeprefix("The ") for word in entry.get("also", ()))
    return Country(
        name=name,
        names=tuple(dict.fromkeys((name, known, *plain) if known else (name, *plain))),
        capitals=tuple(entry.get("capital", ())),
        seats=tuple(dict.fromkeys(str(seat).removeprefix("the ") for seat in entry.get("seats", ()))),
        people=tuple(entry.get("people", ())),
        is_body=bool(entry.get("body", False)),
    )


def find_country(words: str) -> str | None:
    """Return the country that `words` name, belong to, or speak for; None when they do not.

    `words` are a name, a demonym, a capital or a seat as printed, without “the”.
    """
    return _pointers().get(words.replace("'", "’"))


@cache
def _pointers() -> MappingProxyType[str, str]:
    pointers: dict[str, str] = {}
    for country in read_countries():
        for word in (*country.names, *country.people, *country.capitals, *country.seats):
            pointers.setdefault(word.replace("'", "’"), country.name)
    return MappingProxyType(pointers)
