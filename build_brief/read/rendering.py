"""Set the pieces of a formatted document as one plain text, a blank line between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_brief.model.article import ParagraphKind
from build_brief.read.decoding import CONTROLS, REPLACEMENT
from build_brief.read.manuscript import Block

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, list item or row, its marks rendered away."""

    words: str
    kind: ParagraphKind | None = None
    """None when its words must tell."""
    level: int = 0
    """Of a heading, from 1; 0 for everything else."""


def set_pieces(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of `pieces` and where each lies in it; pieces without words are left out."""
    words: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        clean = CONTROLS.sub(REPLACEMENT, piece.words).strip()
        if clean:
            words.append(clean)
            blocks.append(Block(start=at, end=at + len(clean), kind=piece.kind))
            at += len(clean) + len(BETWEEN)
    return BETWEEN.join(words), tuple(blocks)
