"""Make paragraphs of text that stands loose among a page's paragraphs, where an extractor would lose it.

Many a page sets its lead between `<div>` and the first `<p>`, in no element of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

PLACES = ("article", "center", "div", "main", "section", "td")
INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "br",
            "cite",
            "code",
            "em",
            "font",
            "i",
            "ins",
            "mark",
        ),
        *("q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"),
    )
)
FEWEST_PARAGRAPHS = 2
"""Where a page has none, it sets its text in another way, which the extractor knows."""
FEWEST_WORDS = 8


def wrap_loose_text(page: etree._Element) -> None:
    """Put text that stands loose beside paragraphs of `page` into paragraphs of its own."""
    for place in list(page.iter(*PLACES)):
        if sum(child.tag == "p" for child in place) >= FEWEST_PARAGRAPHS:
            for block, inline in list(_find_runs(place)):
                _wrap(place, block, inline)


def _find_runs(place: etree._Element) -> Iterator[tuple[etree._Element | None, list[etree._Element]]]:
    """Yield each block of `place`, None before the first, with the inline elements up to the next."""
    block: etree._Element | None = None
    inline: list[etree._Element] = []
    for child in place:
        if child.tag in INLINE:
            inline.append(child)
        else:
            yield block, inline
            block, inline = child, []
    yield block, inline


def _wrap(place: etree._Element, block: etree._Element | None, inline: list[etree._Element]) -> None:
    loose = (place.text if block is None else block.tail) or ""
    words = loose + " ".join("".join(_find_words(element)) for element in inline)
    if len(words.split()) < FEWEST_WORDS or not loose.strip():
        return
    paragraph = place.makeelement("p", {})
    paragraph.text = loose
    if block is None:
        place.text = None
    else:
        block.tail = None
    paragraph.extend(inline)
    place.insert(0 if block is None else place.index(block) + 1, paragraph)


def _find_words(element: etree._Element) -> Iterator[str]:
    yield from (str(words) for words in element.itertext())
    yield element.tail or ""
