"""Say word by word where two reports of one utterance differ.

Words that notes drop (“the”), a contraction written out, “on to” for “onto” and what one source leaves
out are no other wording; another word in its place, or another order, is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from build_brief.language.alignment import Change, Step, align
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, QuoteCluster

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|&")
BRACKETS = re.compile(r"\[[^\]]{0,80}\]")
UNHEARD = frozenset({"the", "a", "an", "that"})
"""Words that notes drop: whether they stood there tells a reader nothing."""
CONTRACTED = {"'m": "am", "'re": "are", "'ll": "will", "'ve": "have", "n't": "not"}
IRREGULAR = {"won't": "will not", "can't": "can not", "cannot": "can not"}
SAME = 0.7
"""Share of the shorter's words that stand in the longer in their order: two pieces of one long speech are
not two wordings."""
LEAST_WORDS = 4
"""Of a quotation: two words in another order tell a reader nothing."""


class Heard(NamedTuple):
    """One word as it sounds, and where it stands."""

    word: str
    span: Span


def find_differing(one: AttributedQuote, other: AttributedQuote) -> tuple[Span, ...]:
    """Return the words of both, in the order of `one` and then `other`, where they are worded otherwise.

    Empty when they are the same words, when one only leaves some out, and when they are not one utterance.
    """
    longer, shorter = sorted((hear(one), hear(other)), key=lambda heard: -len(heard))
    steps = align([heard.word for heard in longer], [heard.word for heard in shorter])
    same = sum(step.change is Change.SAME for step in steps)
    if len(shorter) < LEAST_WORDS or same < SAME * len(shorter):
        return ()
    spans = [span for run in _find_runs(steps, longer, shorter) for span in run]
    first = one.quote.contents[0].article
    return tuple(sorted(dict.fromkeys(spans), key=lambda span: (span.article != first, span.place)))


def find_all_differing(cluster: QuoteCluster) -> tuple[Span, ...]:
    """Return the words of the variants that the fullest has otherwise."""
    return tuple(
        span
        for variant in cluster.variants
        for span in find_differing(variant, cluster.fullest)
        if any(content.covers(span) for content in variant.quote.contents)
    )


def find_otherwise(cluster: QuoteCluster) -> tuple[AttributedQuote, ...]:
    """Return the variants that are no piece of the fullest: a comma or a capital is no other wording."""
    whole = [heard.word for heard in hear(cluster.fullest)]
    return tuple(one for one in cluster.variants if not _is_piece([h.word for h in hear(one)], whole))


def find_same_words(
    cluster: QuoteCluster, otherwise: Sequence[AttributedQuote]
) -> tuple[AttributedQuote, ...]:
    """Return one variant of each source besides the fullest's that is not among those worded `otherwise`."""
    found: dict[str, AttributedQuote] = {}
    for one in cluster.variants:
        article = one.article
        if one not in otherwise and article != cluster.fullest.article:
            found.setdefault(article, one)
    return tuple(found.values())


def keep_heard(cluster: QuoteCluster, printed: Sequence[Span]) -> QuoteCluster:
    """Return `cluster` with the variants that report what stands in `printed`, of all its fullest says."""
    said = hear(cluster.fullest)
    words = [heard.word for heard in said if any(span.covers(heard.span) for span in printed)]
    if len(words) == len(said):
        return cluster
    kept = tuple(one for one in cluster.variants if _are_of_one([h.word for h in hear(one)], words))
    return replace(cluster, variants=kept)


def _are_of_one(words: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether most words of the shorter stand in the longer in their order."""
    longer, shorter = sorted((words, others), key=lambda words: -len(words))
    same = sum(step.change is Change.SAME for step in align(longer, shorter))
    return 2 * same > len(shorter)


def _is_piece(words: Sequence[str], whole: Sequence[str]) -> bool:
    return any(whole[at : at + len(words)] == words for at in range(len(whole) - len(words) + 1))


def hear(quote: AttributedQuote) -> tuple[Heard, ...]:
    """Return the words inside the quotation marks; what a source put in brackets is not the speaker's."""
    return tuple(heard for span in quote.quote.quoted for heard in _hear(span))


def _hear(span: Span) -> Iterator[Heard]:
    text = BRACKETS.sub(lambda found: " " * len(found[0]), span.text)
    for found in WORD.finditer(text):
        place = span.article.span(span.start + found.start(), span.start + found.end())
        for word in _plain(found[0]):
            if word not in UNHEARD:
                yield Heard(word, place)


def _plain(word: str) -> list[str]:
    """Return a word as it sounds: “I.R.S.” is “IRS”, “I’m” is “I am”."""
    plain = word.lower().replace("’", "'").replace(".", "")
    if plain == "&":
        return ["and"]
    if plain in IRREGULAR:
        return IRREGULAR[plain].split()
    for ending, whole in CONTRACTED.items():
        if plain.endswith(ending) and plain != ending:
            return [plain.removesuffix(ending), whole]
    return [plain]


def _find_runs(
    steps: Sequence[Step], longer: Sequence[Heard], shorter: Sequence[Heard]
) -> Iterator[list[Span]]:
    """Yield the words of each stretch, between the same words, in which one says something else."""
    runs = [
        (same, list(run))
        for same, run in groupby(_place(steps), key=lambda placed: placed[0].change is Change.SAME)
    ]
    for same, run in runs[1:-1]:
        if not same and _is_other(step for step, _ in run):
            yield [
                *(longer[step.at].span for step, _ in run if step.longer is not None),
                *(shorter[at].span for step, at in run if step.shorter is not None),
            ]


def _place(steps: Iterable[Step]) -> Iterator[tuple[Step, int]]:
    """Yield each step with the index of its word in the shorter."""
    at = 0
    for step in steps:
        yield step, at
        at += step.shorter is not None


def _is_other(run: Iterable[Step]) -> bool:
    steps = list(run)
    one = "".join(step.longer or "" for step in steps)
    other = "".join(step.shorter or "" for step in steps)
    return bool(other) and one.replace("-", "") != other.replace("-", "")
