"""Find figures that sources give differently for the same matter.

Two sentences are on the same matter when they share most of their telling words, figures aside, and
some of them stand beside the figure. The figures differ when each counts the same thing once, they
are not near each other, and neither source gives the other's figure elsewhere: then it knows both
and speaks of two things. A rounded figure is not another figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from build_brief.compose.archive import Place
from build_brief.compose.differences.matters import (
    FILING,
    find_likeness,
    keep_once,
    set_side_by_side,
    without_figures,
)
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import Terms, overlap, weigh_words
from build_brief.language.figures import Figure, find_figures
from build_brief.model.article import Span
from build_brief.model.differences import Difference, DifferenceKind

NEAR = 1.06
"""Figures whose ratio is at most this are one, rounded."""
NEAR_ROUGH = 1.25
"""The same when one is said to be rough (“nearly”, “more than”)."""
FAR = 20
"""Figures further apart count different things: a share's price and a company's."""
BESIDE = 45
"""Characters on either side of a figure that tell what it is about."""
BESIDE_WORDS = 2
SAME_MEASURE, MEASURE_WORDS, SHORT_FOR_LONG = 0.65, 3, 0.5
"""Of the shorter sentence's words that the longer has; the fewest; what such a likeness counts."""
MOST_COMPARED = 2000
"""Pairs of sentences that count the same thing; a story of a hundred articles has too many."""

Known = Mapping[str, Sequence[Figure]]
"""All the figures of each article."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a sentence."""

    passage: Passage
    figure: Figure
    terms: Terms
    beside: frozenset[str]
    """Telling words near the figure, what it counts left out."""


def find_figure_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return figures that differ, one difference for a pair of sentences, most alike first."""
    found: dict[tuple[Place, Place], tuple[float, Difference]] = {}
    known: Known = {a.article.id: list(find_figures(a.article.text)) for a in file.articles}
    for unit, tellings in sorted(_by_unit(file).items()):
        for one, other in islice(combinations(tellings, 2), MOST_COMPARED):
            pair = (one.passage.place, other.passage.place)
            alike = _differ(one, other, known) if pair not in found else 0.0
            if alike:
                difference = set_side_by_side(
                    DifferenceKind.FIGURE, one.passage, other.passage, counted=unit, note=FILING
                )
                marked = (_find_words(one), _find_words(other))
                found[pair] = (alike, replace(difference, differing=marked))
    ordered = sorted(found, key=lambda pair: (-found[pair][0], pair))
    return keep_once(found[pair][1] for pair in ordered)


def _differ(one: Told, other: Told, known: Known) -> float:
    """Return how alike two sentences are that give different figures for one thing, else 0."""
    if one.passage.place[0] == other.passage.place[0] or are_near(one.figure, other.figure):
        return 0.0
    if len(one.beside & other.beside) < BESIDE_WORDS:
        return 0.0
    if _knows(known[one.passage.place[0]], other.figure) or _knows(known[other.passage.place[0]], one.figure):
        return 0.0
    return find_likeness(one.terms, other.terms) or _measure_alike(one.terms, other.terms)


def _measure_alike(one: Terms, other: Terms) -> float:
    """Return how alike two sentences are of which one is short: “Orla fell 6%” and the same with why."""
    alike, shared = overlap(one, other), sum(word in other for word in one)
    return SHORT_FOR_LONG * alike if alike >= SAME_MEASURE and shared >= MEASURE_WORDS else 0.0


def _by_unit(file: StoryFile) -> dict[str, list[Told]]:
    """Return what is counted, with the sentences that count it exactly once."""
    counted: dict[str, list[Told]] = defaultdict(list)
    for passage in file.passages:
        figures = find_figures(passage.statement.evidence[0].text)
        for figure in figures:
            for unit in sorted(figure.units):
                if sum(unit in other.units for other in figures) == 1:
                    counted[unit].append(_told(passage, figure, unit))
    return counted


def _told(passage: Passage, figure: Figure, unit: str) -> Told:
    text = passage.statement.evidence[0].text
    beside = text[max(figure.start - BESIDE, 0) : figure.end + BESIDE].split(" ")[1:-1]
    words = without_figures(weigh_words(" ".join(beside)))
    unit_words = weigh_words(unit)
    return Told(
        passage=passage,
        figure=figure,
        terms=without_figures(passage.terms),
        beside=frozenset(word for word in words if word not in unit_words),
    )


def _find_words(told: Told) -> Span:
    evidence = told.passage.statement.evidence[0]
    return evidence.article.span(evidence.start + told.figure.start, evidence.start + told.figure.end)


def _knows(figures: Sequence[Figure], figure: Figure) -> bool:
    return any(known.value == figure.value and known.units & figure.units for known in figures)


def are_near(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are one, rounded."""
    low, high = sorted((one.value, other.value))
    near = high <= low * (NEAR_ROUGH if one.rough or other.rough else NEAR)
    return near or high > low * FAR
