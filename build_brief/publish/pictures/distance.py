"""Draw how far before and after one day things lie: days near it get room, years far off little.

The scale is the logarithm of the distance in days, to both sides of the day: an event of last week and one of
the last century stand in one picture, and both can be told from their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import copysign, log1p

from build_brief.publish.pictures.drawing import NARROW_SCREEN, dot, draw, line, text, width_of
from build_brief.publish.wording.escape import Markdown

LEFT, RIGHT = 3.0, 97.0

MARKS: Mapping[int, str] = {
    1: "1 day",
    7: "1 week",
    30: "1 month",
    365: "1 year",
    3652: "10 years",
    36525: "100 years",
}
"""Distances that the axis names, in days; those of the far side of what is drawn are left out."""

LANES = 4
"""Heights at which dates are written; one that finds none free is drawn without."""

LANE = 1.35
"""From one lane to the next, in `em`."""

STACKED = 2.0
"""Dots nearer to each other than this, in per cent of the width, stand one above the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated."""

    days: int
    """After the day in the middle; negative before it."""
    words: str
    """Its date, as short as it can be said."""
    announced: bool
    """Drawn as a ring: it has not happened where the sources stop."""


def draw_distance(events: Sequence[Event], *, middle: str, alternative: str) -> Markdown:
    """Return `events` on an axis around the day called `middle`; `events` must not be empty."""
    scale = _Scale(min(0, *(event.days for event in events)), max(0, *(event.days for event in events)))
    places = _stack(sorted(events, key=lambda event: event.days), scale)
    written = _write(places)
    top = 0.9 + LANE * max(date.lane for date in written)
    axis = top + 0.75 * max(level for _, _, level in places) + 0.9
    shapes = [*_draw_axis(scale, axis, middle), *_draw_words(written, places, top, axis)]
    for event, x, level in places:
        kind = "ring" if event.announced else "own"
        shapes.append(dot(x=x, y=axis - 0.75 * level, radius=0.3, kind=kind))
    return draw(shapes, height=axis + 2.0, alternative=alternative)


class _Scale:
    """From days before or after to per cent of the width."""

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last
        self._left, self._right = _bend(first), _bend(last)

    def place(self, days: float) -> float:
        width = self._right - self._left
        return LEFT + (RIGHT - LEFT) * ((_bend(days) - self._left) / width if width else 0.5)


def _bend(days: float) -> float:
    return copysign(log1p(abs(days)), days)


Placed = tuple[Event, float, int]
"""An event, where it stands across, and how many stand below it."""


def _stack(events: Sequence[Event], scale: _Scale) -> list[Placed]:
    placed: list[Placed] = []
    for event in events:
        x = scale.place(event.days)
        near = placed and x - placed[-1][1] < STACKED
        placed.append((event, placed[-1][1], placed[-1][2] + 1) if near else (event, x, 0))
    return placed


def _draw_axis(scale: _Scale, y: float, middle: str) -> Iterator[str]:
    yield line(start=(0, y), end=(100, y), kind="axis")
    zero = scale.place(0)
    yield line(start=(zero, y - 0.6), end=(zero, y + 0.6), kind="axis")
    taken = [_extent(middle, zero)]
    yield _held_text(middle, x=zero, y=y + 1.6, kind="figure")
    for side in (-1, 1):
        for days, words in MARKS.items():
            x = scale.place(side * days)
            if not scale.first <= side * days <= scale.last:
                continue
            yield line(start=(x, y - 0.25), end=(x, y + 0.25), kind="axis")
            extent = _extent(words, x)
            if not any(_overlap(extent, other) for other in taken):
                taken.append(extent)
                yield _held_text(words, x=x, y=y + 1.6, kind="soft")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A date that stands in the drawing, and where the line leads down from it."""

    words: str
    lane: int
    """From 0, the lowest."""
    x: float
    extent: tuple[float, float]


def _write(places: Sequence[Placed]) -> list[_Written]:
    """Give dates the lowest lane that is free, those of the outer events first; some find none."""
    written: list[_Written] = []
    for event, x, _ in _outer_first(places):
        lane = next((at for at in range(LANES) if _is_free(written, at, event.words, x)), None)
        if lane is not None:
            written.append(_Written(words=event.words, lane=lane, x=x, extent=_extent(event.words, x)))
    return written


def _is_free(written: Sequence[_Written], lane: int, words: str, x: float) -> bool:
    """Tell whether `words` fit into `lane`: no date touches another, and no line crosses one."""
    extent = _extent(words, x)
    return not any(
        (other.lane == lane and _overlap(extent, other.extent))
        or (other.lane > lane and _overlap(extent, (other.x, other.x)))
        or (other.lane < lane and _overlap((x, x), other.extent))
        for other in written
    )


def _draw_words(
    written: Sequence[_Written], places: Sequence[Placed], top: float, axis: float
) -> Iterator[str]:
    highest = {x: level for _, x, level in places}
    for date in written:
        y = top - LANE * date.lane
        yield line(start=(date.x, y + 0.3), end=(date.x, axis - 0.75 * highest[date.x] - 0.4))
        yield _held_text(date.words, x=date.x, y=y)


def _outer_first(places: Sequence[Placed]) -> Iterator[Placed]:
    """Give one event of each place, the outermost first, then inwards."""
    single = [placed for at, placed in enumerate(places) if placed[2] == 0 or at == 0]
    while single:
        yield single.pop(0)
        if single:
            yield single.pop()


def _extent(words: str, x: float) -> tuple[float, float]:
    """Return from where to where `words` stand on the narrowest screen, in per cent; they stay inside."""
    half = _half(words)
    middle = min(max(x, half), 100 - half)
    return middle - half, middle + half


def _held_text(words: str, *, x: float, y: float, kind: str = "") -> str:
    """Return `words` around `x`, or at the edge when they would leave the drawing."""
    if x < _half(words):
        return text(words, x=0, y=y, kind=kind)
    if x > 100 - _half(words):
        return text(words, x=100, y=y, anchor="end", kind=kind)
    return text(words, x=x, y=y, anchor="middle", kind=kind)


def _half(words: str) -> float:
    return (width_of(words) / 2 + 0.35) / NARROW_SCREEN * 100


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
