"""Tell whether a body or country is heard through one who speaks for it: its director, its president.

“OPM Director Katherine Archuleta” answers for the OPM, “French President” for France. Where one of
them says something in a story, the page must not call the body or the country silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_brief.compose.archive import Archive
from build_brief.language.countries import find_country
from build_brief.model.dossier import Entity

WORD = re.compile(r"[^\W\d_][\w.’'-]*")
SHORT = 2
"""Letters of an abbreviation, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The roles of all who say something, laid out so that many actors can be looked up."""

    words: str
    """Each role once, a line each."""
    countries: frozenset[str]
    """What their words name or belong to."""


def hear_roles(archive: Archive) -> Heard:
    """Return the roles of all who say something in these articles."""
    speakers = {said.speaker for quotes in archive.quotes.values() for said in quotes if said.speaker}
    entities = (archive.entities[one] for one in sorted(speakers) if one in archive.entities)
    return lay_out(m.role.text for entity in entities for m in entity.titled if m.role)


def lay_out(roles: Iterable[str]) -> Heard:
    """Return `roles` as they are looked up."""
    words = "\n".join(role.replace("\n", " ") for role in dict.fromkeys(roles))
    named = map(find_country, dict.fromkeys(WORD.findall(words)))
    return Heard(words=words, countries=frozenset(filter(None, named)))


def is_heard(actor: Entity, heard: Heard) -> bool:
    """Tell whether a role that is `heard` is held at `actor` or for it."""
    if find_country(actor.name) in heard.countries:
        return True
    short = "".join(word[0] for word in actor.name.split() if word[0].isupper())
    names = {actor.name, *actor.aliases, *([short] if len(short) >= SHORT else [])}
    return any(
        name in heard.words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", heard.words) for name in names
    )
