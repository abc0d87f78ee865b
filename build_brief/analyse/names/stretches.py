"""Find the runs of capitals that may hold names.

“British Foreign Secretary David Lammy”, “Ministry of Science and Technology”, “Ursula von der
Leyen”, “People’s Bank of China” are one run each. A word that opens a sentence joins only when it
is no plain word (“Perhaps Ruiz” is “Ruiz”).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_brief.analyse.names.joined import step_joined
from build_brief.analyse.names.lines import Line, Print, is_ordinary
from build_brief.analyse.names.name_words import MONTH_NAMES, is_name_word
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import is_given_name, read_title_phrases, read_titles
from build_brief.language.vocabulary import read_words

LEADING_PARTICLES = frozenset(
    {"de", "van", "von", "bin", "al", "el", "della", "di", "da", "du", "dos", "ibn"}
)
LINKS = frozenset({"of", "for", "on", "against"})
BEFORE_ON = frozenset(
    {"Council", "Commission", "Committee", "Panel", "Center", "Centre", "Research", "Institute"}
)
LONGEST = 14
"""Words in a run: beyond it a line is all capitals."""


class Stretch(NamedTuple):
    """Words `first` up to, not including, `end` of a line."""

    first: int
    end: int
    weak: bool = False
    """True for a plain word that opens a sentence: a name only if somebody bears it."""


def cut_stretches(line: Line, seen: Print) -> Iterator[Stretch]:
    """Yield the runs of capitals of `line` that may hold names, in order."""
    free = 0
    for at in [at for at, word in enumerate(line.words) if not word.islower() or word in LEADING_PARTICLES]:
        if at < free or not _may_start(line, at):
            continue
        word, free = line.words[at], _find_end(line, at)
        first = _strip_opening(line, at, free, seen)
        if first < free:
            yield Stretch(first, free)
        elif free - at == 1 and (word in MONTH_NAMES or word not in read_words("not_names")):
            yield Stretch(at, free, weak=True)


def _may_start(line: Line, at: int) -> bool:
    word = line.words[at]
    if word in LEADING_PARTICLES:
        return at not in line.opening and is_name_word(line, at + 1)
    return is_name_word(line, at)


def _find_end(line: Line, at: int) -> int:
    end = at + 1
    while end - at < LONGEST:
        step = _step(line, at, end)
        if not step:
            break
        end += step
    return end


def _step(line: Line, first: int, end: int) -> int:
    """Return how many words more belong to the run."""
    if is_name_word(line, end):
        return 1
    word = line.word(end).lower()
    if word == "&":
        return 2 if is_name_word(line, end + 1) else 0
    if word in ("and", ","):
        return step_joined(line, first, end)
    if word == "’s":
        own = line.word(end - 1) in read_words("org_possessives")
        return 2 if own and is_name_word(line, end + 1) else 0
    if word in LINKS:
        return _step_link(line, first, end)
    return _step_particles(line, end)


def _step_link(line: Line, first: int, end: int) -> int:
    before = line.word(end - 1)
    if line.word(end) == "on" and before not in BEFORE_ON:
        return 0
    if line.word(end) == "of" and first and line.words[first - 1] in read_words("verbs_with_of"):
        return 0  # “notified Congress of Lund’s report”
    nouns = read_words("organisation_openers") | {"Research"}
    linked = line.word(end) == "of" and any(line.words[at] in ("of", "for") for at in range(first, end))
    fits = (
        linked or before in nouns or (line.word(end) == "of" and before in read_words("organisation_nouns"))
    )
    if not fits and not _is_title_phrase(line, first, end):
        return 0
    if is_name_word(line, end + 1):
        return 2
    return 3 if line.word(end + 1) == "the" and is_name_word(line, end + 2) else 0


def _is_title_phrase(line: Line, first: int, end: int) -> bool:
    """Tell whether a listed title goes on over “of”: “Secretary of State”."""
    for parts in read_title_phrases():
        if "of" in parts:
            before = parts.index("of")
            start = end - before
            if start >= first and line.words[start : start + len(parts)] == parts:
                return True
    return False


def _step_particles(line: Line, end: int) -> int:
    count = 0
    while line.word(end + count) in read_words("particles") and count < 3:  # noqa: PLR2004 - “von und zu”
        count += 1
    return count + 1 if count and is_name_word(line, end + count) else 0


def _strip_opening(line: Line, at: int, end: int, seen: Print) -> int:
    """Return where the run starts without the plain word that opens a sentence."""
    word = line.words[at]
    if word in ("The", "A", "An") or (word == "Will" and at in line.opening and line.words[-1] in "?”"):
        return at + 1
    if at not in line.opening or _opens_name(line, at, end):
        return at
    if match_known(line.words, at):
        shown = word not in read_words("common_word_names") or word in seen.capital
        return at if shown and (end - at > 1 or word.lower() not in seen.small) else at + 1
    return at + 1 if is_ordinary(word, seen, alone=end - at == 1) else at


def _opens_name(line: Line, at: int, end: int) -> bool:
    """Tell whether the first of several words belongs to a name whatever else it may mean."""
    word = line.words[at]
    known = match_known(line.words, at)
    if known and known[0] > 1:
        return True
    trade = word.lower() in read_words("role_nouns") and is_given_name(line.word(at + 1))
    alone = not trade and word.lower() not in LEADING_PARTICLES
    alone = alone and word not in read_titles() and not is_given_name(word)
    return end - at > 1 and (not alone or word in read_words("name_adjectives"))
