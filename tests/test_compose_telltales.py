"""Nothing that a telltale's pattern finds is without one of its words."""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from re import _constants as codes
from re import _parser as parser

import pytest

import build_brief.compose.sentences as room
from build_brief.compose.sentences.faults import _phrases
from build_brief.compose.sentences.leaning.pairs import _pairs
from build_brief.compose.sentences.leaning.telltales import Telltale


def find_telltales() -> Iterator[Telltale]:
    """Yield those of all modules of the room, and those that are made of word lists."""
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for value in vars(import_module(module.name)).values():
            yield from (one for one in (value if isinstance(value, tuple) else (value,)) if is_one(one))
    yield from (_phrases(), _pairs()[0])


def is_one(value: object) -> bool:
    return isinstance(value, Telltale)


def holds(items: Iterable, words: tuple[str, ...], run: str = "") -> bool:
    """Tell whether what matches `items`, of a pattern taken apart, after `run` holds one of `words`."""
    for code, value in items:
        run += read_letter(code, value)
        if any(word in run for word in words) or is_sure(code, value, words, run):
            return True
        if not read_letter(code, value) and code not in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            run = ""
    return False


def read_letter(code: object, value: object) -> str:
    """Return the small letter that a part stands for, “t” for `t` and `[Tt]`; nothing for any other part."""
    if code is codes.LITERAL:
        return chr(value).lower()
    letters = (
        {chr(one).lower() for kind, one in value if kind is codes.LITERAL} if code is codes.IN else set()
    )
    only = code is codes.IN and all(kind is codes.LITERAL for kind, _ in value)
    return letters.pop() if only and len(letters) == 1 else ""


def is_sure(code: object, value: object, words: tuple[str, ...], run: str) -> bool:
    """Tell whether a part inside holds one: each branch does, or what is there at least once."""
    if code is codes.BRANCH:
        return all(holds(branch, words, run) for branch in value[1])
    if code is codes.SUBPATTERN:
        return holds(value[3], words, run)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return value[0] > 0 and holds(value[2], words)
    return False


@pytest.mark.parametrize(
    "telltale", {one.pattern: one for one in find_telltales()}.values(), ids=lambda one: one.words[0]
)
def test_whatever_the_pattern_finds_holds_one_of_the_words(telltale: Telltale) -> None:
    taken_apart = parser.parse(telltale.pattern.pattern, telltale.pattern.flags & ~re.UNICODE)
    assert holds(taken_apart, telltale.words)


@pytest.mark.parametrize(
    ("word", "pattern"),
    [("one", "one|two"), ("one", "(?:one)?"), ("one", "[o0]ne"), ("one", "o(?:n|f)e"), ("one", "on|e")],
)
def test_a_pattern_that_may_find_something_else_is_noticed(word: str, pattern: str) -> None:
    assert not holds(parser.parse(pattern), (word,))


def test_a_telltale_finds_what_its_pattern_finds() -> None:
    telltale = Telltale("this|these", r"\bth(?:is|ese) [a-z]+", re.IGNORECASE)
    assert telltale.search("That, This boat")[0] == "This boat"
    assert telltale.search("That boat") is None
