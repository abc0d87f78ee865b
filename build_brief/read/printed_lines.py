"""Make paragraphs of the lines that lie on printed pages: by their distance, indent and size, across columns.

What stands at the same place of several pages, its figures aside, is a running head and is left out; so are
the day, the address and the page number that a browser prints at the margins. They are not the article's: the
day is that of printing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from build_brief.language.vocabulary import read_words
from build_brief.read.paragraphs import ends_a_sentence

MARGIN = 0.12
"""Of a page's height, at its top and its foot, where running heads stand."""
WIDE = 1.3
"""Times the usual distance of lines of that size: more parts paragraphs."""
MOST_APART = 3
"""Times the size of letters; lines further apart say nothing of the usual distance."""
LETTER = 0.5
"""Width of a letter, for its size: a line's end is only estimated."""
SHORT = 0.75
"""Of the width of the text: a line that ends earlier was not broken at the margin."""
INDENT = 0.8
"""Of the size of letters."""
SAME_SIZE = 0.08
FIGURES = re.compile(r"\d+")
PRINTED = re.compile(
    r"(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d-\d\d),? \d{1,2}:\d\d.*"
    r"|(?:https?|file|about):\S+.*"
    r"|(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?(?: ?(?:https?|file):/\S+)?",
    re.IGNORECASE,
)
HYPHEN = re.compile(r"(?P<word>[^\W\d_]+)[-\u00ad]$")
WORD = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line."""

    page: int
    height: float
    """Of the page."""
    x: float
    y: float
    """From the foot of the page."""
    size: float
    words: str

    @property
    def end(self) -> float:
        """Where the line ends, estimated."""
        return self.x + LETTER * self.size * len(self.words)


def find_paragraphs(lines: Sequence[Line]) -> list[tuple[str, float]]:
    """Return the words of each paragraph and the size of its letters, running heads left out."""
    kept = _drop_running(lines)
    if not kept:
        return []
    usual, ends = _measure_distances(kept), _measure_ends(kept)
    known = _find_words(kept)
    paragraphs: list[list[Line]] = [[kept[0]]]
    for upper, lower in pairwise(kept):
        if _goes_on(upper, lower, usual) and not _is_broken_off(upper, lower, ends):
            paragraphs[-1].append(lower)
        else:
            paragraphs.append([lower])
    return [(_join([line.words for line in lines], known), lines[0].size) for lines in paragraphs]


def _find_words(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words and compounds that stand whole on a line."""
    whole = (HYPHEN.sub("", line.words) for line in lines)
    return frozenset(
        found.casefold() for words in whole for form in (WORD, COMPOUND) for found in form.findall(words)
    )


def _drop_running(lines: Sequence[Line]) -> list[Line]:
    pages = len({line.page for line in lines})
    seen = Counter(place for _, place in {(line.page, _place(line)) for line in lines if _at_margin(line)})
    return [line for line in lines if not (_at_margin(line) and _is_running(line, seen, pages))]


def _is_running(line: Line, seen: Counter[tuple[str, int]], pages: int) -> bool:
    return bool(PRINTED.fullmatch(line.words)) or (pages > 1 and 2 * seen[_place(line)] > pages)


def _place(line: Line) -> tuple[str, int]:
    return FIGURES.sub("0", line.words), round(line.y / 4)


def _at_margin(line: Line) -> bool:
    return not MARGIN * line.height < line.y < (1 - MARGIN) * line.height


def _measure_distances(lines: Iterable[Line]) -> dict[int, float]:
    """Return the usual distance of two lines by the size of their letters."""
    found: dict[int, list[float]] = {}
    for upper, lower in pairwise(lines):
        if (
            upper.page == lower.page
            and _is_same_size(upper, lower)
            and 0 < upper.y - lower.y < 3 * upper.size
        ):
            found.setdefault(round(upper.size), []).append(round(upper.y - lower.y, 1))
    return {size: median_low(distances) for size, distances in found.items()}


def _measure_ends(lines: Iterable[Line]) -> dict[tuple[int, int], float]:
    """Return where most lines of one size that begin at one place end."""
    found: dict[tuple[int, int], list[float]] = {}
    for line in lines:
        found.setdefault((round(line.size), round(line.x)), []).append(line.end)
    return {place: sorted(ends)[len(ends) * 3 // 4] for place, ends in found.items()}


def _is_broken_off(upper: Line, lower: Line, ends: dict[tuple[int, int], float]) -> bool:
    """Tell whether `upper` was left short on purpose: a byline, an item of a list, the end of a paragraph."""
    width = ends[round(upper.size), round(upper.x)] - upper.x
    return upper.end - upper.x < SHORT * width and not lower.words[0].islower()


def _is_same_size(upper: Line, lower: Line) -> bool:
    return abs(upper.size - lower.size) <= SAME_SIZE * upper.size


def _goes_on(upper: Line, lower: Line, usual: dict[int, float]) -> bool:
    """Tell whether `lower` goes on with the paragraph of `upper`."""
    if not _is_same_size(upper, lower):
        return False
    distance = upper.y - lower.y
    if upper.page != lower.page or distance < -upper.size:  # the next page, or column
        return not ends_a_sentence(upper.words) and lower.words[0].islower()
    if distance > WIDE * usual.get(round(upper.size), 1.2 * upper.size):
        return False
    indented = lower.x - upper.x > INDENT * lower.size
    return not (indented and ends_a_sentence(upper.words) and not lower.words[0].islower())


def _join(lines: Sequence[str], known: frozenset[str]) -> str:
    """Return lines as one, a word that was parted at the end of one made whole again."""
    words = lines[0]
    for line in lines[1:]:
        first, second = HYPHEN.search(words), WORD.match(line)
        if first and second and second.group()[0].islower():
            mark = "-" if _is_compound(first["word"], second.group(), known) else ""
            words = words[:-1] + mark + line
        else:
            words += " " + line
    return words


def _is_compound(first: str, second: str, known: frozenset[str]) -> bool:
    """Tell whether two parts are words of their own, as this document writes them: “long-term”."""
    first, second = first.casefold(), second.casefold()
    if first + second in known:
        return False
    return f"{first}-{second}" in known or first in read_words("compound_firsts") or {first, second} <= known
