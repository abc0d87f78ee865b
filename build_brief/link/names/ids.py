"""Give each entity an address: readable, plain ASCII, nobody else's, the same on every run."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256

from build_brief.link.names.forms import LocalName
from build_brief.link.names.roles import role_words
from build_brief.model.dossier import EntityId, EntityKind

LONGEST = 80
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | {"œ": "oe", "Œ": "Oe", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "’": "", "'": "", "&": " and "}
)


def name_entities(groups: Sequence[tuple[Sequence[LocalName], str]]) -> tuple[EntityId, ...]:
    """Return an id for each group with its name; of two alike, the most mentioned has the plain one."""
    alike: dict[str, list[int]] = defaultdict(list)
    for at, (group, name) in enumerate(groups):
        alike[f"{group[0].kind.value}/{write_slug(name)}"].append(at)
    found: dict[int, str] = {}
    taken = set(alike)
    numbers: dict[str, int] = {}
    for base, places in sorted(alike.items()):
        ranked = sorted(places, key=lambda at: _rank(groups[at][0])) if len(places) > 1 else places
        first, *others = ranked
        found[first] = base
        for at in others:
            found[at] = _free(base, groups[at][0], taken, numbers)
            taken.add(found[at])
    return tuple(EntityId(found[at]) for at in range(len(groups)))


@lru_cache(maxsize=65536)
def write_slug(name: str) -> str:
    """Return `name` in small ASCII letters with hyphens; a digest when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].strip("-")
    return slug or "name-" + sha256(name.encode("utf-8", "replace")).hexdigest()[:8]


def _rank(group: Sequence[LocalName]) -> tuple[int, str, int]:
    mentions = sum(len(local.places) for local in group)
    return -mentions, group[0].article, group[0].places[0][0]


def _free(base: str, group: Sequence[LocalName], taken: set[str], numbers: dict[str, int]) -> str:
    """Return `base` with a word of the person's role, or else a number above those in `numbers`."""
    if group[0].kind is EntityKind.PERSON:
        for local in group:
            for role in local.roles:
                words = role_words((role,))
                head = next((w for w in reversed(role.lower().split()) if w.strip(",.") in words), "")
                if head and f"{base}-{write_slug(head)}" not in taken:
                    return f"{base}-{write_slug(head)}"
    number = numbers.get(base, 2)
    while f"{base}-{number}" in taken:
        number += 1
    numbers[base] = number + 1
    return f"{base}-{number}"
