"""Explain a capital that no list and no fuller name explains: by what stands beside it.

“Mr. Okafor” is a person, “Acme, a maker of …” and “tech firm Acme” are bodies, “Geelong,
Australia” is a place. What nothing explains is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_brief.analyse.names.bodies import Bodies
from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.roles import find_role_after
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import read_titles
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionKind

PLACE_WORDS = frozenset({"in", "near", "at", "from", "outside", "to", "of"})
WITHIN = 7
SEATED = frozenset({"based", "headquartered", "listed", "owned", "backed"})
"""“Leeds-based Acme”: of a body that nobody of the article bears the name of."""
SAID = frozenset(
    {"said", "says", "told", "added", "tweeted", "asked", "wrote", "argued", "insisted", "vowed"}
)
TITLED, SPEAKING = 0.95, 0.8
"""That a lone capital is a person: after a title, or as one who speaks."""


def find_surnames(
    lines: Sequence[Line], found: Iterable[Found], bodies: Bodies
) -> Iterator[tuple[Found, float]]:
    """Yield the lone capitals that are surnames, with how sure that is.

    One that stands after a title anywhere is, though a body may be named after it; one that speaks, and comes
    up again, may be a body's.
    """
    lone: dict[str, list[Found]] = {}
    for name in found:
        if name.kind is MentionKind.PERSON and len(name.words) == 1 and not (name.is_full or name.weak):
            lone.setdefault(name.words[0], []).append(name)
    for word, names in lone.items():
        titled = any(lines[name.line].word(name.first - 1) in read_titles() for name in names)
        if _is_noun(word) or (bodies.having((word,)) and not titled):
            continue
        titled = titled or (len(names) > 1 and any(_has_role(lines[name.line], name) for name in names))
        speaks = len(names) > 1 and any(_speaks(lines[name.line], name) for name in names)
        if titled or (speaks and not any(_is_body(lines[name.line], name) for name in names)):
            yield from ((name, TITLED if titled else SPEAKING) for name in names)


def _has_role(line: Line, name: Found) -> bool:
    """Tell whether a person's role follows a lone capital: “Pelu, the Brazilian forward, scored”."""
    role = find_role_after(line, name.end)
    if role is None or line.word(name.end) != ",":
        return False
    words = line.words[slice(*role)]
    return not _is_body(line, name) and not any(word in read_words("body_nouns") for word in words)


def _speaks(line: Line, name: Found) -> bool:
    return line.word(name.end) in SAID or (
        line.word(name.first - 1) in SAID and line.word(name.end) in (",", ".", "")
    )


def explain_stranger(line: Line, name: Found) -> Found | None:
    """Return `name` with the kind that its neighbours give it; None when they give none."""
    if _is_body(line, name):
        return name._replace(kind=MentionKind.ORGANISATION, role=None, is_full=True)
    if line.word(name.first - 1) in PLACE_WORDS and _is_placed(line, name.end):
        return name._replace(kind=MentionKind.PLACE, role=None, is_full=True)
    return None


def _is_noun(word: str) -> bool:
    lists = ("organisation_nouns", "organisation_openers", "title_words", "place_nouns")
    return word in read_titles() or any(word in read_words(name) for name in lists)


def is_seated(line: Line, name: Found) -> bool:
    """Tell whether “Leeds-based” or the like stands before a name."""
    _, hyphen, last = line.word(name.first - 1).rpartition("-")
    return bool(hyphen) and last in SEATED


def _is_body(line: Line, name: Found) -> bool:
    before = line.word(name.first - 1)
    if is_seated(line, name) or (line.word(name.end) in SAID and line.word(name.end + 1) in ("it", "its")):
        return True
    if before in read_words("body_nouns") and line.word(name.end) != "’s":
        return before not in ("side", "house", "country", "school", "community", "world", "press")
    return (
        line.word(name.end) == ","
        and line.word(name.end + 1) in ("a", "an", "the")
        and _is_described(line, name.end + 2)
    )


def _is_described(line: Line, start: int) -> bool:
    """Tell whether the words after a comma name a kind of body: “a maker of …”."""
    for at in range(start, start + WITHIN):
        word = line.word(at)
        if word in (",", ".", "", "of", "who", "for", "in"):
            return False
        if word in read_words("body_nouns") and not line.word(at + 1).isalpha():
            return True
        if word in read_words("body_nouns") and line.word(at + 1) in (
            "of",
            "that",
            "which",
            "for",
            "in",
            "based",
        ):
            return True
    return False


def _is_placed(line: Line, end: int) -> bool:
    """Tell whether a country or state follows after a comma: “Geelong, Australia”."""
    if line.word(end) != "," or end + 1 >= len(line.words):
        return False
    known = match_known(line.words, end + 1)
    return known is not None and known[1].kind is MentionKind.PLACE
