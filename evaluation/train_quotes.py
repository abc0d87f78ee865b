"""Train the model that marks who said what, and measure how far its word can be trusted.

    python -m evaluation.train_quotes CORPUS.jsonl --keep build/folds

writes the weights, and how sure to be of each kind of quote and speaker, into the package. `--keep`
is where the models of the five folds stay, so that a change of the rules needs no new training.
The corpus is read as `evaluation/attributions.py` says. The weights hold no word of it but words of
grammar: the features are classes, shapes and marks (`build_brief/analyse/quotes/learner/features.py`).
Nothing is random: the same corpus gives the same bytes. How sure to be of a quote is counted on
articles that the model which read them was not trained on.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from pycrfsuite import Trainer

from build_brief.analyse import quotes as package
from build_brief.analyse.quotes import find_claims
from build_brief.analyse.quotes.learner.features import write_features
from build_brief.analyse.quotes.learner.learned import WEIGHTS, Labeller, make_labeller
from build_brief.analyse.quotes.learner.weights import pack_weights
from build_brief.analyse.quotes.passages import cut_passages
from build_brief.analyse.quotes.weighing.confidence import RATES, list_all_traits, list_keys
from build_brief.analyse.quotes.weighing.traits import list_traits
from build_brief.analyse.quotes.written import write_quote
from build_brief.analyse.sentences import find_sentences
from build_brief.link.utterances.speakers import SURE
from build_brief.model.annotations import Quote
from evaluation.attributions import Annotated, is_right, is_said, label_passages, read_corpus
from evaluation.crfsuite_model import read_model, round_weights
from evaluation.odds import judge_case, weigh_traits

FOLDS = 5
PARAMETERS = {"c1": 1.0, "c2": 0.02, "max_iterations": 60, "feature.minfreq": 4}
"""c1 and minfreq keep the file small; more iterations gain nothing on the folds."""
FEWEST = 15
"""Quotes that a rate must rest on; below, the rate of the wider kind is used."""
BELIEF = 10
"""Quotes' worth of belief in the wider kind's rate."""
FOLDER = Path(package.__file__).parent


def train(corpus: Iterable[Annotated]) -> bytes:
    """Return the model trained on `corpus`, as crfsuite writes it."""
    trainer = Trainer(verbose=False)
    for annotated in corpus:
        passages = cut_passages(annotated.article, find_sentences(annotated.article))
        labels = label_passages(passages, annotated.annotations)
        for features, names in zip(write_features(passages), labels, strict=True):
            if features:
                trainer.append(features, names)
    trainer.select("lbfgs")
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "weights")
        trainer.train(str(path))
        return round_weights(path.read_bytes())


class Judged(NamedTuple):
    """One quote as the tables tell it apart, and what people say of it."""

    keys: tuple[str, ...]
    traits: tuple[str, ...]
    """Of how the speaker was found."""
    all_traits: tuple[str, ...]
    """Of the words too."""
    kind: str
    has_speaker: bool
    """Whether these words were said, and anybody is given as their speaker."""
    is_said: bool
    """Whether somebody marked these words as said by anyone."""
    is_right: bool
    """Whether the speaker is right too."""


def judge(corpus: Iterable[Annotated], label: Labeller | None) -> Iterator[Judged]:
    """Yield each quote found in `corpus` with what people marked."""
    for annotated in corpus:
        sentences = find_sentences(annotated.article)
        found = find_claims(annotated.article, sentences, label)
        for passage, claim in (*found.claims, *found.stances):
            quote: Quote = write_quote(passage, claim, ())
            said = is_said(quote, annotated)
            right = said and is_right(quote, annotated)
            keys, traits = list_keys(claim, quote.kind), list_traits(passage, claim, quote.kind)
            told = list_all_traits(passage, claim, quote.kind)
            named = said and quote.speaker is not None
            yield Judged(keys, traits, told, str(quote.kind), named, said, right)


def count_rates(judged: Iterable[tuple[tuple[str, ...], bool]]) -> dict[str, float]:
    """Return the share of right quotes for each key, leaning towards that of the wider key before it."""
    seen: Counter[tuple[str, ...]] = Counter()
    right: Counter[tuple[str, ...]] = Counter()
    for keys, is_so in judged:
        for depth in range(len(keys) + 1):
            seen[keys[:depth]] += 1
            right[keys[:depth]] += is_so
    rates: dict[str, float] = {}
    for keys in sorted(seen, key=lambda keys: (len(keys), keys)):
        if seen[keys] >= FEWEST:
            wider = rates.get("|".join(keys[:-1]), 0.5)
            rates["|".join(keys)] = round((right[keys] + BELIEF * wider) / (seen[keys] + BELIEF), 3)
    return rates


def train_folds(corpus: tuple[Annotated, ...], kept: Path) -> list[bytes]:
    """Return the models without each fifth in turn, then that of the whole; `kept` holds what is done."""
    parts = [tuple(a for place, a in enumerate(corpus) if place % FOLDS != fold) for fold in range(FOLDS)]
    paths = [kept / f"fold{fold}" for fold in range(FOLDS)] + [kept / "whole"]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_train_into, [*parts, corpus], paths))


def _train_into(corpus: tuple[Annotated, ...], path: Path) -> bytes:
    if not path.exists():
        model = train(corpus)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(model)
    return path.read_bytes()


def print_share(judged: Sequence[Sequence[Judged]]) -> None:
    """Print how much of what was said is printed without doubt, each fold judged by the others' weights."""
    printed: dict[str, list[bool]] = {"all": []}
    said: Counter[str] = Counter()
    for fold in judged:
        others = [one for other in judged if other is not fold for one in other if one.has_speaker]
        weights = weigh_traits([(one.traits, one.is_right) for one in others])
        for one in (one for one in fold if one.is_said):
            said.update((one.kind, "all"))
            if one.has_speaker and judge_case(weights, one.traits) >= SURE:
                printed.setdefault(one.kind, []).append(one.is_right)
                printed["all"].append(one.is_right)
    for kind, rights in sorted(printed.items()):
        share, right = len(rights) / said[kind], sum(rights) / max(len(rights), 1)
        print(f"{kind}: {100 * share:.1f} % of what was said without doubt, {100 * right:.1f} % of it right")


def main() -> None:
    """Train, say how each fold did, and write weights and rates into the package."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--keep", type=Path, required=True, help="folder for the weights of each fold")
    arguments = parser.parse_args()
    corpus = read_corpus(arguments.corpus)
    *folds, whole = [pack_weights(read_model(model)) for model in train_folds(corpus, arguments.keep)]
    labelled = [list(judge(corpus[fold::FOLDS], make_labeller(file))) for fold, file in enumerate(folds)]
    for fold, found in enumerate(labelled):
        share = sum(one.is_right for one in found) / max(len(found), 1)
        print(f"fold {fold}: {len(found)} attributions found, {100 * share:.1f} % right")
    print_share(labelled)
    judged = [*judge(corpus, None), *(one for found in labelled for one in found)]
    tables = {
        "quote": count_rates((one.keys, one.is_right) for one in judged),
        "report": weigh_traits([(one.all_traits, one.is_right) for one in judged]),
        "speaker": weigh_traits([(one.traits, one.is_right) for one in judged if one.has_speaker]),
    }
    rates = json.dumps(tables, indent=1, sort_keys=True)
    (FOLDER / "weighing" / RATES).write_text(rates + "\n", encoding="utf-8")
    (FOLDER / "learner" / WEIGHTS).write_bytes(whole)


if __name__ == "__main__":
    main()
