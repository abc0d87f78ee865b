"""Find where an article's text prints its headline: “Ruiz: the bridge will close” says who said something.

No sentence of a headline is a statement that a page may print; what it attributes goes into the
export alone, marked as the headline's.
"""

from __future__ import annotations

import re

from build_brief.model.annotations import Sentence
from build_brief.model.article import Article

LINE = re.compile(r"\S(?:[^\n\u2028\u2029]*\S)?")
ABOVE = 0
"""The number of no paragraph: it stands above the first."""
MOST_LINES = 2
"""A headline, and the line below it that belongs to it."""


def find_headline(article: Article) -> tuple[Sentence, ...]:
    """Return the lines above the text that are the headline's words, those nearest the text.

    Empty when the file has none, or keeps it where it is no text, such as in the title of a page.
    """
    if not article.headline or not article.paragraphs:
        return ()
    top = article.text[: article.paragraphs[0].start]
    lines = [(found.start(), found.end()) for found in LINE.finditer(top)]
    limits = _find_repeat(article, lines) or _find_field(article, lines)
    return tuple(Sentence(span=article.span(*line), paragraph=ABOVE) for line in limits)


def _find_repeat(article: Article, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    wanted = _letters(article.headline or "")
    for last in range(len(lines), 0, -1):
        for count in range(1, min(MOST_LINES, last) + 1):
            some = lines[last - count : last]
            if wanted and _letters(article.text[some[0][0] : some[-1][1]]) == wanted:
                return some
    return []


def _find_field(article: Article, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words of a header's line after its name: “Title: …”."""
    headline = article.headline or ""
    for start, end in lines:
        if article.text[start:end].endswith(headline) and ":" in article.text[start : end - len(headline)]:
            return [(end - len(headline), end)]
    return []


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
