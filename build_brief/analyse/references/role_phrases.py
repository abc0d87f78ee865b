"""Find the phrases that name a person by role: “the foreign secretary”, “his counterpart”, “a man”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from build_brief.analyse.references.scene import Scene
from build_brief.language.name_lists import noun_gender
from build_brief.language.tokens import TokenKind
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.language.word_classes import classify
from build_brief.model.annotations import Gender

DETERMINERS = frozenset(
    {"the", "a", "an", "one", "another", "his", "her", "its", "their", "this", "that", "’s"}
)
AGED = "year-old"
LONGEST = 6
NO_PERSON = frozenset(
    {"head", "member", "party", "rival", "star", "source", "speaker", "world", "people", "lead"}
)
"""Nouns that mostly stand for something else after “the”, or for many."""


class RolePhrase(NamedTuple):
    """A phrase for one person; token numbers index the scene."""

    first: int
    """The determiner, or the ’s of who owns it: “Georgia’s governor”."""
    end: int
    determiner: str
    words: frozenset[str]
    """What tells one office from another, small."""
    head: str
    gender: Gender


@cache
def read_singular() -> frozenset[str]:
    """Return nouns for one person."""
    nouns = read_words("person_nouns")
    plural = {noun for noun in nouns if noun.endswith("s") and noun[:-1] in nouns}
    return frozenset(nouns - plural - NO_PERSON - {"people", "children", "women", "men", "policemen"})


@cache
def _heads() -> frozenset[str]:
    """Return the last words of such phrases, “president-elect” and “president-designate” among them."""
    plain = read_singular() | {AGED}
    return frozenset(
        f"{noun}{one}{two}" for noun in plain for one in ("", "-designate") for two in ("", "-elect")
    )


@cache
def read_kin() -> dict[str, tuple[str, ...]]:
    """Return for a noun the offices it may stand for."""
    return {forms[0]: forms[1:] for forms in read_forms("role_kin")}


def find_role_phrases(scene: Scene) -> Iterator[RolePhrase]:
    """Yield the phrases for one person in `scene`, in order; a role right before a name is not one."""
    if _heads().isdisjoint(scene.lower):
        return
    end = 0
    for at in [at for at, word in enumerate(scene.lower) if word in DETERMINERS]:
        found = _read(scene, at) if at >= end else None
        if found:
            yield found
            end = found.end


def _read(scene: Scene, first: int) -> RolePhrase | None:
    head = None
    for at in range(first + 1, min(first + 1 + LONGEST, len(scene.tokens))):
        if not _may_modify(scene, at):
            break
        if _strip(scene.lower[at]) in read_singular() or scene.words[at] == AGED:
            head = at
    if head is None or _goes_on(scene, head + 1):
        return None
    words, noun = scene.lower[first + 1 : head + 1], _strip(scene.lower[head])
    return RolePhrase(
        first,
        head + 1,
        scene.lower[first],
        frozenset(words) - read_words("role_small_words"),
        noun,
        noun_gender(noun),
    )


def _strip(word: str) -> str:
    """Return “president” for “president-elect”."""
    return word.removesuffix("-elect").removesuffix("-designate")


def _may_modify(scene: Scene, at: int) -> bool:
    token = scene.tokens[at]
    if token.kind not in (TokenKind.WORD, TokenKind.NUMBER):
        return token.text == "-"
    known = classify(token.text)
    return not known.grammar and not (known.verb and not known.noun)


def _goes_on(scene: Scene, at: int) -> bool:
    """Tell whether the phrase is not at its end: a name, another noun, or a possessor follows."""
    word = scene.word(at)
    if not word:
        return False
    token = scene.tokens[at]
    if token.kind is TokenKind.CLITIC:
        return False
    return token.kind is TokenKind.WORD and (word[0].isupper() or _is_noun(word))


def _is_noun(word: str) -> bool:
    return bool(classify(word).noun) and not classify(word).verb and not classify(word).grammar
