"""One person, body or place as one article names it, and the key under which it may be another's too.

It holds words and numbers, no mentions: an article that is as it was need not be opened to compare its names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from build_brief.language.body_names import body_key
from build_brief.language.countries import find_country
from build_brief.language.governments import find_party_country, is_government, serves_country, split_body
from build_brief.language.known_names import find_country_of, find_listed
from build_brief.model.annotations import Gender, MentionKind
from build_brief.model.dossier import EntityKind
from build_brief.model.namings import Place

TURNED = ("ministry", "department")
SURE = 0.9
"""Confidence from which a mention counts as the entity's."""
KINDS = {
    MentionKind.PERSON: EntityKind.PERSON,
    MentionKind.ORGANISATION: EntityKind.ORGANISATION,
    MentionKind.PLACE: EntityKind.PLACE,
    MentionKind.NATIONALITY: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Whom and what one article names, each by its name; all its names share one."""

    people: frozenset[str]
    """People named in full, those that many articles name left out."""
    circle: frozenset[str]
    """All people named in full."""
    bodies: frozenset[str]
    """All bodies named in full."""
    company: frozenset[str]
    """Bodies, those that many articles name left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalName:
    """One person, body or place as one article names it."""

    article: str
    story: str
    """The id of the article's story; the article's own when it has none."""
    kind: EntityKind
    name: str
    """The fullest name in the article, or the listed one."""
    key: str
    """Names with one key may be one entity."""
    country: str | None
    """The country it is, belongs to or speaks for, as far as its name tells."""
    places: tuple[Place, ...]
    """Where it stands, pronouns and role phrases included, by offset; never empty."""
    words: tuple[str, ...]
    """Its names as printed, on one line, in order; pronouns and role phrases are none."""
    demonyms: tuple[str, ...]
    """Words such as “French” that name it beside these."""
    in_full: bool
    """True when one of these is a whole name."""
    roles: tuple[str, ...]
    """The roles beside its mentions."""
    offices: tuple[str, ...]
    """Roles with the country that follows the name: “Chile Foreign Minister”."""
    seats: tuple[str, ...]
    """First letters of the states in “(R-Ohio)”, which “Tex.”, “TX” and “Texas” share."""
    gender: Gender
    """What the article tells; UNKNOWN when it tells nothing, or both."""
    around: Around = field(repr=False)
    """All that the article names, this one among it."""
    mark: str = ""
    """What tells it from every other local name, in this build and the next; empty when nothing is kept."""
    staff_of: str | None = None
    """The body for which somebody speaks whose role names none."""

    @property
    def times(self) -> int:
        """How often its article names it."""
        return len(self.words) + len(self.demonyms)


def read_key(kind: EntityKind, name: str, countries: Counter[str]) -> tuple[EntityKind, str, str | None]:
    """Return kind, key and country of a name; a country's government is the country itself."""
    if kind is EntityKind.PERSON:
        return kind, name, None
    if kind is EntityKind.PLACE:
        return kind, name, find_country(name)
    country, rest = split_body(name)
    if country and is_government(rest):
        return EntityKind.PLACE, country, country
    own = _read_own_key(country, rest) if country else None
    if own:
        return kind, own, country
    noun = name.rpartition(" ")[2].lower()
    if noun in ("government", "administration"):
        return kind, f"government: {name.rpartition(' ')[0].casefold()}", find_party_country(name, countries)
    turned = country is None and rest.endswith(TURNED)
    return kind, rest if turned else body_key(name), find_country_of(name)


def _read_own_key(country: str, rest: str) -> str | None:
    """Return the key of a country's own body; None for “French club”, which only stands in it."""
    listed = find_listed(rest, country)
    if listed:
        return body_key(listed)
    return f"{country}: {rest}" if serves_country(rest) else None
