"""Read a plain text file."""

from __future__ import annotations

from dataclasses import replace

from build_brief.read.decoding import decode
from build_brief.read.header import read_header
from build_brief.read.manuscript import Manuscript, SourceFile
from build_brief.read.opening import read_opening
from build_brief.read.paragraphs import cut_lines, cut_paragraphs


def read_plain_text(file: SourceFile) -> Manuscript:
    """Return the manuscript in `file`, its text the whole file; raises `UnreadableError`."""
    text = decode(file)
    header, start = read_header(file, text)
    opening = read_opening(text, cut_lines(text, start), header)
    return Manuscript(
        text=text,
        header=replace(header, headline=opening.headline, byline=opening.byline),
        blocks=cut_paragraphs(text, opening.end),
        opening_day=opening.day,
    )
