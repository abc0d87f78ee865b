"""The measure of who said what, and the training of the model, on a few articles of our own."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest
from evaluation.attributions import (
    Annotated,
    find_head,
    is_right,
    is_said,
    label_passages,
    read_article,
    read_corpus,
)
from evaluation.crfsuite_model import read_model
from evaluation.odds import judge_case, weigh_traits
from evaluation.quotes import FLOORS, OWN, find_own, main, measure, read_own
from evaluation.train_quotes import count_rates, judge, print_share, train

from build_brief.analyse.quotes import find_claims
from build_brief.analyse.quotes.learner.learned import load_labeller, make_labeller
from build_brief.analyse.quotes.learner.weights import pack_weights
from build_brief.analyse.quotes.passages import cut_passages
from build_brief.analyse.quotes.written import write_quote
from build_brief.analyse.sentences import find_sentences
from build_brief.link.utterances.speakers import SURE

FEW = 6
"""Articles to train on in a test."""


@pytest.mark.parametrize("name", ["rules", "model"])
def test_our_own_articles_stay_above_their_floors(name: str) -> None:
    label = load_labeller() if name == "model" else None
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["quotes"][name]
    score = measure(OWN, label)
    assert score.found >= floors["found"]
    assert score.right >= floors["right"]


def test_the_measure_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "rules: found F1" in capsys.readouterr().out


def annotate() -> list[Annotated]:
    """A few articles of our own as a corpus: whoever speaks is a source, what is said a content."""
    corpus = []
    for number, (annotated, said) in enumerate(islice(read_own(OWN), FEW)):
        text = annotated.article.text
        attributions = [
            {
                "content": [[one.start, one.end]],
                "source": [[text.index(one.speaker), text.index(one.speaker) + len(one.speaker)]],
                "cue": [],
            }
            for one in said
        ]
        corpus.append(read_article({"text": text, "attributions": attributions}, number))
    return corpus


def test_training_gives_the_same_bytes_and_a_model_that_labels() -> None:
    corpus = annotate()
    model = train(corpus)
    assert model == train(corpus)
    label = make_labeller(pack_weights(read_model(model)))
    article = corpus[0].article
    found = find_claims(article, find_sentences(article), label)
    assert any(claim.rule.startswith(("both/", "learned")) for _, claim in found.claims)


def test_rates_lean_towards_the_wider_kind() -> None:
    rates = count_rates([(("said", "verbatim"), True)] * 30 + [(("said", "reported"), False)] * 30)
    assert rates["said|verbatim"] > rates["said"] > rates["said|reported"]
    assert list(judge([], None)) == []


def test_half_the_words_and_the_same_head_are_right() -> None:
    annotated = read_article(
        {
            "text": "“We leave at dawn,” said Ada Moss.",
            "attributions": [{"content": [[0, 18]], "source": [[25, 33]], "cue": [[19, 23]]}],
        },
        0,
    )
    sentences = find_sentences(annotated.article)
    ((passage, claim),) = find_claims(annotated.article, sentences, None).claims
    quote = write_quote(passage, claim, ())
    assert is_said(quote, annotated)
    assert is_right(quote, annotated)
    (labels,) = label_passages(cut_passages(annotated.article, sentences), annotated.annotations)
    assert labels[:2] == ["B-content", "I-content"]
    assert labels[-3:] == ["B-source", "I-source", "O"]


@pytest.mark.parametrize(
    ("words", "head"),
    [("Mayor Ada Moss, 41", "moss"), ("the head of the port", "head"), ("Lammy’s office", "office")],
)
def test_the_head_of_a_phrase(words: str, head: str) -> None:
    assert find_head(words) == head


def test_the_corpus_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text('{"text": "A.\\u2028B.", "attributions": []}\n\n', encoding="utf-8")
    (annotated,) = read_corpus(path)
    assert len(annotated.article.paragraphs) == 2


def test_a_speaker_may_be_surer_than_the_words() -> None:
    text = (
        "Norway said it was deeply concerned after boats had crossed into its waters, and asked for patience."
    )
    annotated = read_article({"text": text, "attributions": []}, 0)
    quote = find_own(annotated, load_labeller())[0]
    assert quote.confidence < SURE <= quote.speaker_confidence


def test_nobody_is_never_a_sure_speaker() -> None:
    annotated = read_article({"text": "“It is over,” the crowd heard.", "attributions": []}, 0)
    assert all(quote.speaker or not quote.speaker_confidence for quote in find_own(annotated, None))


def test_traits_that_go_with_right_ones_weigh_more_than_others() -> None:
    far = (("far", "plain"), False), (("far", "plain"), False), (("far", "plain"), True)
    cases = [*[(("near", "plain"), True)] * 90, *far * 20]
    weights = weigh_traits(cases)
    assert weights == weigh_traits(cases)
    assert weights["near"] > 0 > weights["far"]
    assert judge_case(weights, ("near", "plain")) > SURE > judge_case(weights, ("far", "plain"))
    assert weigh_traits([(("rare",), True)]).keys() == {""}


def test_how_much_goes_without_doubt_is_said_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    corpus = annotate()
    print_share([list(judge(corpus[0::2], None)), list(judge(corpus[1::2], None))])
    assert "all: " in capsys.readouterr().out
