"""Find counts of the dead and the hurt that differ from source to source.

A story is one event, so the first count that a report gives, high up and without another time beside
it, is that of the event. A source that gives the other's count too, further down, knows both and
differs from nobody. “More than 100” does not differ from 120.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from build_brief.compose.differing_figures import are_near
from build_brief.compose.matters import FILING, without_figures
from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import overlap
from build_brief.language.figures import NUMBER_WORDS, ROUGHLY, Figure
from build_brief.model.article import Span
from build_brief.model.differences import Difference, DifferenceKind

HIGH_UP = 8
"""Sentences from the top in which an article counts the dead of its own event."""
MOST_TELLINGS = 4
NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(NUMBER_WORDS)})"
ABOUT = r"(?:(?:at least|more than|over|about|around|nearly|almost|some|up to|as many as|an estimated) )?"
PEOPLE = r"(?: (?!(?:and|or|years?|miles?|days?|hours?|minutes?|per|percent|times?|of)\b)[a-z’'-]+)"
BE = r"(?: (?:were|was|are|is|have been|had been|has been|been|have|had|confirmed|feared|reported))*"
NO_PEOPLE = r"(?! ?(?:%|percent|per cent|years?|miles?|days?|hours?|minutes?|times|dogs|cattle|birds))"
KILLED, HURT = r"(?:killed|dead|died|slain)", r"(?:wounded|injured|hurt|hospitali[sz]ed)"
KILLING = (
    r"(?:kill(?:ing|ed|s)|claimed the lives of|death toll (?:\w+ ){0,3}(?:to|at|of|is|was)|"
    r"(?:left|leaving)(?=[^.;]{0,40} (?:dead|killed)))"
)
HURTING = r"(?:wounding|injuring|hurting|injured|wounded|injures|wounds)"
OTHER = NUMBER.replace("number", "other")
TOLLS = {
    "killed": re.compile(
        rf"\b{KILLING} {ABOUT}{NUMBER}\b{NO_PEOPLE}(?!{PEOPLE}{{0,3}}{BE} {HURT})"
        rf"|\b{OTHER}{PEOPLE}{{0,3}}{BE} {KILLED}\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        rf"\b{HURTING} {ABOUT}{NUMBER}\b{NO_PEOPLE}|\b{OTHER}{PEOPLE}{{0,3}}{BE} {HURT}\b",
        re.IGNORECASE,
    ),
}
OTHER_TIME = re.compile(
    r"\b(?:in (?:1[89]|20)\d\d|since|last (?:year|month)|years? ago|a year|earlier|previous|every year|"
    r"first \w+ since|anniversary|if|could|would|might|may have|threatened|sentenced|convicted|"
    r"revenge|aveng(?:e|ed|ing)|retaliat(?:e|ed|ion|ing)|similar|another (?:attack|blast|crash))\b"
)
"""Beside a count: it may be of another event, or of none."""
SAME_EVENT = 0.25
"""Share of telling words in common, figures aside: what a bomber avenges is counted apart."""

Told = tuple[Passage, Figure]
Known = Mapping[str, Container[float]]
"""All counts of each article."""


def find_toll_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return what is counted otherwise: the dead first, then the hurt; each with one telling a count."""
    found = (_compare(what, file) for what in TOLLS)
    return tuple(difference for difference in found if difference)


def _compare(what: str, file: StoryFile) -> Difference | None:
    first: dict[str, Told] = {}
    for passage in file.passages:
        article = passage.place[0]
        if article not in first and passage.number < HIGH_UP:
            figure = next(_read(what, passage.statement.evidence[0].text), None)
            if figure and not OTHER_TIME.search(passage.statement.evidence[0].text):
                first[article] = (passage, figure)
    known: Known = {
        annotated.article.id: {figure.value for figure in _read(what, annotated.article.text)}
        for annotated in file.articles
    }
    chosen: list[Told] = []
    for told in first.values():
        if len(chosen) < MOST_TELLINGS and all(_differ(told, other, known) for other in chosen):
            chosen.append(told)
    if len(chosen) < 2:  # noqa: PLR2004 - it takes two
        return None
    return Difference(
        kind=DifferenceKind.FIGURE,
        topic=what,
        tellings=tuple(passage.statement for passage, _ in chosen),
        note=FILING,
        differing=tuple(_find_words(*told) for told in chosen),
    )


def _differ(one: Told, other: Told, known: Known) -> bool:
    (passage, figure), (earlier, first) = one, other
    if overlap(without_figures(passage.terms), without_figures(earlier.terms)) < SAME_EVENT:
        return False
    return not (
        are_near(figure, first)
        or first.value in known[passage.place[0]]
        or figure.value in known[earlier.place[0]]
    )


def _find_words(passage: Passage, figure: Figure) -> Span:
    evidence = passage.statement.evidence[0]
    return evidence.article.span(evidence.start + figure.start, evidence.start + figure.end)


def _read(what: str, text: str) -> Iterator[Figure]:
    """Yield the counts of `what` in `text`, in order."""
    for found in TOLLS[what].finditer(text):
        group = "number" if found["number"] else "other"
        start, end = found.span(group)
        words = text[max(0, start - 12) : start].lower().split()
        value = _value(found[group])
        if value is not None:
            yield Figure(start, end, value, frozenset({what}), bool(ROUGHLY & set(words)))


def _value(number: str) -> float | None:
    word = NUMBER_WORDS.get(number.lower())
    if word is not None:
        return word
    value = float(number.replace(",", ""))
    return None if 1900 <= value < 2100 and "," not in number else value  # noqa: PLR2004 - a year
