"""Odd and very long texts cost no more than their length, and raise nothing."""

from __future__ import annotations

from time import process_time

import pytest

from build_brief.analyse.dates import find_dates
from build_brief.analyse.sentences import find_sentences
from build_brief.language.alignment import align, words_of
from build_brief.link.stories import cluster_stories
from build_brief.link.utterances.variants import cluster_quotes
from build_brief.model.annotations import AnnotatedArticle
from tests.builders import article
from tests.views.variants import quote, story

PATIENCE = 30
"""Seconds of the processor; the longest line takes two on a busy machine."""

LINES = {
    "one word": "a " * 200_000,
    "years": "2015 " * 100_000,
    "months": "in May " * 100_000,
    "prefixes": "by the end of the " * 50_000,
    "weekdays": "last Friday " * 80_000,
    "marks": "“" * 100_000,
    "no blank": "x" * 500_000,
    "digits": "1" * 300_000,
    "hyphens": "a-" * 200_000,
}


@pytest.mark.parametrize("name", LINES)
def test_a_long_line_is_read_in_time(name: str) -> None:
    found = article(LINES[name])
    sentences = find_sentences(found)
    start = process_time()
    dates = find_dates(found, sentences)
    whole = AnnotatedArticle(
        article=found, sentences=sentences, mentions=(), quotes=(), issues=(), dates=dates
    )
    assert len(cluster_stories([whole])) == 1
    assert process_time() - start < PATIENCE


@pytest.mark.parametrize("words", ["ha " * 30_000, "the sea and the sky or " * 4000])
def test_long_quotes_are_compared_in_time(words: str) -> None:
    articles = tuple(
        article(f"Awa Keita: “{text}”", id=f"{number}.txt") for number, text in enumerate((words, words[:-9]))
    )
    start = process_time()
    clusters = cluster_quotes([quote(found, found.paragraphs[0]) for found in articles], [story(articles)])
    assert process_time() - start < PATIENCE
    assert clusters


def test_lone_surrogates_and_control_marks_are_words_like_any() -> None:
    odd = "\ud800 \u202etxt\u0000 \u2028 İstanbul ﬁn ＡＢＣ"
    assert align(words_of(odd), words_of(odd))
    assert len(cluster_stories([_annotate(odd, "a.txt"), _annotate(odd, "b.txt")])) >= 1


def _annotate(text: str, name: str) -> AnnotatedArticle:
    return AnnotatedArticle(
        article=article(text, id=name), sentences=(), mentions=(), quotes=(), issues=(), dates=()
    )
