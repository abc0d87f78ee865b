"""Gather the people of an article, each with every form of the name that the article prints.

“Lammy” is David Lammy once he has been named, “Wang” is Wang Yi where no other Wang has come up;
“Dick Durbin” and “Richard J. Durbin” are one, Donald Trump and Donald Trump Jr. are two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_brief.analyse.names.found import Found
from build_brief.language.name_lists import is_given_name
from build_brief.language.personal_names import may_be_one_name, split_personal_name
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Gender, MentionKind

GUESS = 0.6
NUMBER = re.compile(r"[ivx]+")
Group = tuple[set[tuple[str, ...]], list[int]]
"""Printed forms of one name, and the places of the names that have them."""
KIN = frozenset(
    {"father", "mother", "brother", "sister", "husband", "wife", "son", "daughter", "cousin", "uncle", "aunt"}
    | {"nephew", "niece", "widow", "widower", "grandfather", "grandmother", "grandson", "granddaughter"}
    | {"stepfather", "stepmother", "dad", "mum", "mom", "lady"}
)
"""Roles of somebody who is named for the sake of another of the family; “lady” is the first one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One person of the article."""

    name: str
    """The fullest name the article gives."""
    forms: frozenset[tuple[str, ...]]
    """Every full form, plain."""
    printed: frozenset[tuple[str, ...]]
    """Every full form as printed."""
    generation: str
    """“jr”, “sr” or a Roman number; empty without one."""
    places: tuple[int, ...]
    """Numbers of the lines that name the person in full."""
    gender: Gender
    roles: frozenset[str]
    """Words of its roles, small."""
    confidence: float = 1.0
    """That this is a person at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearers:
    """The people of an article, in order of appearance."""

    people: tuple[Bearer, ...]
    by_word: Mapping[str, tuple[Bearer, ...]]
    """Those with a word in their name, small."""

    def having(self, word: str) -> tuple[Bearer, ...]:
        """Return those with `word`, small, in their name."""
        return self.by_word.get(word, ())


@lru_cache(maxsize=4096)
def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without suffix and initials, small."""
    kept = [word for word in words if word not in read_words("name_suffixes")]
    inner = [word for at, word in enumerate(kept) if at in (0, len(kept) - 1) or not _is_initial(word)]
    return tuple(word.lower().replace(".", "") for word in inner)


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def gather_bearers(found: Sequence[Found], roles: Sequence[frozenset[str]]) -> Bearers:
    """Return the people named in full, in order of appearance; `roles` are each found name's role words."""
    groups: list[Group] = []
    by_last: defaultdict[str, list[Group]] = defaultdict(list)
    owner: dict[tuple[str, ...], Group] = {}
    for at, name in enumerate(found):
        group = owner.get(name.words) or _find_group(name.words, roles[at], by_last)
        group = group if group[0] else _find_numbered(name.words, roles[at], by_last, roles) or group
        if not group[0]:
            groups.append(group)
            by_last[split_personal_name(name.words).last].append(group)
        owner[name.words] = group
        group[0].add(name.words)
        group[1].append(at)
    return index_people(
        tuple(_describe(forms, [(found[at], roles[at]) for at in places]) for forms, places in groups)
    )


def _find_group(
    words: tuple[str, ...], role: frozenset[str], by_last: defaultdict[str, list[Group]]
) -> Group:
    """Return the one group that a full name fits; a new one when none or several do.

    A nickname joins nobody who is introduced as another's kin.
    """
    first, _, last, *_ = split_personal_name(words)
    able = [group for group in by_last[last] if all(may_be_one_name(words, one) for one in group[0])]
    same = [group for group in able if any(split_personal_name(one).first == first for one in group[0])]
    able = [group for group in same if words in group[0]] if role & KIN else same or able
    if len(able) == 1:
        return able[0]
    return set(), []


def _find_numbered(
    words: tuple[str, ...],
    role: frozenset[str],
    by_last: defaultdict[str, list[Group]],
    roles: Sequence[frozenset[str]],
) -> Group | None:
    """Return the one of the same office whom a number alone sets apart: “President Juan Roa [III]”."""
    generation = split_personal_name(words).generation
    able = [
        group
        for group in by_last[split_personal_name(words).last]
        if all(may_be_one_name(words, one, generations=False) for one in group[0])
        and all(role & roles[at] for at in group[1])
        and NUMBER.fullmatch(generation or split_personal_name(min(group[0])).generation)
    ]
    return able[0] if len(able) == 1 else None


