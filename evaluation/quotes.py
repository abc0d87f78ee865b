"""Measure who said what on articles of our own, held to evaluation/floors.json.

    python -m evaluation.quotes

Each line of `quotes.jsonl` is an article with the words said in it and their speakers as printed.
A quote is found when one of ours covers at least half of its words, and right when that one has the
same speaker, known by surname or head noun. Measured with the trained model and with the rules
alone; figures on corpora that people annotated are in docs/quotes-model.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_brief.analyse.quotes import find_claims, write_likely
from build_brief.analyse.quotes.learner.learned import Labeller, load_labeller
from build_brief.analyse.sentences import find_sentences
from build_brief.model.annotations import Quote
from evaluation.attributions import Annotated, find_head, read_article

HERE = Path(__file__).parent
OWN, FLOORS = HERE / "quotes.jsonl", HERE / "floors.json"


class Said(NamedTuple):
    """Words that an article says somebody said."""

    start: int
    end: int
    speaker: str


class Score(NamedTuple):
    """F1 of the quotes found, and of those with the right speaker; from 0 to 1."""

    found: float
    right: float


def measure(path: Path, label: Labeller | None) -> Score:
    """Return how what is found in the articles of `path` agrees with what is written there."""
    gold = ours = found = right = 0
    for annotated, said in read_own(path):
        quotes = find_own(annotated, label)
        gold, ours = gold + len(said), ours + len(quotes)
        covering = [[quote for quote in quotes if covers(quote, one)] for one in said]
        found += sum(bool(some) for some in covering)
        right += sum(
            any(quote.speaker and find_head(quote.speaker.text) == find_head(one.speaker) for quote in some)
            for one, some in zip(said, covering, strict=True)
        )
    return Score(2 * found / (gold + ours), 2 * right / (gold + ours))


def read_own(path: Path) -> Iterator[tuple[Annotated, tuple[Said, ...]]]:
    """Yield each article of `path` with what is said in it."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        if line.strip():
            row = json.loads(line)
            text = row["text"]
            said = tuple(
                Said(text.index(one["words"]), text.index(one["words"]) + len(one["words"]), one["speaker"])
                for one in row["quotes"]
            )
            yield read_article({"text": text, "attributions": []}, number), said


def find_own(annotated: Annotated, label: Labeller | None) -> list[Quote]:
    """Return the quotes found in one article, without names."""
    sentences = find_sentences(annotated.article)
    claims = find_claims(annotated.article, sentences, label).claims
    return list(write_likely(claims, ()))


def covers(quote: Quote, said: Said) -> bool:
    """Tell whether `quote` holds at least half of the words said."""
    shared = sum(max(0, min(c.end, said.end) - max(c.start, said.start)) for c in quote.contents)
    return 2 * shared >= said.end - said.start


def main() -> int:
    """Print the scores; return 1 when one lies below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["quotes"]
    low = 0
    for name, label in (("rules", None), ("model", load_labeller())):
        if name == "model" and label is None:
            continue
        score = measure(OWN, label)
        print(f"{name}: found F1 {score.found:.3f}, with the right speaker F1 {score.right:.3f}")
        low += score.found < floors[name]["found"] or score.right < floors[name]["right"]
    return int(low > 0)


if __name__ == "__main__":
    sys.exit(main())
