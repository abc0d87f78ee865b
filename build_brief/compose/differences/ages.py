"""Find somebody without a name whose age differs: “a 3-year-old boy” here, “a 4-year-old boy” there.

Each article must know one age alone for that noun, and the two sentences must tell of one matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from build_brief.compose.differences.matters import without_figures
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import overlap
from build_brief.language.figures import NUMBER_WORDS
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span
from build_brief.model.differences import Difference, DifferenceKind

SAME_MATTER = 0.35
"""Share of telling words, figures aside: two sentences about one boy share the event that he was in."""
HIGH_UP = 10
"""Sentences from the top in which an article says who its story is of."""

Told = tuple[Passage, Span]


def find_age_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return the ages that differ of somebody called by a noun, one pair for each noun."""
    told: defaultdict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for passage in file.passages:
        if passage.number < HIGH_UP:
            for noun, age in _find_ages(passage.statement.evidence[0]):
                told[noun][passage.place[0]].append((passage, age))
    return tuple(
        difference for noun, by_article in told.items() if (difference := _compare(noun, by_article))
    )


def _compare(noun: str, by_article: dict[str, list[Told]]) -> Difference | None:
    sure = [told[0] for told in by_article.values() if len({_value(age.text) for _, age in told}) == 1]
    for (one, age), (other, another) in combinations(sure, 2):
        alike = overlap(without_figures(one.terms), without_figures(other.terms))
        if _value(age.text) != _value(another.text) and alike >= SAME_MATTER:
            return Difference(
                kind=DifferenceKind.FIGURE,
                topic=f"{noun}, age",
                tellings=(one.statement, other.statement),
                differing=(age, another),
            )
    return None


def _find_ages(sentence: Span) -> Iterator[tuple[str, Span]]:
    """Yield the noun and its age for “a 4-year-old boy”."""
    article = sentence.article
    for found in _aged().finditer(article.text, sentence.start, sentence.end):
        yield found["noun"].lower(), article.span(*found.span("age"))


def _value(age: str) -> float:
    return NUMBER_WORDS.get(age.lower()) or float(age)


@cache
def _aged() -> re.Pattern[str]:
    nouns = sorted(word for word in read_words("person_nouns") if not word.endswith("s"))
    numbers = "|".join(NUMBER_WORDS)
    return re.compile(
        rf"\b(?P<age>\d{{1,2}}|{numbers})[- ]year[- ]old (?:[a-z]+ )?(?P<noun>boy|girl|man|woman|child|"
        rf"{'|'.join(map(re.escape, nouns))})\b",
        re.IGNORECASE,
    )
