"""The pictures of a briefing's page on paper: the same drawings, dressed for the typesetter.

On the page a drawing takes its width, its letters and its colours from the style of the site. On paper there
is no such style, so it gets a width, a size of letters and a style of its own; nothing in it is redrawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from build_brief.publish.paper.letters import plain
from build_brief.publish.paper.sheet import Value
from build_brief.publish.pictures import Picture

HEAD = re.compile(r'^<svg class="plot" role="img" aria-label="([^"]*)" width="100%" height="([\d.]+)em">')

WIDTH = 354
"""Of the column of the text, in points."""

LETTERS = 8
"""Size of the letters, in points."""

STYLE = """text{font-family:"Libertinus Serif";font-size:8px;fill:#1d2125}
.own{fill:#14365c}.reported{fill:#a9b6c4}
circle{fill-opacity:.72}.ring{fill:#fff;fill-opacity:1;stroke:#14365c;stroke-width:1.2px}
line{stroke:#c9c4b6;stroke-width:.5px}.axis{stroke:#565d64}.figure{font-weight:600}.soft{fill:#565d64}"""
"""The classes of `pictures/drawing.py` in the inks of the templates."""


NOT_IN_XML = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
"""What a page of HTML may hold and XML may not, beside the control characters that no page of ours has."""


def print_pictures(pictures: Iterable[Picture]) -> list[Value]:
    """Return what is printed of `pictures`; their tables stay on the page of the site."""
    return [_print(picture) for picture in pictures]


def _print(picture: Picture) -> Value:
    found = HEAD.match(picture.drawing)
    if found is None:
        message = f"the drawing of {picture.id} does not begin as a drawing does"
        raise ValueError(message)
    height = round(float(found[2]) * LETTERS, 2)
    size = f'width="{WIDTH}" height="{height}" font-size="{LETTERS}"'
    inner = picture.drawing[found.end() :].translate(NOT_IN_XML)
    return {
        "title": picture.title,
        # There is no table beside it on paper.
        "note": plain(picture.note.replace(" table", " table on the page of the site")),
        "told": plain(unescape(found[1])),
        "drawing": f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{STYLE}</style>{inner}',
    }
