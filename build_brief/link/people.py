"""Decide which people of different articles are one: the same full name, and nothing against it.

In one story the same name is the same person. In two stories it is when a role, the country spoken
for, or other people named beside them agree, or when one article gives no role to disagree with. A
name that only looks alike is another person's.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.language.name_lists import read_titles
from build_brief.language.vocabulary import read_words
from build_brief.link.entity_names import LocalName
from build_brief.model.annotations import Gender

SHARED_COMPANY = 2
"""Names beside them that two articles must share when their roles do not agree."""
SMALL = frozenset(
    ["a", "an", "the", "of", "for", "and", "in", "at", "on", "with", "to", "from", "then", "former", "late", "his", "her", "its", "their", "who", "is", "was", "by"]
)


def plain_name(name: str) -> tuple[str, ...]:
    """Return a person's name without initials and suffixes, small."""
    words = [word for word in name.split() if word not in read_words("name_suffixes")]
    inner = [word for at, word in enumerate(words) if at in (0, len(words) - 1) or len(word.rstrip(".")) > 1]
    return tuple(word.lower().replace(".", "") for word in inner)


def join_people(names: Iterable[LocalName]) -> list[list[LocalName]]:
    """Return groups of local names, each one person, in order of the names given."""
    groups: list[list[LocalName]] = []
    by_name: dict[tuple[str, ...], list[list[LocalName]]] = {}
    for local in names:
        key = plain_name(local.name)
        able = by_name.setdefault(key, [])
        group = next((group for group in able if all(is_one(local, other) for other in group)), None)
        if group is None:
            group = []
            able.append(group)
            groups.append(group)
        group.append(local)
    return groups


def is_one(one: LocalName, other: LocalName) -> bool:
    """Tell whether nothing speaks against two bearers of one full name being one person."""
    if Gender.UNKNOWN not in (one.gender, other.gender) and one.gender is not other.gender:
        return False
    if one.story == other.story:
        return True
    if len(one.company & other.company) >= SHARED_COMPANY:
        return True
    ours, theirs = role_words(one.roles), role_words(other.roles)
    return not ours or not theirs or bool(ours & theirs)


def role_words(roles: Iterable[str]) -> frozenset[str]:
    """Return the telling words of roles, small; courtesy titles tell nothing."""
    words = {word.strip(",.").lower() for role in roles for word in role.replace("’s", "").split()}
    courtesy = {title.strip(".").lower() for title in list(read_titles())[:12]}
    return frozenset(words - SMALL - courtesy - {""})
