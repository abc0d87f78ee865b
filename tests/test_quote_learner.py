"""The learner that marks who said what reads words, weighs them and labels them as crfsuite does."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise, product
from math import exp, log

import numpy as np
import pytest
from evaluation.crfsuite_model import read_model
from evaluation.quotes import OWN, read_own
from evaluation.train_quotes import train
from hypothesis import given
from hypothesis import strategies as st
from pycrfsuite import Tagger

from build_brief.analyse.quotes.learner.chain import Chain
from build_brief.analyse.quotes.learner.features import TEMPLATES, write_features
from build_brief.analyse.quotes.learner.learned import WEIGHTS, Labeller, make_labeller
from build_brief.analyse.quotes.learner.weights import pack_weights, unpack_weights
from build_brief.analyse.quotes.passages import Passage, cut_passages
from build_brief.analyse.sentences import find_sentences
from build_brief.language.vocabulary import read_forms
from tests.builders import article
from tests.test_evaluation_quotes import annotate

WORDS = '“ ” ‘ ’ " , . : ; — | = said told he she the Ada Moss Mayor US 12 1999 that walking “No” , \n\n'
SCORES = st.integers(-64, 64).map(lambda number: number / 16)


def cut(text: str) -> tuple[Passage, ...]:
    written = article(text)
    return cut_passages(written, find_sentences(written))


@cache
def learn() -> tuple[Tagger, bytes, Labeller]:
    """A model that crfsuite trained on a few articles: as it reads it, and as we do."""
    model = train(annotate())
    tagger = Tagger()
    tagger.open_inmemory(model)
    return tagger, model, make_labeller(pack_weights(read_model(model)))


def compare(passages: tuple[Passage, ...]) -> None:
    tagger, _, label = learn()
    for features, labels in zip(write_features(passages), label(passages), strict=True):
        assert labels.names == (tagger.tag(features) if features else [])
        for place, name in enumerate(labels.names):
            assert labels.find_certainty(place, place) == pytest.approx(
                tagger.marginal(name, place), abs=2e-9
            )
            speaking = sum(tagger.marginal(name, place) for name in ("B-source", "I-source"))
            assert labels.find_speaking(place, place + 1) == pytest.approx(speaking, abs=2e-9)


def test_our_own_articles_are_labelled_as_crfsuite_labels_them() -> None:
    for annotated, _ in islice(read_own(OWN), 12):
        compare(cut_passages(annotated.article, find_sentences(annotated.article)))


@given(st.lists(st.sampled_from(WORDS.split(" ")), min_size=1, max_size=60).map(" ".join))
def test_any_words_are_labelled_as_crfsuite_labels_them(text: str) -> None:
    compare(cut(text))


def test_nothing_is_labelled_where_nothing_stands() -> None:
    assert learn()[2](()) == []


@st.composite
def chains(draw: st.DrawFn) -> tuple[list[list[list[float]]], list[list[float]]]:
    """A few rows of words with a score for each of three labels, and the scores of two in a row."""
    words = st.lists(st.lists(SCORES, min_size=3, max_size=3), max_size=4)
    return draw(st.lists(words, min_size=1, max_size=4)), draw(
        st.lists(st.lists(SCORES, min_size=3, max_size=3), min_size=3, max_size=3)
    )


@given(chains())
def test_the_likeliest_way_is_the_best_of_all(
    drawn: tuple[list[list[list[float]]], list[list[float]]],
) -> None:
    rows, transitions = drawn
    scores = np.array([word for row in rows for word in row]).reshape(-1, 3)
    chain = Chain(scores, np.array(transitions), [len(row) for row in rows])
    best, chances = iter(chain.find_best()), iter(chain.find_chances().tolist())
    for row in rows:
        ways = {way: _weigh(row, transitions, way) for way in product(range(3), repeat=len(row))}
        assert ways[tuple(islice(best, len(row)))] == max(ways.values())
        whole = log(sum(exp(weight) for weight in ways.values()))
        for place in range(len(row)):
            counted = [0.0] * 3
            for way, weight in ways.items():
                counted[way[place]] += exp(weight - whole)
            assert next(chances) == pytest.approx(counted, abs=1e-12)


def _weigh(row: list[list[float]], transitions: list[list[float]], way: tuple[int, ...]) -> float:
    words = sum(word[label] for word, label in zip(row, way, strict=True))
    return words + sum(transitions[left][right] for left, right in pairwise(way))


def test_probabilities_of_an_endless_sentence_stay_numbers() -> None:
    scores = np.tile([[40.0, -40.0], [-40.0, 40.0]], (5000, 1))
    chances = Chain(scores, np.array([[4.0, -9.0], [-9.0, 4.0]]), [10_000]).find_chances()
    assert np.allclose(chances.sum(axis=1), 1)
    assert chances[::2, 0].min() > 0.99


def test_weights_are_the_same_after_they_were_packed() -> None:
    weights = read_model(learn()[1])
    again = unpack_weights(pack_weights(weights))
    assert (again.labels, again.values) == (weights.labels, weights.values)
    assert [table.template for table in again.tables] == list(TEMPLATES)
    for one, other in zip(again.tables, weights.tables, strict=True):
        assert np.array_equal(one.keys, other.keys)
        assert np.array_equal(one.weights, other.weights)
    assert np.array_equal(again.transitions, weights.transitions)


def test_the_shipped_weights_know_words_of_grammar_alone() -> None:
    """Every other value is a class, a shape, a mark, a distance, or the last one to three letters."""
    file = files("build_brief.analyse.quotes.learner").joinpath(WEIGHTS).read_bytes()
    grammar = {forms[0] for forms in read_forms("function_words")}
    classes = re.compile(
        r"(speech|judgement|thought|evidence)?:(base|s|ed|ing)?:[pa]*(person|body|document|calendar)?"
        r"|XX?(:(title|person|body|document|calendar)?)?|x|number|year|[sjte](base|s|ed|ing)|[abcd][abcd=]"
        r"|~[-.\w]{0,3}|\w|[^\w\s]{1,3}|[\x00-\xa0]"
    )
    values = [value for value in unpack_weights(file).values if value.removeprefix("^") not in grammar]
    assert [value for value in values if not classes.fullmatch(value)] == []
    assert len(file) < 3_000_000


def test_nothing_large_is_loaded_before_an_article_is_labelled() -> None:
    code = "import sys, build_brief.pipeline; sys.exit(not {'numpy', 'pycrfsuite'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def describe(text: str, word: str) -> dict[str, str]:
    """The features of the first token that is `word`, by the letter of their template."""
    passages = cut(text)
    for passage, features in zip(passages, write_features(passages), strict=True):
        for token, written in zip(passage.tokens, features, strict=True):
            if token.text == word:
                return {feature[0]: feature[1:] for feature in written}
    raise AssertionError(word)


TEXT = "It rained.\n\n“We go on,” Mayor Ada Moss said, “and that is it.” She left."


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("It", {"0": "^it", "1": "=", "2": "=", "q": "==OOO", "E": "0|^it", "F": "d=|X|0", "G": "-|^it"}),
        ("We", {"0": "^we", "1": "“", "q": "=BIII", "s": "I", "t": "1|^we", "F": "bd|X|1", "G": "q|^we"}),
        ("Moss", {"5": "X:|X:", "6": "X:|speech:ed:p", "t": "3|X:", "u": "=|n", "B": "sed|1", "C": ",|X:"}),
        ("and", {"q": "OBIII", "r": "BII|and", "u": "sed|3", "v": ",|and", "y": "1|sed|I", "D": "=|=|n"}),
        ("She", {"t": "1|^she", "w": "=|=|1|=", "E": "0|^she", "F": "bd|X|0", "G": "-|^she", "C": ".|^she"}),
    ],
)
def test_features_say_what_stands_around_a_word(word: str, expected: dict[str, str]) -> None:
    found = describe(TEXT, word)
    assert {letter: found[letter] for letter in expected} == expected
    assert list(found) == [template[0] for template in TEMPLATES]
