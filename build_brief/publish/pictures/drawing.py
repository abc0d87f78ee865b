"""What every drawing is made of: shapes and short texts in an `<svg>` that fits any width.

Nothing is scaled: lengths across are shares of the width at hand, lengths down are in `em`, so words have one
size on a phone, on a desk and in print. Colours are classes of `build-brief.css`; an attribute `style` would
need a weaker Content-Security-Policy. Words of a source pass `attribute`: `escape` would add HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from math import fsum

from build_brief.publish.wording.escape import Markdown, attribute

EM_PER_CHARACTER = 0.54
"""Mean width of a letter of a sans serif, in `em`; those of Chinese have twice as much."""

NARROW_SCREEN = 27.0
"""Width of the drawing on the narrowest phone, in `em` of its own letters (12.4 px of 340)."""

LABELS = 42.0
"""Share of the width, in per cent, that the names of the rows have."""

MAX_LINES = 2
"""Lines of a name before it ends in an ellipsis; the table has it whole."""

LINE = 1.3
"""From one line of text to the next, in `em`."""

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
"""Marks that take no room; inside a drawing they would only turn the letters of a name about."""


def draw(shapes: Iterable[str], *, height: float, alternative: str) -> Markdown:
    """Return the drawing as one line of HTML, `height` in `em`; nothing in it can be reached by keyboard."""
    label = attribute(alternative)
    inner = "".join(shapes)
    size = f'width="100%" height="{number(height)}em"'
    return Markdown(f'<svg class="plot" role="img" aria-label="{label}" {size}>{inner}</svg>')


def text(words: str, *, x: float, y: float, anchor: str = "start", kind: str = "") -> str:
    """Return one line of text; its base line stands at `y`."""
    place = f'x="{number(x)}%" y="{number(y)}em" text-anchor="{anchor}"'
    return f"<text{_class(kind)} {place}>{_shown(words)}</text>"


def bar(*, x: float, width: float, y: float, kind: str) -> str:
    """Return a bar of a row; one that stands for something is never too thin to see."""
    size = f'width="{number(max(width, 0.6))}%" height="1em"'
    return f'<rect{_class(kind)} x="{number(x)}%" y="{number(y)}em" {size}/>'


def dot(*, x: float, y: float, radius: float, kind: str) -> str:
    """Return a filled circle, or a ring when its class says so."""
    return f'<circle{_class(kind)} cx="{number(x)}%" cy="{number(y)}em" r="{number(radius)}em"/>'


def line(*, start: tuple[float, float], end: tuple[float, float], kind: str = "rule") -> str:
    """Return a straight line; both ends are (per cent across, em down)."""
    (x1, y1), (x2, y2) = start, end
    return (
        f'<line{_class(kind)} x1="{number(x1)}%" y1="{number(y1)}em" x2="{number(x2)}%" y2="{number(y2)}em"/>'
    )


def upright(words: str, *, x: float, y: float) -> str:
    """Return a text that reads upwards from (`x`, `y`), for the head of a narrow column."""
    turned = f'<text transform="rotate(-90)" y=".35em">{_shown(words)}</text>'
    return f'<svg x="{number(x)}%" y="{number(y)}em" overflow="visible">{turned}</svg>'


def label(words: str, *, y: float) -> str:
    """Return the name of a row, on one line or two, up against what is drawn beside it and never into it."""
    lines = wrap(words, NARROW_SCREEN * LABELS / 100 - 0.6)
    first = y + LINE * (1 - len(lines)) / 2 + 0.35
    shown = "".join(text(part, x=100, y=number_at(first, at), anchor="end") for at, part in enumerate(lines))
    return f'<svg width="{number(LABELS - 1.5)}%">{shown}</svg>'


def number_at(first: float, line_number: int) -> float:
    """Return the base line of a line of several."""
    return first + LINE * line_number


def height_of(words: str) -> float:
    """Return how much room the name of a row takes, in `em`."""
    return LINE * len(wrap(words, NARROW_SCREEN * LABELS / 100 - 0.6)) + 0.55


def wrap(words: str, width: float, *, most: int = MAX_LINES) -> list[str]:
    """Return `words` in at most `most` lines of `width` `em`, cut with an ellipsis where they are longer."""
    lines = [""]
    for word in INVISIBLE.sub("", words).split():
        joined = f"{lines[-1]} {word}".strip()
        if width_of(joined) <= width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += " …"
    return [_cut(part, width) for part in kept]


def width_of(words: str) -> float:
    """Return about how wide `words` are, in `em`."""
    return fsum(EM_PER_CHARACTER * (2 if unicodedata.east_asian_width(c) in "WF" else 1) for c in words)


def _cut(words: str, width: float) -> str:
    if width_of(words) <= width:
        return words
    kept = words.removesuffix("…").rstrip()
    while kept and width_of(f"{kept}…") > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def number(value: float) -> str:
    """Return a length with two decimals at most, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _shown(words: str) -> Markdown:
    return attribute(INVISIBLE.sub("", words))


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