def add_surnames(bearers: Bearers, surnames: Iterable[tuple[Found, float]]) -> Bearers:
    """Return the people with `surnames` added, which nobody bears: those whom nothing else names."""
    lone: dict[str, list[tuple[Found, float]]] = {}
    for name, confidence in surnames:
        lone.setdefault(name.words[0], []).append((name, confidence))
    added = [
        Bearer(
            name=word,
            forms=frozenset({plain((word,)) or (word.lower(),)}),
            printed=frozenset({(word,)}),
            generation="",
            places=tuple(name.line for name, _ in found),
            gender=_join_genders(name for name, _ in found),
            roles=frozenset(),
            confidence=max(confidence for _, confidence in found),
        )
        for word, found in lone.items()
    ]
    return index_people((*bearers.people, *added))


def _join_genders(names: Iterable[Found]) -> Gender:
    genders = {name.gender for name in names} - {Gender.UNKNOWN}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


def index_people(people: tuple[Bearer, ...]) -> Bearers:
    """Return `people`, to be found by each word of their names."""
    by_word: defaultdict[str, list[Bearer]] = defaultdict(list)
    for bearer in people:
        for word in sorted({word for form in bearer.forms for word in form}):
            by_word[word].append(bearer)
    return Bearers(people=people, by_word={word: tuple(able) for word, able in by_word.items()})


def demote(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the names, those that only end or open a fuller name no longer full: “de la Vega”, “Juan Luis”.

    “Bartier Cardi” is no fuller name of Cardi B.
    """
    names = _trim(tuple(found))
    forms = {plain(name.words) for name in names if name.is_full and name.kind is MentionKind.PERSON}
    ends = {form[at:] for form in forms for at in range(1, len(form) - 1)}
    ends |= {form[:at] for form in forms for at in range(2, len(form))}
    stage = {form[0] for form in forms if len(form) == 2 and len(form[1]) == 1}  # noqa: PLR2004
    return tuple(
        name._replace(is_full=False)
        if name.is_full and name.kind is MentionKind.PERSON and _is_less(name.words, ends, stage)
        else name
        for name in names
    )


def _trim(names: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the names without the word of scorn or office before a full name that also stands alone."""
    full = {name.words for name in names if name.is_full and name.kind is MentionKind.PERSON}
    return tuple(
        name._replace(first=name.first + 1, words=name.words[1:])
        if name.words in full and name.words[1:] in full and _is_led(name.words)
        else name
        for name in names
    )


def _is_led(words: tuple[str, ...]) -> bool:
    """Tell whether a word that is no given name stands before one: “Slippery Ann Lee”."""
    return not is_given_name(words[0]) and is_given_name(words[1])


def _is_less(words: tuple[str, ...], ends: set[tuple[str, ...]], stage: set[str]) -> bool:
    """Tell whether words only end a fuller name, or are a song by one with a letter for a surname."""
    form = plain(words)
    return form in ends or (len(form) > 1 and form[-1] in stage and not is_given_name(words[0]))


def find_bearer(words: tuple[str, ...], bearers: Bearers) -> Bearer | None:
    """Return who bears a full name."""
    form = plain(words) or words
    return next((bearer for bearer in bearers.having(form[0]) if words in bearer.printed), None)


def _describe(forms: set[tuple[str, ...]], names: list[tuple[Found, frozenset[str]]]) -> Bearer:
    printed = [name.words for name, _ in names]
    best = max(printed, key=lambda words: (not _is_shouted(words), len(words), len(" ".join(words))))
    return Bearer(
        name=join_name(best),
        forms=frozenset(plain(words) or words for words in forms),
        printed=frozenset(forms),
        generation=split_personal_name(best).generation,
        places=tuple(name.line for name, _ in names),
        gender=_join_genders(name for name, _ in names),
        roles=frozenset(word for _, words in names for word in words),
    )


def _is_shouted(words: tuple[str, ...]) -> bool:
    return all(word.isupper() for word in words)


def join_name(words: tuple[str, ...]) -> str:
    """Return the name as it reads, small letters put back where all were capitals."""
    if _is_shouted(words) and any(len(word) > 3 for word in words):  # noqa: PLR2004 - “AK” stays
        words = tuple(word.title() if len(word) > 2 or "." not in word else word for word in words)  # noqa: PLR2004
    return " ".join(words).replace(" ’s", "’s").replace(" &", " &")
