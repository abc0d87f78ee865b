"""Describe a group of names that are one person, body or place, as far as the group itself tells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_words
from build_brief.link.kept import Kept
from build_brief.link.names.forms import LocalName
from build_brief.link.names.roles import role_words
from build_brief.link.names.sides import find_owner, list_own_forms
from build_brief.model.annotations import Gender
from build_brief.model.dossier import EntityKind
from build_brief.model.memory import key_of

LONE = 3
"""Mentions that a person of one name needs, with an office or trade beside one: “President Suharman”."""
SEVERAL = 2
"""Mentions that make up for a name that says nothing of what it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """What a group of names tells of whom it names."""

    name: str
    evident: bool
    """True when it deserves a page."""
    aliases: tuple[str, ...]
    gender: Gender | None
    country: str | None
    """The country that it belongs to or speaks for."""
    roles: tuple[str, ...]
    staff_of: tuple[str, ...]
    """Bodies for which articles let a person speak whose role names none."""
    own_forms: frozenset[str]
    """Names and short forms of a body, apostrophes straight."""


def portray(groups: Iterable[Sequence[LocalName]], kept: Kept) -> list[Portrait]:
    """Return the portrait of each of `groups`; those that begin in one article are kept together."""
    if not kept.remembers:
        return list(map(_portray, groups))
    groups = tuple(groups)
    sheets: defaultdict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        sheets[group[0].article].append(at)
    portraits: dict[int, Portrait] = {}
    for article, places in sheets.items():
        sheet = [groups[at] for at in places]
        key = key_of("portraits", [[local.mark for local in group] for group in sheet])
        found = kept.memory.recall(tuple, key, partial(_portray_all, sheet), beside=article)
        portraits |= zip(places, found, strict=True)
    return [portraits[at] for at in range(len(groups))]


def _portray_all(groups: Iterable[Sequence[LocalName]]) -> tuple[Portrait, ...]:
    return tuple(map(_portray, groups))


def _portray(group: Sequence[LocalName]) -> Portrait:
    name = name_group(group)
    genders = {local.gender for local in group} - {Gender.UNKNOWN}
    return Portrait(
        name=name,
        evident=has_evidence(group),
        aliases=_find_aliases(group, name),
        gender=genders.pop() if len(genders) == 1 else None,
        country=find_owner(group),
        roles=tuple([role for local in group for role in local.roles]),
        staff_of=tuple([local.staff_of for local in group if local.staff_of]),
        own_forms=list_own_forms(group),
    )


def has_evidence(group: Sequence[LocalName]) -> bool:
    """Tell whether a group of local names deserves a page."""
    times = sum(local.times for local in group)
    kind = group[0].kind
    if kind is EntityKind.PERSON:
        return any(local.in_full for local in group) or (times >= LONE and _is_told_alone(group))
    if kind is EntityKind.PLACE:
        return times >= SEVERAL or any(local.words for local in group)
    return times >= SEVERAL or any(_tells_itself(local) for local in group)


def _is_told_alone(group: Sequence[LocalName]) -> bool:
    """Tell whether one name alone is somebody's: with an office or trade, and no plain word."""
    plain = word_share(plain_word(group[0].name)) > UNLISTED_SHARE
    return not plain and any(role_words(local.roles) for local in group)


def _tells_itself(local: LocalName) -> bool:
    """Tell whether a body's name is known or says what it is, not “Lammy’s office”."""
    words = tuple(token.text.replace("'", "’") for token in find_tokens(local.name.partition(" (")[0]))
    known = match_known(words, 0)
    if known and known[0] == len(words):
        return True
    if "’s" in words[:-1] and local.country is None:
        return False
    last = words[-1]
    listed = last in read_words("organisation_nouns") or "of" in words or "for" in words
    return listed or (last.islower() and last in ("ministry", "government", "administration"))


def name_group(group: Sequence[LocalName]) -> str:
    """Return the name most articles use among the fullest."""
    if group[0].kind is EntityKind.PLACE:
        return group[0].name
    counts: Counter[str] = Counter()
    for local in group:
        counts[local.name] += local.times
    full = [local.name for local in group if " " in local.name or group[0].kind is not EntityKind.PERSON]
    full = full or [local.name for local in group]
    titled = [name for name in full if name[0].isupper() and "’s " not in name] or full
    return max(titled, key=lambda name: (counts[name], len(name), name))


def _find_aliases(group: Sequence[LocalName], name: str) -> tuple[str, ...]:
    counts = Counter(words for local in group for words in local.words)
    others = {words: count for words, count in counts.items() if words.lower() != name.lower()}
    return tuple(sorted(others, key=lambda words: (-others[words], words)))
