"""Draw bars: one row for each name, its own words and what is reported of it in two shades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_brief.publish.pictures.drawing import LABELS, bar, draw, height_of, label, line, text
from build_brief.publish.wording.escape import Markdown

END = 92.0
"""Where the longest bar ends, in per cent; its count stands behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row."""

    name: str
    own: int
    """Quotes in the speaker's own words."""
    reported: int

    @property
    def total(self) -> int:
        """Both together, which is how long the bar is."""
        return self.own + self.reported


def draw_bars(rows: Sequence[Bar], *, alternative: str) -> Markdown:
    """Return the drawing of `rows`, in their order; `rows` must not be empty."""
    longest = max(1, *(row.total for row in rows))
    shapes: list[str] = []
    top = 0.2
    for row in rows:
        height = height_of(row.name)
        shapes += _draw_row(row, longest, top + height / 2)
        top += height
    axis = line(start=(LABELS, 0), end=(LABELS, top), kind="axis")
    return draw([*shapes, axis], height=top + 0.2, alternative=alternative)


def _draw_row(row: Bar, longest: int, middle: float) -> Iterator[str]:
    share = (END - LABELS) / longest
    yield label(row.name, y=middle)
    if row.own:
        yield bar(x=LABELS, width=share * row.own, y=middle - 0.5, kind="own")
    if row.reported:
        yield bar(x=LABELS + share * row.own, width=share * row.reported, y=middle - 0.5, kind="reported")
    yield text(str(row.total), x=LABELS + share * row.total + 1.2, y=middle + 0.35, kind="figure")
