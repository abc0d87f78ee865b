"""How the search sees a page: what it finds leads to the very paragraph, and each page is one entry.

Searches of the kind that reads `search_index.json` land on headings. What they are shown of an article's page
therefore has a heading before each paragraph; readers never see it.
"""

from __future__ import annotations

import re

PARAGRAPH = re.compile(r'<p class="paragraph [^"]*" id="p(?P<number>\d+)"')

NOISE = re.compile(
    r'<h1 id="page">.*?</h1>|<p class="(?:gap|crumbs|part-of)">.*?</p>|<div class="facts story">.*?</div>'
    r'|<sup id="fnref[^>]*>.*?</sup>|<thead>.*?</thead>|<h2 id="bottom-line">.*?</h2>',
    re.DOTALL,
)
"""“2 paragraphs not shown”, the way back to the index, numbers of notes, heads of tables: nothing to find.

The title is the entry's own, and must not stand in its words again. Under it a reader sees how the page
begins: of a briefing the bottom line, not its day and outlets.
"""


def cut_for_search(content: str) -> str:
    """Return the HTML of a page as the search is to index it."""
    return PARAGRAPH.sub(_with_heading, NOISE.sub("", content))


def _with_heading(found: re.Match[str]) -> str:
    number = found["number"]
    paragraph = found[0].removesuffix(f' id="p{number}"')
    return f'<h2 id="p{number}">Paragraph {number}</h2>{paragraph}'
