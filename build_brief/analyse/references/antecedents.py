"""Choose whom a pronoun looks back to, and say how sure that is.

The nearest sentence that shows a fitting person decides. One alone there is sure; of several, the
one who acts is likely, and sure only when the sentence before shows the same one acting and nobody
else is new. Somebody without a name (“a man”) is a rival like any other, and words inside a
quotation look no further than that quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from build_brief.analyse.references.scene import OUTSIDE, Figure
from build_brief.model.annotations import Gender

BY_DISTANCE = (0.95, 0.93, 0.85, 0.75, 0.65)
"""Of one fitting person alone, by how many sentences back that is."""
ACTS_AGAIN, ACTS_ONCE, HIDDEN, OPEN = 0.9, 0.85, 0.6, 0.3
"""Among rivals: who acts here and in the sentence before; who acts here; who does not; nobody."""
IN_QUOTE = 0.8


class Pronoun(NamedTuple):
    """A pronoun in its place."""

    start: int
    gender: Gender
    region: int
    is_object: bool
    """True for “him” and the “her” that is no possessive."""
    is_subject: bool


class Choice(NamedTuple):
    """Who is meant; `name` is None when it is nobody with a name or nobody in particular."""

    name: str | None
    confidence: float


def choose_antecedent(
    pronoun: Pronoun, layers: Sequence[Sequence[Figure]], gender_of: Callable[[Figure], Gender]
) -> Choice:
    """Return who `pronoun` means; `layers` are the figures of its sentence, then of those before."""
    able = [
        [figure for figure in layer if _fits(figure, pronoun, gender_of)]
        for layer in layers[: len(BY_DISTANCE)]
    ]
    if able and pronoun.is_object:
        able[0] = _drop_actor(able[0])
    for distance, layer in enumerate(able):
        if layer:
            choice = _choose_among(layer, able[distance + 1 :], distance, pronoun)
            limit = IN_QUOTE if pronoun.region != OUTSIDE else 1.0
            if distance:
                limit = min(limit, _limit_unknown(choice, able[distance : distance + 3], gender_of))
            return Choice(choice.name, min(choice.confidence, limit, _limit_guess(choice, layer)))
    return Choice(None, OPEN)


def _limit_guess(choice: Choice, layer: Sequence[Figure]) -> float:
    """Return how sure one may be of somebody whom only a guess has shown: it stays a guess."""
    shown = max((figure.confidence for figure in layer if figure.name == choice.name), default=1.0)
    return shown if shown < ACTS_AGAIN else 1.0


def _limit_unknown(
    choice: Choice, layers: Sequence[Sequence[Figure]], gender_of: Callable[[Figure], Gender]
) -> float:
    """Return how sure one may be of somebody whose gender nothing tells, with rivals near."""
    figures = [figure for layer in layers for figure in layer]
    known = {figure.name: gender_of(figure) for figure in figures}
    if known.get(choice.name, Gender.UNKNOWN) is not Gender.UNKNOWN:
        return 1.0
    rivals = [gender_of(figure) for figure in figures if figure.name != choice.name]
    if any(gender is not Gender.UNKNOWN for gender in rivals):
        return HIDDEN
    return ACTS_ONCE if rivals else 1.0


def _fits(figure: Figure, pronoun: Pronoun, gender_of: Callable[[Figure], Gender]) -> bool:
    if figure.region != pronoun.region or figure.start >= pronoun.start:
        return False
    return gender_of(figure) in (pronoun.gender, Gender.UNKNOWN)


def _drop_actor(layer: list[Figure]) -> list[Figure]:
    """Leave out who acts in the same clause: “Ruiz told him” is not about Ruiz."""
    acting = [figure for figure in layer if figure.acts]
    return [figure for figure in layer if figure is not acting[-1]] if acting else layer


def _choose_among(
    layer: Sequence[Figure], before: Sequence[Sequence[Figure]], distance: int, pronoun: Pronoun
) -> Choice:
    people = _distinct(layer)
    if len(people) == 1:
        return _choose_single(layer, before, distance, pronoun)
    acting = _distinct(figure for figure in layer if figure.acts)
    if len(acting) != 1:
        first = acting[0] if acting else people[-1]
        return Choice(first.name, HIDDEN if acting else OPEN)
    again = next((_distinct(f for f in earlier if f.acts) for earlier in before if earlier), [])
    same = bool(again) and again[0].name == acting[0].name and acting[0].name is not None
    known = {figure.name for earlier in before for figure in earlier}
    same = same and all(person.name in known for person in people if person.name is not None)
    return Choice(acting[0].name, ACTS_AGAIN if same and pronoun.is_subject else ACTS_ONCE)


def _choose_single(
    layer: Sequence[Figure], before: Sequence[Sequence[Figure]], distance: int, pronoun: Pronoun
) -> Choice:
    name = layer[-1].name
    confidence = BY_DISTANCE[distance]
    acts = any(figure.acts for figure in layer)
    rivals = [f for earlier in before[:2] for f in earlier if f.name != name or name is None]
    if acts:
        return Choice(name, confidence)
    if not rivals:
        owns = all(figure.owns for figure in layer)
        return Choice(name, min(confidence, ACTS_ONCE) if owns and pronoun.is_subject else confidence)
    if pronoun.is_subject and any(figure.acts for figure in rivals):
        return Choice(name, HIDDEN)
    return Choice(name, min(confidence, ACTS_ONCE))


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Return one figure for each person, in order; each without a name is another one."""
    seen: set[str] = set()
    kept = []
    for figure in figures:
        if figure.name is None or figure.name not in seen:
            kept.append(figure)
            seen.add(figure.name or "")
    return kept
