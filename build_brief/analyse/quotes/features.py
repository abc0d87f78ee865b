"""Describe each word of a passage to the learner that marks who said what.

No word is described by its identity unless it is a word of grammar: what counts is its class,
shape and ending, its neighbours, and where quotation marks and verbs of speech stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.language.word_classes import WordClass

EDGE = "="
NEAR, FAR, LOST = 5, 9, 20
"""Tokens: distances are told exactly, then roughly."""


def describe_passage(passage: Passage, before: Passage | None) -> list[list[str]]:
    """Return the features of each token; `before` is the passage that precedes, None at the start."""
    symbols = [known.symbol for known in passage.classes]
    states = _find_states(passage)
    columns = (
        _describe_words(symbols),
        _describe_states(symbols, states),
        _describe_left(passage, states),
        _describe_right(passage, states),
        _describe_place(passage, before),
    )
    return [[feature for group in groups for feature in group] for groups in zip(*columns, strict=True)]


def _describe_words(symbols: list[str]) -> Iterator[tuple[str, ...]]:
    line = [EDGE, EDGE, *symbols, EDGE, EDGE]
    for i in range(2, len(line) - 2):
        b, c, word, d, e = line[i - 2 : i + 3]
        yield (
            f"0{word}",
            f"1{c}",
            f"2{b}",
            f"3{d}",
            f"4{e}",
            f"5{c}|{word}",
            f"6{word}|{d}",
            f"7{c}|{word}|{d}",
            f"8{b}|{c}|{word}",
            f"9{word}|{d}|{e}",
        )


def _find_states(passage: Passage) -> list[str]:
    """Return for each token `B` or `E` on a quotation mark, `I` inside quotation marks, `O` outside."""
    states = []
    for token, region in zip(passage.tokens, passage.regions, strict=True):
        if region == OUTSIDE:
            states.append("O")
        else:
            quoted = passage.quoted[region]
            states.append("B" if token.start < quoted.start else "E" if token.start >= quoted.end else "I")
    return states


def _describe_states(symbols: list[str], states: list[str]) -> Iterator[tuple[str, ...]]:
    line = ["="] * 2 + states + ["="] * 2
    for i, symbol in enumerate(symbols):
        near = "".join(line[i : i + 5])
        yield (f"q{near}", f"r{near[1:4]}|{symbol}", f"s{near[2]}")


def _describe_left(passage: Passage, states: list[str]) -> Iterator[tuple[str, ...]]:
    """Tell how far back a quote closed, which verb and which mark came last in the sentence."""
    closed, verb, verb_at, mark, grammar, sentence, commas = -99, EDGE, 0, EDGE, EDGE, OUTSIDE, 0
    for i, known in enumerate(passage.classes):
        if passage.sentences[i] != sentence:
            sentence, verb, verb_at, mark, grammar, commas = passage.sentences[i], EDGE, i, EDGE, EDGE, 0
        since = _bucket(i - closed)
        yield (
            f"t{since}|{known.symbol}",
            f"u{verb}|{_bucket(i - verb_at)}",
            f"v{mark}|{known.symbol}",
            f"w{verb}|{mark}|{since}|{grammar}",
            f"x{grammar}|{known.symbol}",
            f"y{min(commas, 3)}|{verb}|{states[i]}",
        )
        if states[i] in "EB":
            closed = i
        if states[i] == "O":
            verb, verb_at = (_name_verb(known), i) if known.verb else (verb, verb_at)
            mark = known.shape if _is_mark(known) else mark
            commas += known.shape == ","
            grammar = known.symbol if known.grammar else grammar


def _describe_right(passage: Passage, states: list[str]) -> list[tuple[str, ...]]:
    """Tell how far ahead a quote opens, which verb and which mark come next in the sentence."""
    described: list[tuple[str, ...]] = []
    opened, verb, verb_at, mark, sentence = 999999, EDGE, 0, EDGE, OUTSIDE
    for i in range(len(states) - 1, -1, -1):
        known = passage.classes[i]
        if passage.sentences[i] != sentence:
            sentence, verb, verb_at, mark = passage.sentences[i], EDGE, i, EDGE
        described.append(
            (
                f"A{_bucket(opened - i)}|{known.symbol}",
                f"B{verb}|{_bucket(verb_at - i)}",
                f"C{mark}|{known.symbol}",
                f"D{verb}|{mark}|{_bucket(opened - i)}",
            )
        )
        if states[i] in "BE":
            opened = i
        if states[i] == "O":
            verb, verb_at = (_name_verb(known), i) if known.verb else (verb, verb_at)
            mark = known.shape if _is_mark(known) else mark
    return described[::-1]


def _describe_place(passage: Passage, before: Passage | None) -> Iterator[tuple[str, ...]]:
    kind = _name_passage(passage) + (_name_passage(before) if before else EDGE)
    sentence, start = OUTSIDE, 0
    holding = _find_holding(passage)
    for i, known in enumerate(passage.classes):
        if passage.sentences[i] != sentence:
            sentence, start = passage.sentences[i], i
        place = _bucket(i - start)
        holds = "q" if sentence in holding else "-"
        yield (f"E{place}|{known.symbol}", f"F{kind}|{known.shape}|{place}", f"G{holds}|{known.symbol}")


def _find_holding(passage: Passage) -> frozenset[int]:
    """Return the sentences that hold a quotation mark."""
    pairs = zip(passage.sentences, passage.regions, strict=True)
    return frozenset(sentence for sentence, region in pairs if region != OUTSIDE)


def _name_passage(passage: Passage) -> str:
    """Return `a` for a paragraph all in quotation marks, `b` when it begins with them, `c` with some."""
    if not passage.quoted:
        return "d"
    if all(region != OUTSIDE for region in passage.regions):
        return "a"
    return "b" if passage.regions[0] != OUTSIDE else "c"


def _is_mark(known: WordClass) -> bool:
    return not known.shape.isalnum()


@lru_cache(maxsize=4096)
def _name_verb(known: WordClass) -> str:
    return f"{known.verb[0]}{known.form}"


def _bucket(distance: int) -> str:
    return str(distance) if distance < NEAR else "n" if distance < FAR else "f" if distance < LOST else "l"
