"""How the search sees a page: what it finds leads to the very paragraph, and each page is one entry.

Searches of the kind that reads `search_index.json` land on headings. What they are shown of an article's page
therefore has a heading before each paragraph; readers never see it.
"""

from __future__ import annotations

import re

PARAGRAPH = re.compile(r'<p class="paragraph [^"]*" id="p(?P<number>\d+)"')

NOISE = re.compile(
    r'<p class="(?:gap|crumbs)">.*?</p>|<sup id="fnref[^>]*>.*?</sup>|<thead>.*?</thead>', re.DOTALL
)
"""“2 paragraphs not shown”, the way back to the index, numbers of notes, heads of tables: nothing to find."""

TITLE = '<h1 id="page">'
"""With an id the title would be a second entry beside that of its page."""


def cut_for_search(content: str) -> str:
    """Return the HTML of a page as the search is to index it."""
    return PARAGRAPH.sub(_with_heading, NOISE.sub("", content).replace(TITLE, "<h1>", 1))


def _with_heading(found: re.Match[str]) -> str:
    number = found["number"]
    paragraph = found[0].removesuffix(f' id="p{number}"')
    return f'<h2 id="p{number}">Paragraph {number}</h2>{paragraph}'
