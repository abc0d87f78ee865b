"""Find the people, bodies, places and peoples that an article names.

First every run of capitals is read by itself; then the article as a whole says whom short forms
mean, and which capitals were no names at all. What stays unknown is no mention.
"""

from __future__ import annotations

from build_brief.analyse.names.lines import read_lines, read_print
from build_brief.analyse.names.mentions import settle_names
from build_brief.analyse.names.reading import read_names
from build_brief.model.annotations import Mention, Sentence
from build_brief.model.article import Article


def find_names(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Return the FULL and SHORT mentions of the body, in order, outer before inner."""
    lines = read_lines(article, sentences)
    found = read_names(lines, read_print(lines))
    return settle_names(article, lines, found)
