"""What is told of each word of an article to the learner: its class, its neighbours, what stands around it.

One column a question, one number a word; all words of an article are looked at in one go. A word
never sees past its paragraph, and verbs, marks and commas count within its sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.language.word_classes import WordClass

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Number = Callable[[str], int]
"""Gives the number that stands for a value; the same function, the same numbers: they are remembered."""

EDGE = "="
NEAR, FAR, LOST = 5, 9, 20
"""Tokens: distances are told exactly, then roughly."""
DISTANCES = (*map(str, range(NEAR)), *"n" * (FAR - NEAR), *"f" * (LOST - FAR), "l")
COMMAS = "0123"
"""How many stand before; the last means more, too."""
STATES = "OBIE"
"""Of a token: outside quotation marks, the opening mark, inside, the closing mark."""
ARE_MARKS = np.array([state in "BE" for state in STATES])
MOST_CLASSES = 1 << 16
"""Remembered: when more come, all are forgotten."""
HELD = "-q"
"""Whether a sentence holds words in quotation marks: no, yes."""
SIDES = {"second_left": -2, "left": -1, "right": 1, "second_right": 2}


class Limits(NamedTuple):
    """The number of the first and of the last token of what holds each token."""

    first: Numbers
    last: Numbers


class Words(NamedTuple):
    """What each token is in itself; `is_…` leaves out what stands in quotation marks."""

    symbol: Numbers
    shape: Numbers
    verb: Numbers
    is_verb: Flags
    is_mark: Flags
    is_grammar: Flags
    is_comma: Flags


def describe_passages(passages: Sequence[Passage], number: Number) -> dict[str, Numbers]:
    """Return the columns: what is told of each token of `passages`, which are an article's in order."""
    lengths = np.array([len(passage.tokens) for passage in passages], np.int64)
    limits = _limit_passages(lengths)
    states = np.array([state for passage in passages for state in _find_states(passage)], np.int64)
    words = _describe_words(passages, states == STATES.index("O"), number)
    sentences = _limit_sentences(passages)
    state = _number_all(STATES, number)[states]
    columns = {"word": words.symbol, "shape": words.shape, "state": state}
    for side, offset in SIDES.items():
        beside = _find_beside(offset, limits)
        columns[side] = _look_up(words.symbol, beside, number)
        columns[f"state_{side}"] = _look_up(state, beside, number)
    columns |= _look_back(words, states, limits, sentences, number)
    columns |= _look_ahead(words, states, limits, sentences, number)
    columns["place"] = _bucket(np.arange(len(states)) - sentences.first, number)
    columns["holding"] = _number_all(HELD, number)[_find_holding(states, sentences)]
    columns["passage"] = _number_passages(passages, number).repeat(lengths)
    return columns


def _limit_passages(lengths: Numbers) -> Limits:
    ends = lengths.cumsum()
    return Limits(np.repeat(ends - lengths, lengths), np.repeat(ends - 1, lengths))


def _limit_sentences(passages: Sequence[Passage]) -> Limits:
    """Return the first and the last token of each token's sentence."""
    offsets = accumulate((len(passage.tokens) for passage in passages), initial=0)
    pairs = zip(passages, offsets, strict=False)
    starts = np.array([at + begin for passage, at in pairs for begin in passage.begins[:-1]], np.int64)
    lengths = np.diff(starts, append=sum(len(passage.tokens) for passage in passages))
    return Limits(np.repeat(starts, lengths), np.repeat(starts + lengths - 1, lengths))


def _find_states(passage: Passage) -> list[int]:
    """Return for each token where it stands, as a place in `STATES`."""
    states = [0] * len(passage.tokens)
    for quoted in passage.quoted:
        edges = (quoted.outer_start, quoted.start, quoted.end, quoted.outer_end)
        for state, (first, end) in enumerate(pairwise(map(passage.find_token, edges)), 1):
            states[first:end] = [state] * (end - first)
    return states


class _ClassTable(dict[WordClass, int]):
    """What is told of the words of each class met so far, a row each: the place of its row, and the rows."""

    def __init__(self, number: Number) -> None:
        """Begin without any; `number` gives the numbers of values."""
        super().__init__()
        self._number = number
        self._rows = np.empty((MOST_CLASSES, len(Words._fields)), np.int64)

    def __missing__(self, known: WordClass) -> int:
        """Describe a class that was not met before."""
        place = len(self)
        self._rows[place] = _describe_class(known, self._number)
        self[known] = place
        return place

    def describe(self, classes: Sequence[WordClass]) -> Numbers:
        """Return a column for each of `classes`, in the order of the fields of `Words`."""
        if len(self) + len(classes) > len(self._rows):
            self.clear()
            self._rows = np.empty((max(MOST_CLASSES, len(classes)), len(Words._fields)), np.int64)
        return np.ascontiguousarray(self._rows.take(list(map(self.__getitem__, classes)), axis=0).T)


