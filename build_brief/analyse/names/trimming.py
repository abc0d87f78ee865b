"""Cut from a run of capitals what belongs to no name in it: a photo agency, a shouted place, a headline.

Web pages run links together (“Ann Lee Maria (Ann) Maria LeeStorm over a bill”) and print credits
beside captions (“Ann Lee REUTERS”); parties, times and owners stand before a body that has a name of
its own (“Republican Senate”, “Reagan White House”, “Interim National Council”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.name_words import HALVES
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionKind

Run = tuple[int, int]
PARTY_WORDS = frozenset(
    {"Democratic", "Republican", "Conservative", "Liberal", "Socialist", "Communist", "Labour", "Tory"}
)
CHAMBERS = frozenset({"Congress", "Senate", "Parliament", "House", "Commons", "Representatives"})
OWNED = (("White", "House"), ("State", "Department"), ("Justice", "Department"), ("Oval", "Office"))
"""Bodies that papers put a president's name before."""
QUALIFIERS = frozenset({"Interim", "Former", "Then", "Late", "Current", "Longtime"})
AGENCIES = frozenset(
    {"AFP", "AP", "PA", "EPA", "REUTERS", "Reuters", "GETTY", "Getty", "REX", "Rex", "ALAMY", "Alamy", "CNN"}
    | {"Photographer", "Photograph", "Photo", "Photos", "Image", "Images", "Shutterstock", "SHUTTERSTOCK"}
)
SUFFIXES = frozenset({"Jr.", "Sr.", "III"})
RUN_ON = re.compile(r"(?<!^Mac)(?<!^Fitz)(?<=[a-z]{3})[A-Z][a-z]|[a-z]\.[A-Z]")
SHORTEST_SHOUT = 3


def split_run(line: Line, first: int, end: int) -> Iterator[Run]:
    """Yield the parts of a run of capitals that may hold names, in order; none for “Jim Crow”."""
    if " ".join(line.words[first:end]) in read_words("no_entities"):
        return
    for start, last in _split_headlines(line, first, end):
        stop = _cut_end(line, start, _leave_nickname(line, start, last))
        name = start + _count_owners(line, start, stop)
        if name < stop:
            yield name, stop


def _split_headlines(line: Line, first: int, end: int) -> Iterator[Run]:
    """Yield the run without words run together with a headline, and without what repeats a name."""
    start, seen = first, set[str]()
    given = False
    for at in range(first, end):
        word = line.words[at]
        known = match_known(line.words, at) is not None
        if given and not known and RUN_ON.search(word):
            start, given = at + 1, False  # “Maria LeeStorm”: the name before goes with its cut surname
        elif given and (word in seen or line.word(at - 1) in SUFFIXES):
            yield start, at
            start, given, seen = at, False, set()
        if len(word) >= SHORTEST_SHOUT and word[0].isupper() and word not in HALVES:
            seen.add(word)
        given = given or is_given_name(word)
    yield start, end


def _leave_nickname(line: Line, first: int, end: int) -> int:
    """Return where a run ends without a further given name: “Ann Lee Maria (Ann) …” of a list of links."""
    given = line.word(end + 1)
    if line.word(end) == "(" and line.word(end + 2) == ")" and given in line.words[first : end - 2]:
        return end - 1 if is_given_name(given) and is_given_name(line.words[end - 1]) else end
    return end


def _cut_end(line: Line, first: int, end: int) -> int:
    """Return where the run ends without an agency or shouted place after a person: “Ann Lee REUTERS”."""
    words = line.words[first:end]
    if len(words) < SHORTEST_SHOUT or not any(map(is_given_name, words[:2])) or words[0].isupper():
        return end
    last = words[-1]
    shouted = last.isupper() and len(last) > 1 and last.isalpha() and last not in read_words("name_suffixes")
    calm = not any(word.isupper() and len(word) > SHORTEST_SHOUT for word in words[:-1])
    return end - 1 if last in AGENCIES or (shouted and calm) else end


def _count_owners(line: Line, first: int, end: int) -> int:
    """Return how many words stand before a body that has a name without them."""
    word = line.word(first)
    if end - first > 1 and (word in QUALIFIERS or _is_credit(line, first)):
        return 1
    rest = match_known(line.words, first + 1) if first + 1 < end else None
    whole = rest is not None and first + 1 + rest[0] == end
    if word in PARTY_WORDS and whole and line.words[end - 1] in CHAMBERS:
        return 1
    owner = rest is not None and rest[1].kind is MentionKind.ORGANISATION and rest[0] > 1
    if whole and owner and rest is not None and rest[1].country and match_known(line.words, first) is None:
        return 1  # “Trump Environmental Protection Agency”
    for tail in OWNED:
        start = end - len(tail)
        if start > first and line.words[start:end] == tail and match_known(line.words, first) is None:
            return start - first
    return 0


def _is_credit(line: Line, first: int) -> bool:
    """Tell whether an agency's short name opens a caption: “AFP Police”, not “CNN International”."""
    listed = match_known(line.words, first)
    alone = listed is None or listed[0] == 1
    return alone and line.words[first] in AGENCIES - {"CNN"} and line.words[first + 1] in ("Police", "Image")
