"""Tell whether a body or country is heard through one who speaks for it: its director, its president.

“OPM Director Katherine Archuleta” answers for the OPM, “French President” for France. Where one of
them says something in a story, the page must not call the body or the country silent.
"""

from __future__ import annotations

import re

from build_brief.compose.archive import Archive
from build_brief.language.countries import find_country
from build_brief.model.dossier import Entity

WORD = re.compile(r"[^\W\d_][\w.’'-]*")
SHORT = 2
"""Letters of an abbreviation, at least."""


def hear_roles(archive: Archive) -> tuple[str, ...]:
    """Return the roles of all who say something in these articles."""
    speakers = {said.speaker for quotes in archive.quotes.values() for said in quotes if said.speaker}
    entities = (archive.entities[one] for one in sorted(speakers) if one in archive.entities)
    return tuple(m.role.text for entity in entities for m in entity.mentions if m.role)


def is_heard(actor: Entity, roles: tuple[str, ...]) -> bool:
    """Tell whether one of `roles` is held at `actor` or for it."""
    short = "".join(word[0] for word in actor.name.split() if word[0].isupper())
    names = {actor.name, *actor.aliases, *([short] if len(short) >= SHORT else [])}
    country = find_country(actor.name)
    return any(
        any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", role) for name in names)
        or (country is not None and any(find_country(word) == country for word in WORD.findall(role)))
        for role in roles
    )