@lru_cache(maxsize=4)
def _recall_table(number: Number) -> _ClassTable:
    return _ClassTable(number)


def _describe_words(passages: Sequence[Passage], outside: Flags, number: Number) -> Words:
    classes = [*chain.from_iterable(passage.classes for passage in passages)]
    symbol, shape, verb, *flags = _recall_table(number).describe(classes)
    return Words(symbol, shape, verb, *(flag.astype(bool) & outside for flag in flags))


def _describe_class(known: WordClass, number: Number) -> tuple[int, ...]:
    verb = f"{known.verb[0]}{known.form}" if known.verb else EDGE
    return (
        number(known.symbol),
        number(known.shape),
        number(verb),
        bool(known.verb),
        not known.shape.isalnum(),
        bool(known.grammar),
        known.shape == ",",
    )


def _find_beside(offset: int, limits: Limits) -> Numbers:
    """Return for each token the number of the one `offset` away, or how many there are past its passage."""
    places = np.arange(offset, offset + len(limits.first))
    places[(places < limits.first) | (places > limits.last)] = len(places)
    return places


def _look_up(values: Numbers, places: Numbers, number: Number) -> Numbers:
    """Return the values at `places`, `EDGE` past the last of them."""
    return np.append(values, number(EDGE)).take(places)


def _find_before(holds: Flags) -> Numbers:
    """Return for each token the number of the last one before it that `holds`, or -1."""
    places = np.full(len(holds) + 1, -1)
    np.maximum.accumulate(np.where(holds, np.arange(len(holds)), -1), out=places[1:])
    return places[:-1]


def _find_after(holds: Flags) -> Numbers:
    """Return for each token the number of the next one after it that `holds`, or how many there are."""
    return len(holds) - 1 - _find_before(holds[::-1])[::-1]


def _look_back(
    words: Words, states: Numbers, limits: Limits, sentences: Limits, number: Number
) -> dict[str, Numbers]:
    """Tell how far back a quote closed, which verb and which mark came last in the sentence."""
    places, first, edge = np.arange(len(states)), sentences.first, number(EDGE)
    closed, verb = _find_before(ARE_MARKS[states]), _find_before(words.is_verb)
    mark, grammar = _find_before(words.is_mark), _find_before(words.is_grammar)
    commas: Numbers = np.cumsum(words.is_comma) - words.is_comma
    return {
        "since_closed": _bucket(np.where(closed >= limits.first, places - closed, LOST), number),
        "verb": np.where(verb >= first, words.verb[verb], edge),
        "since_verb": _bucket(places - np.maximum(verb, first), number),
        "mark": np.where(mark >= first, words.shape[mark], edge),
        "grammar": np.where(grammar >= first, words.symbol[grammar], edge),
        "commas": _number_all(COMMAS, number).take(commas - commas[first], mode="clip"),
    }


def _look_ahead(
    words: Words, states: Numbers, limits: Limits, sentences: Limits, number: Number
) -> dict[str, Numbers]:
    """Tell how far ahead a quote opens, which verb and which mark come next in the sentence."""
    places, last, edge = np.arange(len(states)), sentences.last, number(EDGE)
    opened, verb = _find_after(ARE_MARKS[states]), _find_after(words.is_verb)
    mark = _find_after(words.is_mark)
    return {
        "until_opened": _bucket(np.where(opened <= limits.last, opened - places, LOST), number),
        "next_verb": np.where(verb <= last, words.verb.take(verb, mode="clip"), edge),
        "until_verb": _bucket(np.minimum(verb, last) - places, number),
        "next_mark": np.where(mark <= last, words.shape.take(mark, mode="clip"), edge),
    }


def _bucket(distances: Numbers, number: Number) -> Numbers:
    return _number_all(DISTANCES, number).take(distances, mode="clip")


@lru_cache(maxsize=64)
def _number_all(values: Sequence[str], number: Number) -> Numbers:
    return np.array([number(value) for value in values], np.int64)


def _find_holding(states: Numbers, sentences: Limits) -> Numbers:
    """Tell of each token whether its sentence holds a word in quotation marks: 1, or 0."""
    quoted = np.concatenate(([0], np.cumsum(states > 0)))
    return (quoted[sentences.last + 1] > quoted[sentences.first]).astype(np.int64)


def _number_passages(passages: Sequence[Passage], number: Number) -> Numbers:
    """Return for each passage what it is like, and the one before it."""
    kinds = [EDGE, *map(_name_passage, passages)]
    return np.array([number(kind + before) for before, kind in pairwise(kinds)], np.int64)


def _name_passage(passage: Passage) -> str:
    """Return `a` for a paragraph all in quotation marks, `b` when it begins with them, `c` with some."""
    if not passage.quoted:
        return "d"
    if OUTSIDE not in passage.regions:
        return "a"
    return "b" if passage.regions[0] != OUTSIDE else "c"
