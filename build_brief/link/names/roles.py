"""Read the words of a role: what office it is, and what walk of life it shows."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from build_brief.language.vocabulary import read_forms, read_words

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lord", "lady", "dame", "prof"})
OFFICES = re.compile(r"\b(attorney|solicitor|surgeon|inspector|director|secretary|governor) general\b")
"""Offices whose “general” commands no army."""


@lru_cache(maxsize=65536)
def find_fields(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the walks of life that roles show; empty when they show none."""
    words = {part for word in role_words(roles) for part in (word, word.rpartition("-")[2])}
    return frozenset(field for word in sorted(words) for field in _fields().get(word, ()))


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for field, *words in read_forms("role_fields"):
        for word in (_offices().get(word, word) for word in words):
            found[word] = (*found.get(word, ()), field)
    return found


@lru_cache(maxsize=65536)
def role_words(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the telling words of roles, small; courtesy titles tell nothing."""
    plain = (OFFICES.sub(r"\1-general", role.replace("’s", "").lower()) for role in roles)
    words = {word.strip(",.") for role in plain for word in role.split()}
    telling = words - read_words("role_small_words") - COURTESY - {""}
    return frozenset(_offices().get(word, word) for word in telling)


@lru_cache(maxsize=65536)
def office_words(roles: tuple[str, ...]) -> frozenset[str]:
    """Return the words of `role_words` that few hold at a time."""
    return role_words(roles) - read_words("many_hold")


@cache
def _offices() -> dict[str, str]:
    return {word: forms[0] for forms in read_forms("office_forms") for word in forms}
