"""Tell a person's name from other capitals, and its title from the name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from build_brief.analyse.names.forms import could_be_person, is_told
from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.name_words import ARABIC
from build_brief.analyse.names.roles import find_role_after, find_role_before, read_role_nouns
from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.name_lists import (
    given_gender,
    is_family_name_first,
    is_given_name,
    read_common_surnames,
    read_title_phrases,
    read_titles,
)
from build_brief.language.tokens import TokenKind
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Gender

QUOTE_MARKS = frozenset("“”‘’\"'")
INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
TRADE_ENDINGS = ("ologist", "ographer", "ician")
IRISH = frozenset({"Ó", "Ní", "Nic", "Mac", "Uí"})
PLACE_WORDS = frozenset({"in", "at", "on", "near", "to", "from", "of", "the", "through", "across", "up"})
ACTING = frozenset({"who", "told", "says", "is", "was", "has", "had", "’s"})
SPOKE = frozenset({"said", "says", "told", "added", "wrote", "warned", "announced"})
LONGEST_OFFICE = 12
"""Words of “the head of the port’s own fire watch” before a name."""
SHORTEST_PAST = 4
TITLE_ENDS = frozenset({",", "."})


def split_title(line: Line, first: int, end: int) -> int:
    """Return where the name starts after the titles that open a run of capitals; `first` without one."""
    for at in range(end - 1, first, -1):
        if (
            _ends_title(line, first, at)
            and could_be_person(line, at, end)
            and not _is_called(line, first, at)
        ):
            return at
    return first


def _is_called(line: Line, first: int, at: int) -> bool:
    """Tell whether a title right after another is a given name: “Sen. Dean Heller”."""
    return at - 1 > first and is_given_name(line.words[at - 1]) and _ends_title(line, first, at - 1)


def _ends_title(line: Line, first: int, at: int) -> bool:
    """Tell whether the words from `first` up to `at` end with a title."""
    last = line.words[at - 1]
    last = last if last in read_titles() else last.rpartition("-")[2]  # “Now-President”
    named = any(is_given_name(word) for word in line.words[first : at - 1])
    if last in read_titles() or (not named and _is_trade(line, at)):
        return True
    return any(
        at - len(parts) >= first and line.words[at - len(parts) : at] == parts
        for parts in _title_phrases_ending().get(last, ())
    )


@cache
def _title_phrases_ending() -> dict[str, list[tuple[str, ...]]]:
    """Return the titles of several words by their last."""
    ending: dict[str, list[tuple[str, ...]]] = {}
    for parts in read_title_phrases():
        ending.setdefault(parts[-1], []).append(parts)
    return ending


def _is_trade(line: Line, at: int) -> bool:
    """Tell whether a noun for a person stands before a given name: “Chef Ana Lis”."""
    trade = line.words[at - 1]
    listed = trade.lower() in read_role_nouns() or trade.endswith(TRADE_ENDINGS)
    return listed and not is_given_name(trade) and is_given_name(line.words[at])


def is_person(line: Line, first: int, end: int, singles: Mapping[str, int]) -> bool:
    """Tell whether a run of two or more words, title aside, names a person.

    `singles` counts the words that the article prints as a name by themselves.
    """
    words = line.words[first:end]
    if len(words) < 2 or not could_be_person(line, first, end) or is_told(words):  # noqa: PLR2004
        return False
    if words[0] in read_words("name_adjectives"):
        return False
    ends_place = words[-1] in read_words("place_nouns")
    if is_given_name(words[0]) and _is_given_first(line, first, ends_place=ends_place):
        return not _is_quoted(line, first, end)
    if any(_is_initial(word) for word in words[:-1]) or words[-1].rstrip(".") in ("Jr", "Sr"):
        located = line.word(first - 1) in PLACE_WORDS and match_known(line.words, first) is not None
        return not (ends_place or located)  # “in Utah Ruiz Jr’s book”
    if _is_plain_opener(words[0]) or words[-1] in read_words("name_suffixes") or _is_quoted(line, first, end):
        return False
    return _is_named_so(words, singles, ends_place=ends_place) or _stands_as_person(line, first, end)


def _is_given_first(line: Line, first: int, *, ends_place: bool) -> bool:
    """Tell whether a known given name opens a person's name: “Ann Lee”, “the senator Ann Hall”."""
    if ends_place:
        titled = "-" not in line.word(first - 1) and find_role_before(line, first, titled=first) is not None
        return titled or _acts_with_place_noun(line, first)
    return match_known(line.words, first) is None


