"""Find counts of the dead and the hurt that differ from source to source.

A story is one event, so the first count that a report gives, high up and without another time beside
it, is that of the event. A source that gives the other's count too, further down, knows both and
differs from nobody. “More than 100” does not differ from 120.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from math import fsum

from build_brief.compose.differences.figures import NEAR, are_near
from build_brief.compose.differences.matters import FILING, without_figures
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.wordings import overlap
from build_brief.language.figures import NUMBER_WORDS, Figure
from build_brief.model.article import Span
from build_brief.model.differences import Difference, DifferenceKind

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
COUNTS = (
    NUMBER_WORDS
    | {"sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0}
    | {word: 10.0 * value for value, word in enumerate(TENS, start=2)}
)
HIGH_UP = 8
"""Sentences from the top in which an article counts the dead of its own event."""
MOST_TELLINGS = 4
NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|{'|'.join(COUNTS)})"
ABOUT = (
    r"(?:(?:at least|no fewer than|as many as|more than|over|about|around|nearly|almost|some|up to"
    r"|an estimated|another) )?"
)
PEOPLE = r"(?: (?!(?:and|or|years?|miles?|days?|hours?|minutes?|per|percent|times?|of)\b)[a-z’'-]+)"
BE = (
    r"(?: (?:were|was|are|is|have been|had been|has been|being|been|have|had|has|now|also|already|feared"
    r"|reported|confirmed(?: (?:as having|to have))?))*"
)
NO_PEOPLE = (
    r"(?! ?(?:%|percent|per cent|(?:more )?years?|miles?|days?|hours?|minutes?|times|dogs|cattle|birds)"
    r"|[’'-])"
)
KILLED = r"(?:killed|dead|died|slain|(?:lost|losing) their lives|perished|shot dead|fatalities|deaths)"
HURT = (
    r"(?:(?:critically |seriously |badly )?(?:wounded|injured|hurt)|hospitali[sz]ed"
    r"|taken to (?:\w+ )?hospitals?)"
)
KILLING = (
    r"(?:kill(?:ing|ed|s)|claim(?:ed|ing|s) the lives of|(?:death )?toll\b[^.;,]{0,120}? "
    r"(?:rose to|rises to|climbed to|climbs to|stood at|stands at|reached|now at|put at|to|at|of|is|was)|"
    r"(?:left|leaves|leaving)(?=[^.;]{0,40} (?:dead|killed)))"
)
HURTING = r"(?:wounding|injuring|hurting|injured|wounded|injures|wounds)"
OTHER = NUMBER.replace("number", "other")
TOLLS = {
    "killed": re.compile(
        rf"\b{KILLING} {ABOUT}{NUMBER}\b{NO_PEOPLE}(?!{PEOPLE}{{0,3}}{BE} {HURT})"
        rf"|\b{OTHER}(?![’'-]){PEOPLE}{{0,3}}{BE} {KILLED}\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        rf"\b{HURTING} {ABOUT}{NUMBER}\b{NO_PEOPLE}|\b{OTHER}(?![’'-]){PEOPLE}{{0,3}}{BE} {HURT}\b",
        re.IGNORECASE,
    ),
}
ROUGH = re.compile(r"\b(?:about|around|some|roughly|approximately|over|more than)\s+$")
"""Before a count: it may be more. “Nearly 50” may not."""
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
    ours = [told for told in first.values() if _is_of_event(told, first.values())]
    chosen: list[Told] = []
    for told in _pick_fullest(ours):
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


def _is_of_event(told: Told, others: Iterable[Told]) -> bool:
    """Tell whether a count is of the event that other articles count too: a lead's is."""
    passage = told[0]
    return passage.number == 0 or any(
        _share(passage, other) >= SAME_EVENT for other, _ in others if other.place[0] != passage.place[0]
    )


def _pick_fullest(tellings: Sequence[Told]) -> list[Told]:
    """Return one telling of each count, that which shares most with the others, in the sources' order."""
    best: dict[float, Told] = {}
    for told in tellings:
        value = told[1].value
        if value not in best or _weigh(told, tellings) > _weigh(best[value], tellings):
            best[value] = told
    return list(best.values())


def _weigh(told: Told, tellings: Sequence[Told]) -> float:
    return fsum(_share(told[0], other) for other, _ in tellings if other is not told[0])


def _share(one: Passage, other: Passage) -> float:
    return overlap(without_figures(one.terms), without_figures(other.terms))


def _differ(one: Told, other: Told, known: Known) -> bool:
    (passage, figure), (earlier, first) = one, other
    return not (
        _may_be_one(figure, first)
        or first.value in known[passage.place[0]]
        or figure.value in known[earlier.place[0]]
    )


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Tell whether two counts may be one: near each other, and neither above what “more than” allows.

    “More than 50” and 40 are two counts, “more than 50” and 55 are one.
    """
    low, high = sorted((one, other), key=lambda figure: figure.value)
    return high.value <= NEAR * low.value or (low.rough and are_near(one, other))


def _find_words(passage: Passage, figure: Figure) -> Span:
    evidence = passage.statement.evidence[0]
    return evidence.article.span(evidence.start + figure.start, evidence.start + figure.end)


def _read(what: str, text: str) -> Iterator[Figure]:
    """Yield the counts of `what` in `text`, in order."""
    for found in TOLLS[what].finditer(text):
        group = "number" if found["number"] else "other"
        start, end = found.span(group)
        value = _value(found[group])
        if value is not None:
            before = text[max(0, start - 16) : start].lower()
            yield Figure(start, end, value, frozenset({what}), bool(ROUGH.search(before)))


def _value(number: str) -> float | None:
    word = COUNTS.get(number.lower())
    if word is not None:
        return word
    value = float(number.replace(",", ""))
    return None if 1900 <= value < 2100 and "," not in number else value  # noqa: PLR2004 - a year
