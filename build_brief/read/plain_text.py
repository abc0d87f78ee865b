"""Read a plain text file."""

from __future__ import annotations

from dataclasses import replace

from build_brief.read.decoding import decode
from build_brief.read.header import read_header
from build_brief.read.manuscript import Header, Manuscript, SourceFile
from build_brief.read.opening import read_opening
from build_brief.read.paragraphs import cut_lines, cut_paragraphs
from build_brief.read.pasted_pages import PastedPage, find_pasted_page
from build_brief.read.several_articles import tell_of_several
from build_brief.read.stamps import find_stamp


def read_plain_text(file: SourceFile) -> Manuscript:
    """Return the manuscript in `file`, its text the whole file; raises `UnreadableError`."""
    text = decode(file)
    header, start = read_header(file, text)
    lines = cut_lines(text, start)
    if page := find_pasted_page(text, lines):
        page.tell(file)
        return _read_page(file, text, header, page)
    opening = read_opening(text, lines, header)
    tell_of_several(file, text, lines)
    return Manuscript(
        text=text,
        header=replace(header, headline=opening.headline, byline=opening.byline),
        blocks=cut_paragraphs(text, opening.end),
        opening_day=opening.day,
    )


def _read_page(file: SourceFile, text: str, header: Header, page: PastedPage) -> Manuscript:
    if page.above and not header.headline:
        first = page.above[0]
        header = replace(header, headline=" ".join(text[first.start : first.end].split()))
    inside = cut_lines(text, page.start, page.end)
    opening = read_opening(text, (*page.above, *inside), header)
    return Manuscript(
        text=text,
        header=replace(header, headline=opening.headline, byline=opening.byline),
        blocks=cut_lines(text, max(opening.end, page.start), page.end),
        opening_day=opening.day or (None if header.published else find_stamp(file, page.near)),
    )
