"""Draw dots in a field: a row for each name, a place across for a day or for a heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from build_brief.publish.pictures.drawing import (
    LABELS,
    NARROW_SCREEN,
    dot,
    draw,
    height_of,
    label,
    line,
    text,
    upright,
    width_of,
    wrap,
)
from build_brief.publish.wording.escape import Markdown

LEFT, RIGHT = LABELS + 3.0, 97.0
"""Between which the dots stand, in per cent."""

SMALLEST, LARGEST = 0.27, 0.85
"""Radius of the dot of one, and of the most; between them the area tells the count."""

MAX_HEAD = 16.0
"""How long the head of a column may be, in `em`."""

LYING = 2
"""Columns whose heads may be read without turning the head; more would run into each other's lines."""

MAX_LYING = (RIGHT - LEFT) / 100 * NARROW_SCREEN
"""How long such a head may be, in `em`: from the first column to the last on the narrowest phone."""

LYING_LINE = 1.5
"""From one of them to the next, in `em`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: how many stand where."""

    name: str
    counts: Mapping[float, int]
    """By place across, from 0 to 1."""


def draw_dots(rows: Sequence[Row], ticks: Mapping[float, str], *, alternative: str) -> Markdown:
    """Return `rows` over an axis of `ticks` (place across, from 0 to 1, and words), which stands below."""
    shapes, bottom = _draw_rows(rows, 0.2)
    grid = [_grid(place, 0.2, bottom) for place in ticks]
    return draw(
        [*grid, *shapes, *_draw_ticks(ticks, bottom + 1.3)], height=bottom + 1.7, alternative=alternative
    )


def draw_matrix(rows: Sequence[Row], heads: Mapping[float, str], *, alternative: str) -> Markdown:
    """Return `rows` under `heads`, which read upwards: names are long, columns narrow. Two may lie."""
    cut = {place: wrap(words, MAX_HEAD, most=1)[0] for place, words in heads.items()}
    if len(cut) <= LYING and max(map(width_of, cut.values())) <= MAX_LYING:
        return _draw_under_lying(rows, cut, alternative)
    top = max(map(width_of, cut.values())) + 0.8
    shapes, bottom = _draw_rows(rows, top)
    grid = [_grid(place, top, bottom) for place in heads]
    names = [upright(words, x=across(place), y=top - 0.4) for place, words in cut.items()]
    return draw([*names, *grid, *shapes], height=bottom + 0.2, alternative=alternative)


def _draw_under_lying(rows: Sequence[Row], heads: Mapping[float, str], alternative: str) -> Markdown:
    """Return `rows` under `heads` a line each, like a stair: two side by side need more than a phone."""
    top = LYING_LINE * len(heads) + 0.2
    shapes, bottom = _draw_rows(rows, top)
    grid = [_grid(place, LYING_LINE * at + 0.2, bottom) for at, place in enumerate(heads, start=1)]
    names = [
        text(words, x=across(place), y=LYING_LINE * at - 0.3, anchor=_anchor(place))
        for at, (place, words) in enumerate(heads.items(), start=1)
    ]
    return draw([*names, *grid, *shapes], height=bottom + 0.2, alternative=alternative)


def across(place: float) -> float:
    """Return where `place`, from 0 to 1, stands in per cent of the width."""
    return LEFT + place * (RIGHT - LEFT)


def _draw_rows(rows: Sequence[Row], top: float) -> tuple[list[str], float]:
    most = max((count for row in rows for count in row.counts.values()), default=1)
    shapes: list[str] = []
    for row in rows:
        height = height_of(row.name)
        shapes += _draw_row(row, most, top + height / 2)
        top += height
    return shapes, top


def _draw_row(row: Row, most: int, middle: float) -> Iterator[str]:
    yield label(row.name, y=middle)
    yield line(start=(LABELS, middle), end=(100, middle))
    for place, count in sorted(row.counts.items()):
        yield dot(x=across(place), y=middle, radius=_radius(count, most), kind="own")


def _radius(count: int, most: int) -> float:
    """Return a radius whose area grows with `count`, so that `most` just fits its row."""
    return SMALLEST if most <= 1 else max(SMALLEST, min(LARGEST, SMALLEST * sqrt(most)) * sqrt(count / most))


def _draw_ticks(ticks: Mapping[float, str], y: float) -> Iterator[str]:
    """Write the words of each tick that does not run into the one before it."""
    until = 0.0
    for place, words in sorted(ticks.items()):
        width, anchor = (width_of(words) + 0.8) / NARROW_SCREEN * 100, _anchor(place)
        start = across(place) - width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        if start >= until:
            until = start + width
            yield text(words, x=across(place), y=y, anchor=anchor)


def _grid(place: float, top: float, bottom: float) -> str:
    return line(start=(across(place), top), end=(across(place), bottom), kind="grid")


def _anchor(place: float) -> str:
    """Keep the words of the outer ticks inside the drawing."""
    if place < 0.1:  # noqa: PLR2004 - a tenth of the width, more than half of a tick's words
        return "start"
    return "end" if place > 0.9 else "middle"  # noqa: PLR2004