def _acts_with_place_noun(line: Line, first: int) -> bool:
    """Tell whether “Anita Hill” is a person by what she does, not the hill: “Anita Hill testified”."""
    if line.words[first + 1] not in read_words("surname_places") or line.is_capital(first + 2):
        return False
    if line.word(first - 1) in PLACE_WORDS:
        return False
    given = line.words[first]
    if given_gender(given) is Gender.FEMALE and match_known((given,), 0) is None:
        return True
    after = line.word(first + 2)
    if after in ACTING or (len(after) > SHORTEST_PAST and after.endswith("ed")):
        return True
    return after == "," and find_role_after(line, first + 2) is not None


def _is_quoted(line: Line, first: int, end: int) -> bool:
    """Tell whether the words are all of a quotation: the title of a song or show."""
    last = end + (line.word(end) in TITLE_ENDS)
    return line.word(first - 1) in QUOTE_MARKS and line.word(last) in QUOTE_MARKS


@cache
def _is_plain_opener(word: str) -> bool:
    """Tell whether a word that is no known given name is one of everyday English: “Clean”, “Daily”."""
    if is_family_name_first(word) or word in read_words("given_word_names"):
        return False
    plain = plain_word(word)
    return word.lower().startswith(plain) and len(plain) > 2 and word_share(plain) > UNLISTED_SHARE  # noqa: PLR2004


def _is_initial(word: str) -> bool:
    """Tell whether a word is initials, not a country's: “J.”, “M.K.”."""
    return INITIALS.fullmatch(word) is not None and match_known((word,), 0) is None


def _is_named_so(words: tuple[str, ...], singles: Mapping[str, int], *, ends_place: bool) -> bool:
    """Tell whether form or later short form shows a person."""
    particles = read_words("particles") | IRISH
    if any(word in particles or word.startswith(ARABIC) for word in words[1:-1]):
        return True
    if is_family_name_first(words[0]) and not ends_place and len(words) <= 3:  # noqa: PLR2004
        return not any(word in read_words("organisation_nouns") for word in words)
    if singles.get(words[-1], 0) == 0 or match_known(words, len(words) - 1) or is_given_name(words[-1]):
        return False
    plain = word_share(plain_word(words[-1])) > UNLISTED_SHARE and words[-1] not in read_common_surnames()
    if plain and not is_given_name(words[0]):
        return False  # “Palmetto State”, “Getting Back”
    opens_place = words[0] in read_words("place_openers") or match_known(words, 0) is not None
    return is_given_name(words[0]) or not (opens_place or ends_place)


def _stands_as_person(line: Line, first: int, end: int) -> bool:
    """Tell whether a role, an age or a verb of speech beside the words shows a person."""
    places = read_words("place_nouns") - read_words("surname_places")
    if line.word(first) in read_words("place_openers") or line.word(end - 1) in places:
        return False
    if find_role_before(line, first, titled=first) or (line.word(end) == "," and _is_age(line, end + 1)):
        return True
    if match_known(line.words, first) is not None or line.word(first - 1) == "the":
        return False
    governed = line.word(first - 1) in ("of", "at", "for", "from", "in", "to")
    if line.word(end) == "," and not governed and (line.word(end + 1) == "who" or find_role_after(line, end)):
        return True
    if line.word(end) == "," and line.word(end + 1) in SPOKE and _is_office(line, first):
        return True
    speech = read_verbs("speech_verbs")
    verb = line.word(end) in speech and line.word(end).endswith(("ed", "id", "ys", "old"))
    inverted = line.word(first - 1) in ("said", "says", "added") and line.word(end) in (",", ".", "")
    return verb or inverted


def _is_office(line: Line, first: int) -> bool:
    """Tell whether an office and a comma stand before: “The head of the port’s watch, [Ita Roa], said”."""
    if line.word(first - 1) != ",":
        return False
    for at in range(first - 3, max(-1, first - 2 - LONGEST_OFFICE), -1):
        if line.word(at) in (",", "and", "that"):
            return False
        if line.word(at + 1) in ("of", "for", "at") and line.words[at].lower() in read_role_nouns():
            return True
    return False


def _is_age(line: Line, at: int) -> bool:
    if at >= len(line.tokens) or line.tokens[at].kind is not TokenKind.NUMBER:
        return False
    return line.words[at].isdigit() and 5 <= int(line.words[at][:4]) < 110 and line.word(at + 1) in (",", ".")  # noqa: PLR2004
