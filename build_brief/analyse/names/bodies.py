"""Bodies that have no name of their own, and short forms of those that have.

“Beijing’s foreign ministry”, “Lammy’s office”, “the Labour government” and “the British government”
are named after whom they serve. “HRW” is Human Rights Watch where the article says so in brackets or
by its initials, and “the Commission” is the European Commission named before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.language.word_classes import classify
from build_brief.model.annotations import MentionKind

MOST_MODIFIERS = 4
ADJECTIVES = ("ian", "ean", "ese", "ish")
SMALL = frozenset({"of", "for", "the", "and", "on", "&", "against", "to", "in"})


@cache
def _governing() -> tuple[tuple[str, ...], ...]:
    nouns = (tuple(noun.split()) for noun in read_words("governing_nouns"))
    return tuple(sorted(nouns, key=lambda noun: (-len(noun), noun)))


@cache
def _modifiers() -> frozenset[str]:
    return read_words("governing_modifiers") | {"and"}


@cache
def _leading() -> frozenset[str]:
    """Return the words that a governing noun begins with, or what stands before it."""
    return _modifiers() | {noun[0] for noun in _governing()}


def find_served(line: Line, name: Found) -> Found | None:
    """Return the body named after `name`; None when no such noun follows."""
    owned = line.word(name.end) == "’s"
    at = name.end + owned
    if line.word(at) not in _leading() or not may_be_served(name) or _opens_plainly(line, name):
        return None
    if not owned and name.kind is MentionKind.PERSON and name.is_full:
        return None
    for _ in range(MOST_MODIFIERS):
        for noun in _governing():
            if line.words[at : at + len(noun)] == noun:
                end = at + len(noun)
                if line.word(end) in read_words("person_nouns"):
                    return None  # “a British cabinet minister”
                words = line.words[name.first : end]
                return Found(name.line, name.first, end, MentionKind.ORGANISATION, words, join_words(words))
        if line.word(at) not in _modifiers():
            return None
        at += 1
    return None


def _opens_plainly(line: Line, name: Found) -> bool:
    """Tell whether a plain word only opens the sentence: “Representative government fails”."""
    word = name.words[0]
    if name.first not in line.opening or name.name is not None or len(name.words) > 1:
        return False
    party = any(word == forms[0] for forms in read_forms("governing_parties"))
    return not party and word_share(plain_word(word)) > UNLISTED_SHARE


def may_be_served(name: Found) -> bool:
    """Tell whether a government or office may be named after `name`: not “no”, “tighter”, “Christian”."""
    word = name.words[-1]
    if name.name is None and word.endswith("er") and word_share(plain_word(word[:-2])) > UNLISTED_SHARE:
        return False
    if not name.weak or name.kind is not MentionKind.PERSON:
        return len(name.words) > 1 or name.name is not None or word not in read_words("name_adjectives")
    party = any(word == forms[0] for forms in read_forms("governing_parties"))
    return party or not classify(word).grammar


def join_words(words: Iterable[str]) -> str:
    """Return words as they read, a possessive or comma joined to its word."""
    return " ".join(words).replace(" ’s", "’s").replace(" ’", "’").replace(" ,", ",")


def find_initials(words: Sequence[str]) -> str:
    """Return the initials of a body's name without its small words."""
    return "".join(word[0] for word in words if word not in SMALL and word[0].isupper())


def find_acronym(line: Line, first: int, end: int) -> int | None:
    """Return the place of a short form in brackets right after a name whose initials it has."""
    if line.word(end) != "(" or line.word(end + 2) != ")":
        return None
    short = line.word(end + 1).replace(".", "")
    if len(short) < 2 or not short.isupper() or not short.isalnum():  # noqa: PLR2004
        return None  # “(R-AL)” is a party and a state
    initials = find_initials(line.words[first:end])
    whole = "".join(word[0].upper() for word in line.words[first:end])
    return end + 1 if short in (initials, whole) or _holds(initials, short) else None


def _holds(initials: str, short: str) -> bool:
    """Tell whether the initials appear in `short` in order, as in “NASA” or “Unicef”."""
    place = iter(short)
    return len(initials) >= 2 and short[0] == initials[0] and all(letter in place for letter in initials)  # noqa: PLR2004


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The bodies that an article names by more than one word, in order of appearance."""

    named: tuple[Found, ...]
    by_form: Mapping[tuple[str, ...], tuple[Found, ...]]
    """Those that a short form can mean: by initials, by noun, or by first words."""

    def having(self, words: tuple[str, ...]) -> tuple[Found, ...]:
        """Return those whose short form `words` are, with full stops or without."""
        able = self.by_form.get(words, ())
        if len(words) > 1 or "." not in words[0]:
            return able
        return (*able, *self.by_form.get((words[0].replace(".", ""),), ()))


def gather_bodies(found: Iterable[Found]) -> Bodies:
    """Return the bodies among the names of an article."""
    able = [name for name in found if name.kind is MentionKind.ORGANISATION and len(name.words) > 1]
    named = tuple({body.words: body for body in able}.values())
    by_form: defaultdict[tuple[str, ...], list[Found]] = defaultdict(list)
    for body in named:
        for form in _read_short_forms(body.words):
            by_form[form].append(body)
    return Bodies(named=named, by_form={form: tuple(able) for form, able in by_form.items()})


@lru_cache(maxsize=4096)
def _read_short_forms(full: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return what may stand for a body's full name, each shorter than it."""
    if "’s" in full or full[-1].islower():
        return frozenset()  # “Ruiz” is not “the Ruiz government”
    # “Mr. Varga” is no short form of “the Varga administration”.
    whole = full[-1][:1].isupper() and full[-1].lower() not in ("administration", "campaign", "presidency")
    forms = {full[:end] for end in range(1, len(full)) if whole and _may_open(full[:end])}
    forms |= {full[at:] for at in range(1, len(full)) if _is_noun_of(full[at:], full)}
    forms |= {(word,) for word in full if _is_noun_of((word,), full)}
    forms |= {form for form in (_bare(full),) if len(form) < len(full)}
    initials = find_initials(full)
    return frozenset(forms | ({(initials,)} if len(initials) > 1 and len(full) > 1 else set()))


def _may_open(words: tuple[str, ...]) -> bool:
    """Tell whether the first words of a body's name may stand for it: more than a plain word."""
    plain = (
        words[0] in read_words("name_adjectives")
        or words[0].endswith(ADJECTIVES)
        or word_share(plain_word(words[0])) > UNLISTED_SHARE
    )
    return len(words) > 1 or not (plain or match_known(words, 0) or words[0] in read_words("title_words"))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    firms = ("Inc", "Inc.", "Corp", "Corp.", "Ltd", "Ltd.", "LLC", "PLC", "plc", "Co.", "Group", "Holdings")
    end = len(words)
    while end > 1 and words[end - 1] in firms:
        end -= 1
    return words[:end]


def _is_noun_of(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a bare noun is the body's: “the Commission”, “the Ministry”."""
    if len(words) != 1:
        return full[-len(words) :] == words
    nouns = read_words("organisation_nouns") | read_words("organisation_openers")
    head = full[full.index("of") - 1] if "of" in full else full[-1]
    return words[0] in nouns and words[0] == head


def is_government_of(body: Found, party: Found) -> bool:
    """Tell whether `body` is the government that `party` forms: “Labour” is “the Labour government”."""
    return body.words[-1] in ("government", "administration") and body.words[:-1] == party.words
