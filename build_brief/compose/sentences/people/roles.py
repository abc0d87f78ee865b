"""Know the words beside a name that say what somebody is, from words that only point at another.

A role is read without its article: “Its secretary general” is a secretary general, “the group’s
director” a director, a “controversial governor” a governor, and what a relative clause tells is no role.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from build_brief.language.role_judgements import find_role_start
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span

OWNERS = re.compile(r"(?:its|his|her|their|our|my|whose)\s+", re.IGNORECASE)
OWNED = re.compile(r"(?:\b(?:its|his|her|their|our|my|whose)|[’']s?) (?:[a-z-]+ )?$", re.IGNORECASE)
"""What stands before a role when it is somebody’s: “his late wife”."""
LONGEST_OWNER = 20
REMEMBERED = 65_536
"""Roles: a page of a person asks for all of them at each build, and sources repeat themselves."""
CLAUSE = re.compile(r",?\s+(?:who|whom|whose|which|that)\b|\s*\([^)]*$|\s+at an? (?:news|press)\b")
"""What ends a role: a clause, a bracket that does not close, the occasion."""
FINITE = re.compile(
    r"^(?:[Nn]either|[Ee]ither|[Bb]oth)\b|\bM(?:r|s|rs)\.$"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says)\b"
)
"""What no role holds: “the president have nothing on Mo”."""
RELATIVES = frozenset(
    {"wife", "husband", "partner", "fiancé", "fiancée", "son", "daughter", "brother", "sister", "father"}
    | {"mother", "cousin", "uncle", "aunt", "nephew", "niece", "friend", "girlfriend", "boyfriend", "child"}
)


def read_role(role: Span) -> Span | None:
    """Return the words of `role` that say what somebody is; None when they only point at another.

    A “Chinese counterpart” is one only beside the other, and “his wife” is whose?
    """
    article, start = role.article, role.start
    # One letter more: it tells whether a word begins there.
    found = _find_role(role.text, article.text[max(0, start - LONGEST_OWNER - 1) : start])
    return article.span(start + found[0], start + found[1]) if found else None


@lru_cache(maxsize=REMEMBERED)
def _find_role(text: str, before: str) -> tuple[int, int] | None:
    """Return where in `text`, which stands after `before`, the words of a role begin and end."""
    end = found.start() if (found := CLAUSE.search(text)) else len(text)
    owner = OWNERS.match(text) or _groups().match(text)
    start = owner.end() if owner and owner.end() < end else 0
    start = min(find_role_start(text, start), end)
    last = text[start:end].split()[-1:]
    noun = last[0].strip(",").lower() if last else ""
    owned = owner or OWNED.search(before, max(0, len(before) - LONGEST_OWNER))
    kin = noun in RELATIVES and (owned or (start == 0 and " " not in text[:end].strip()))
    if not noun or noun in read_words("relative_roles") or kin or FINITE.search(text[start:end]):
        return None
    if any(text[start:end].count(mark) % 2 for mark in '"') or text[start:end].count("“") != text[
        start:end
    ].count("”"):
        return None
    return start, end


@cache
def _groups() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, read_words("epithet_nouns") | {"app", "agency", "institute"})))
    return re.compile(rf"the (?:{words})(?:[’']s|(?<=s)[’'])\s+", re.IGNORECASE)
