"""Describe each word of an article to the learner that marks who said what.

No word is described by its identity unless it is a word of grammar: what counts is its class,
shape and ending, its neighbours, and where quotation marks and verbs of speech stand. `TEMPLATES`
says which of these a feature tells together; `columns.py` finds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from build_brief.analyse.quotes.learner.columns import describe_passages
from build_brief.analyse.quotes.passages import Passage

TEMPLATES = (
    "0{word}",
    "1{left}",
    "2{second_left}",
    "3{right}",
    "4{second_right}",
    "5{left}|{word}",
    "6{word}|{right}",
    "7{left}|{word}|{right}",
    "8{second_left}|{left}|{word}",
    "9{word}|{right}|{second_right}",
    "q{state_second_left}{state_left}{state}{state_right}{state_second_right}",
    "r{state_left}{state}{state_right}|{word}",
    "s{state}",
    "t{since_closed}|{word}",
    "u{verb}|{since_verb}",
    "v{mark}|{word}",
    "w{verb}|{mark}|{since_closed}|{grammar}",
    "x{grammar}|{word}",
    "y{commas}|{verb}|{state}",
    "A{until_opened}|{word}",
    "B{next_verb}|{until_verb}",
    "C{next_mark}|{word}",
    "D{next_verb}|{next_mark}|{until_opened}",
    "E{place}|{word}",
    "F{passage}|{shape}|{place}",
    "G{holding}|{word}",
)
"""The features of a word, a letter each before what its columns say."""


def write_features(passages: Sequence[Passage]) -> Iterator[list[list[str]]]:
    """Yield for each passage the features of each of its words, as a learner reads them.

    `passages` are all those of one article, in order.
    """
    values: dict[str, int] = {}
    columns = describe_passages(passages, lambda value: values.setdefault(value, len(values)))
    names = list(values)
    written = {column: [names[number] for number in numbers] for column, numbers in columns.items()}
    words = (
        [template.format_map(dict(zip(written, word, strict=True))) for template in TEMPLATES]
        for word in zip(*written.values(), strict=True)
    )
    for passage in passages:
        yield list(islice(words, len(passage.tokens)))
