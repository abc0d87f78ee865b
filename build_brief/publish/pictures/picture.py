"""A picture with everything that stands for it where it cannot be seen."""

from __future__ import annotations

from dataclasses import dataclass

from build_brief.publish.wording.escape import Markdown

MAX_ROWS = 300
"""Of the table beside a drawing: a site of ten thousand articles has twenty thousand speakers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One drawing, its text alternative and its data."""

    id: str
    """Unique on its page; the anchor of the figure."""
    title: str
    """What is drawn, in a few words."""
    note: str
    """How to read it, and what is left out; empty when there is nothing to say."""
    drawing: Markdown
    """An `<svg>` of any width, with what it shows in a sentence for a screen reader."""
    heads: tuple[str, ...]
    """Of the columns of the table."""
    rows: tuple[tuple[Markdown, ...], ...]
    """The data, also what the drawing had no room for, as far as a table can be read: `MAX_ROWS`."""
