"""Read a PDF: one printed from a browser, or set by a program. A scan has no text to read.

Its headline is what stands in the largest letters, before the text. Menus that were printed with a page are
left out as of a pasted page.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from build_brief.read.header import make_header, read_header_lines
from build_brief.read.manuscript import Header, Manuscript, SourceFile, UnreadableError
from build_brief.read.opening import read_opening
from build_brief.read.pasted_pages import find_pasted_page
from build_brief.read.printed_lines import Line, find_paragraphs
from build_brief.read.rendering import Piece, set_pieces
from build_brief.read.stamps import find_stamp

MOST_PAGES = 400
LARGE = 1.25
"""Times the size of most letters: a headline."""
SHORTEST_HEADLINE, LONGEST_HEADLINE = 3, 30
NEAR = 6
"""Paragraphs from the headline on that may hold the day."""
LONG = 4
"""Letters of a word that tells what a line is about."""
WORD = re.compile(r"[^\W\d_]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SOFT_HYPHEN_INSIDE = re.compile("\u00ad(?=.)")
"""Some fonts have one sign for both hyphens, and the document names it by the other."""
BLANKS = re.compile(r"\s+")
WIDTH, GAP = 0.5, 0.25
"""Of the size of letters: their usual width, and the least blank between two words."""
CLOSING = ".,;:!?)]}%’”'\"…"
CURE = "Save the article's web page as HTML, or its text as plain text."
NO_TEXT = UnreadableError(
    "The PDF holds no text; it may be a scan, which is a picture of one.",
    "Run text recognition (OCR) on it and save the text, or save the article's web page.",
)
DAMAGED = UnreadableError("The PDF is damaged or locked with a password.", CURE)


def read_portable_document(file: SourceFile) -> Manuscript:
    """Return the manuscript in the document, its text that of its paragraphs; raises `UnreadableError`."""
    paragraphs = find_paragraphs(tuple(_find_lines(_open(file))))
    if not paragraphs:
        raise NO_TEXT
    header, taken = _read_header(file, [words for words, _ in paragraphs])
    del paragraphs[:taken]
    text, blocks = set_pieces(Piece(words) for words, _ in paragraphs)
    page = find_pasted_page(text, blocks, whole=True)
    if page:
        page.tell(file)
    start, end = (page.start, page.end) if page else (0, len(text))
    above = sum(block.start < start for block in blocks) if page else len(blocks)
    at = find_headline(paragraphs, above)
    if at is not None and not header.headline:
        header = replace(header, headline=text[blocks[at].start : blocks[at].end])
        start = start or blocks[at].start
    lines = (*(page.above if page else ()), *(block for block in blocks if start <= block.start < end))
    opening = read_opening(text, lines, header)
    below = [block for block in blocks if block.start >= (blocks[at].start if at is not None else start)]
    near = (*(page.near if page else ()), *(text[block.start : block.end] for block in below[:NEAR]))
    return Manuscript(
        text=text,
        header=replace(header, headline=opening.headline, byline=opening.byline),
        blocks=tuple(block for block in blocks if max(start, opening.end) <= block.start < end),
        opening_day=opening.day or (None if header.published else find_stamp(file, near)),
    )


def _read_header(file: SourceFile, paragraphs: list[str]) -> tuple[Header, int]:
    """Return what header lines say above the text, and how many there are."""
    fields: dict[str, str] = {}
    for at, words in enumerate(paragraphs):
        found, end = read_header_lines(words)
        if not found or end < len(words):
            return make_header(file, fields), at
        fields = {**found, **fields}
    return make_header(file, fields), len(paragraphs) - 1


def find_headline(paragraphs: Sequence[tuple[str, float]], above: int) -> int | None:
    """Return which of the first `above` paragraphs stands in the largest letters; None when none does.

    Each comes with the size of its letters. One whose words the text takes up again goes before a larger one,
    which may be another piece's.
    """
    letters: Counter[float] = Counter()
    for words, size in paragraphs:
        letters[size] += len(words)
    usual = max(letters, key=lambda size: (letters[size], size), default=0.0)
    told = Counter(word for words, _ in paragraphs for word in set(_find_long(words)))
    weights: dict[int, tuple[bool, float, int]] = {}
    for at, (words, size) in enumerate(paragraphs[:above]):
        if size >= LARGE * usual and SHORTEST_HEADLINE <= len(WORD.findall(words)) <= LONGEST_HEADLINE:
            about = _find_long(words)
            again = sum(told[word] > 1 for word in about)
            weights[at] = (2 * again >= len(about), size, -at)
    return max(weights, key=weights.__getitem__, default=None)


def _find_long(words: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(words) if len(word) >= LONG]


def _open(file: SourceFile) -> Any:  # noqa: ANN401 - the library's reader, not imported at start-up
    from pypdf import PdfReader  # noqa: PLC0415 - most folders hold no PDF

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    try:
        reader = PdfReader(BytesIO(file.content))
        pages = len(reader.pages)
    except Exception as error:
        raise DAMAGED from error
    if pages > MOST_PAGES:
        reason = f"The PDF has more than {MOST_PAGES} pages."
        raise UnreadableError(reason, "Print the pages that hold the article into a PDF of their own.")
    return reader


def _find_lines(reader: Any) -> Iterator[Line]:  # noqa: ANN401 - as above
    for number, page in enumerate(reader.pages):
        fragments: list[Line] = []
        height = float(page.mediabox.height)

        def visit(words: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
            if words.strip():
                fragments.append(_place(words, outer, inner, size))  # noqa: B023 - called before the next page

        try:
            page.extract_text(visitor_text=visit)
        except Exception as error:
            raise DAMAGED from error
        yield from _join_fragments([replace(one, page=number, height=height) for one in fragments])


def _place(words: str, outer: list[float], inner: list[float], size: float) -> Line:
    x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    scale = abs(inner[3] * outer[3]) or abs(inner[0] * outer[0]) or 1.0
    return Line(page=0, height=0.0, x=x, y=y, size=round(size * scale, 1), words=words)


def _join_fragments(fragments: list[Line]) -> Iterator[Line]:
    """Yield the lines that fragments make, a blank between two that stand apart."""
    line: Line | None = None
    end = 0.0
    for fragment in fragments:
        if line and abs(fragment.y - line.y) < WIDTH * line.size and fragment.x >= line.x:
            apart = fragment.x - end > GAP * fragment.size and fragment.words[0] not in CLOSING
            line = replace(line, words=line.words + (" " if apart else "") + fragment.words)
        else:
            yield from _finish(line)
            line = fragment
        end = fragment.x + WIDTH * fragment.size * len(fragment.words)
    yield from _finish(line)


def _finish(line: Line | None) -> Iterator[Line]:
    words = BLANKS.sub(" ", line.words).strip() if line else ""
    for ligature, letters in LIGATURES.items():
        words = words.replace(ligature, letters)
    if line and words:
        yield replace(line, words=SOFT_HYPHEN_INSIDE.sub("-", words))
