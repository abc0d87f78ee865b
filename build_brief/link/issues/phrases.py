"""Find what a headline and the story under it name again and again: “term limits”, “the school closures”.

A phrase of two words counts whose second is a noun that people are divided about, and that no known
subject holds. Its first must say of what kind: “the new plan” and “a bigger deal” name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from build_brief.language.common_words import word_share
from build_brief.language.subjects import find_subjects, singular, words_of
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.link.issues.lines import Line
from build_brief.link.issues.topics import Name, Topic
from build_brief.model.annotations import AnnotatedArticle

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
COMMON = 0.25
"""A first word that a quarter of all news holds (“new”, “big”) says nothing of what kind."""
SHORTEST = 4


def find_recurring(
    articles: Sequence[AnnotatedArticle], lines: Sequence[Line], known: Iterable[frozenset[str]]
) -> Iterator[Topic]:
    """Yield a topic for each phrase of a headline that the story takes up, `known` names left out."""
    taken = list(known)
    for headline in dict.fromkeys(annotated.article.headline or "" for annotated in articles):
        for first, head in _find_phrases(headline):
            words = frozenset({singular(first), singular(head)})
            label = _find_printed(words, lines)
            if label and not any(words <= other or other <= words for other in taken if other):
                taken.append(words)
                yield Topic(
                    names=(Name(label=label, subject=None, words=words, head=None, proper=(), mention=None),)
                )


def _find_phrases(headline: str) -> Iterator[tuple[str, str]]:
    printed = [found[0] for found in WORD.finditer(headline)]
    heads, openers = read_words("issue_heads"), read_words("phrase_openers")
    for first, head in pairwise(printed):
        plain = first.lower()
        says = len(plain) >= SHORTEST and plain not in openers and word_share(plain) < COMMON
        names = singular(head) in heads and not classify(plain).grammar
        if names and says and not find_subjects(words_of(f"{first} {head}"), named=True):
            yield first, head


def _find_printed(words: frozenset[str], lines: Iterable[Line]) -> str | None:
    """Return the phrase as a sentence prints it in small letters; None when none does."""
    for line in lines:
        if words <= line.words:
            printed = [found[0] for found in WORD.finditer(line.span.text)]
            for first, head in pairwise(printed):
                if {singular(first), singular(head)} == words and head.islower() and first.islower():
                    return f"{first[0].upper()}{first[1:]} {head}"
    return None
