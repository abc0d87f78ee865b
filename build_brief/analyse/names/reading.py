"""Read every line of an article for names, each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_brief.analyse.names.bodies import find_acronym, find_served, join_words
from build_brief.analyse.names.found import Found
from build_brief.analyse.names.kinds import read_stretch
from build_brief.analyse.names.lines import Line, Print
from build_brief.analyse.names.stretches import Stretch, cut_stretches
from build_brief.language.word_classes import classify
from build_brief.model.annotations import MentionKind

SHOUTED = 0.5
"""Share of capitals from which a line without a verb or noun in small letters is a headline."""
SHORTEST_SHOUT = 4
SMALL_WORDS = ("determiner", "preposition", "coordinator")


def read_names(lines: tuple[Line, ...], seen: Print) -> tuple[Found, ...]:
    """Return what each line names, in order; short forms are not yet explained."""
    stretches = [tuple(cut_stretches(line, seen)) if not _is_shouted(line) else () for line in lines]
    singles = _count_singles(lines, stretches)
    found: list[Found] = []
    for number, (line, runs) in enumerate(zip(lines, stretches, strict=True)):
        names = [name for run in runs for name in read_stretch(line, number, run, singles)]
        for name in join_list(line, names):
            found.extend(_widen(line, name))
    return tuple(found)


def join_list(line: Line, names: list[Found]) -> list[Found]:
    """Return the names, an unknown one that stands in a list with a person a person too."""
    for order in (range(1, len(names)), range(len(names) - 2, -1, -1)):
        for at in order:
            other = names[at - order.step]
            is_person = other.kind is MentionKind.PERSON and other.is_full
            if is_person and _is_unknown(line, names[at]) and _is_listed(line, *sorted((other, names[at]))):
                names[at] = names[at]._replace(is_full=True)
    return names


def _is_unknown(line: Line, name: Found) -> bool:
    return (
        name.kind is MentionKind.PERSON
        and not name.is_full
        and len(name.words) > 1
        and line.word(name.first - 1) not in ("the", "a", "an", "in", "of")
    )


def _is_listed(line: Line, one: Found, other: Found) -> bool:
    """Tell whether nothing but a comma or “and” stands between two names."""
    return line.words[one.end : other.first] in ((",",), ("and",), (",", "and"))


def _is_shouted(line: Line) -> bool:
    initials = [word[0] for word in line.words]
    capitals = sum(map(str.isupper, initials))
    if capitals <= sum(map(str.islower, initials)):  # as in nearly every line: half are none
        return False
    letters = [word for word in line.words if word[0].isalpha()]
    if len(letters) < SHORTEST_SHOUT or capitals / len(letters) <= SHOUTED:
        return False
    return all(word[0].isupper() or classify(word).grammar in SMALL_WORDS for word in letters)


def _count_singles(lines: tuple[Line, ...], stretches: list[tuple[Stretch, ...]]) -> Counter[str]:
    return Counter(
        line.words[run.first]
        for line, runs in zip(lines, stretches, strict=True)
        for run in runs
        if run.end - run.first == 1 and not run.weak
    )


def _widen(line: Line, name: Found) -> Iterator[Found]:
    """Yield the body named after a name, the name, and its short form in brackets."""
    acronym = find_acronym(line, name.first, name.end) if name.end - name.first > 1 else None
    if acronym is not None and name.kind is MentionKind.PERSON:
        name = name._replace(kind=MentionKind.ORGANISATION, is_full=True, role=None)
    served = find_served(line, name)
    if served:
        yield served
    if served is None or name.kind is not MentionKind.ORGANISATION:
        yield name  # “the Labour government” does not speak of the party
    if acronym is not None and name.kind is MentionKind.ORGANISATION:
        words = line.words[acronym : acronym + 1]
        full = name.name or join_words(name.words)
        yield Found(name.line, acronym, acronym + 1, MentionKind.ORGANISATION, words, full, is_full=False)
