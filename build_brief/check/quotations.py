"""Every word that a page gives as a source's stands in the paragraph that it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from build_brief.check.findings import Findings, Promise
from build_brief.check.pages import Page, Passage, Place
from build_brief.check.words import stand_in, visible
from build_brief.model.article import Article

AROUND = 20
"""Characters before and after the point at which words leave their source."""

SHOWN = 60
"""Characters of the words that a message repeats; enough to find them on the page."""


def check_words(page: Page, articles: Mapping[str, Article], findings: Findings, *, name: str) -> None:
    """Compare all words of `page` that claim a source with that source; `name` is what messages call it."""
    for passage in page.passages:
        promise = Promise.QUOTATIONS if passage.kind == "verbatim" else Promise.STATEMENTS
        problem = find_problem(passage, articles)
        findings.add(promise, name, [problem] if problem else [])


def find_problem(passage: Passage, articles: Mapping[str, Article]) -> str | None:
    """Return what is wrong with the words of `passage`, None when they stand where they claim to."""
    words = visible(" … ".join(passage.pieces))[:SHOWN]
    if passage.place is None:
        return f"“{words}” names no paragraph."
    source = find_source(passage.place, articles)
    where = f"paragraph {passage.place.first} of {passage.place.article}"
    if source is None:
        return f"“{words}” names {where}, which does not exist."
    if not stand_in(passage.pieces, source):
        what = "quotation is not verbatim" if passage.kind == "verbatim" else "text is not that of its source"
        apart = find_difference(passage.pieces, source)
        return f"{what}: “{words}” does not stand in {where}, from “{apart}” on."
    if passage.kind == "paragraph" and visible("".join(passage.pieces)) != visible(source):
        return f"“{words}” is not the whole of {where}."
    return None


def find_difference(pieces: Iterable[str], source: str) -> str:
    """Return the first words of a page that `source` has not, with a few before them."""
    text = visible(source)
    for piece in map(visible, pieces):
        agreed = bisect_left(range(1, len(piece) + 1), 1, key=lambda size: piece[:size] not in text)
        if agreed < len(piece):
            return piece[max(0, agreed - AROUND) : agreed + AROUND]
    return visible(" ".join(pieces))[:AROUND]


def find_source(place: Place, articles: Mapping[str, Article]) -> str | None:
    """Return the text from the first to the last paragraph of `place`; None when there is none."""
    article = articles.get(place.article)
    if article is None:
        return None
    numbered = {paragraph.number: paragraph for paragraph in article.paragraphs}
    if place.first not in numbered or place.last not in numbered:
        return None
    return article.text[numbered[place.first].start : numbered[place.last].end]
