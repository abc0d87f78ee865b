"""Read one page's HTML: its anchors, its links, and the elements that carry words of a source.

The elements and their attributes are those that pages promise to use (see `publish.wording.markup`); nothing
of the code that wrote them is used here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from build_brief.check.words import visible

BLOCKS = frozenset(("p", "li", "tr", "blockquote", "figure", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"))
"""Elements in which a sentence and its citation stand together."""

QUOTED = re.compile(r"[“\"]([^“”\"\ufffc]+)[”\"]")

CAPITAL = re.compile(r"\[([^\W\d_])\]")

NOT_TEXT = frozenset(("script", "style", "code", "pre", "head", "q"))

REPAIRS = frozenset(("bracket", "elision"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Paragraphs of an article that words are said to come from, first and last included."""

    article: str
    first: int
    last: int

    def holds(self, other: Place | None) -> bool:
        """Tell whether `other` begins in these paragraphs."""
        return other is not None and other.article == self.article and self.first <= other.first <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An element that carries words of a source."""

    kind: str
    """`verbatim`, `statement`, `evidence` or `paragraph`."""
    place: Place | None
    """None when the attributes do not tell one."""
    pieces: tuple[str, ...]
    """The words as they stand, cut where a repair stands; never empty strings alone."""
    inner: bool
    """True inside another such element, which has the citation."""
    links: tuple[str, ...]
    """The addresses in the same block, where its citation must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a citation leads to first."""

    links: tuple[str, ...]
    place: Place | None
    """Of the evidence that it shows; None when it shows none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What of a page can be checked."""

    path: str
    """Relative to its folder, with `/`."""
    anchors: dict[str, Place | None]
    """Every id, with the place of the paragraph that it stands on."""
    links: tuple[str, ...]
    """Every address, in order."""
    passages: tuple[Passage, ...]
    notes: dict[str, Note]
    """By id, to which citations link."""
    quoted: tuple[str, ...]
    """What stands between quotation marks outside those elements: quoted without saying from where."""


def read_page(path: str, source: str) -> Page:
    """Return what the HTML `source` holds; `path` is kept for messages and relative links."""
    root = html.document_fromstring(_parseable(source), parser=html.HTMLParser(huge_tree=True))
    return Page(
        path=path,
        anchors={str(element.get("id")): _place(element) for element in root.iterfind(".//*[@id]")},
        links=_links(root),
        passages=tuple(_passages(root)),
        notes={str(note.get("id")): _note(note) for note in root.iterfind(".//li[@id]")},
        quoted=tuple(found[1] for found in QUOTED.finditer("".join(_own_words(root)))),
    )


def _parseable(source: str) -> str:
    """Return `source` without what the parser refuses, and never empty."""
    return f"<div>{source.translate(_REFUSED)}</div>" if "<html" not in source else source.translate(_REFUSED)


_REFUSED = dict.fromkeys((*range(9), 0xB, *range(0xE, 0x20), *range(0xD800, 0xE000)), "\ufffd")


def _links(element: etree._Element) -> tuple[str, ...]:
    return tuple(str(link.get("href")) for link in element.iterfind(".//a[@href]"))


def _passages(root: etree._Element) -> Iterator[Passage]:
    for element in root.iterfind(".//*[@data-article]"):
        kind = _kind(element)
        if kind:
            yield Passage(
                kind=kind,
                place=_place(element),
                pieces=tuple(piece for piece in _pieces(element) if visible(piece)),
                inner=any(parent.get("data-article") for parent in element.iterancestors()),
                links=_links(_block(element)),
            )


def _own_words(element: etree._Element) -> Iterator[str]:
    """Give the text of a page that does not claim a source, a line break between blocks."""
    if element.get("data-article") or element.tag in NOT_TEXT or not isinstance(element.tag, str):
        yield "\ufffc"
        return
    yield str(element.text or "")
    for child in element:
        yield from _own_words(child)
        yield str(child.tail or "")
    if element.tag in BLOCKS:
        yield "\ufffc"  # nothing is quoted across blocks


def _note(element: etree._Element) -> Note:
    evidence = element.find(".//*[@data-article]")
    return Note(links=_links(element), place=None if evidence is None else _place(evidence))


def _kind(element: etree._Element) -> str | None:
    names = str(element.get("class") or "").split()
    return next((name for name in ("evidence", "paragraph", "verbatim", "statement") if name in names), None)


def _place(element: etree._Element) -> Place | None:
    article, first = element.get("data-article"), str(element.get("data-paragraph") or "")
    last = str(element.get("data-through") or first)
    if not article or not first.isdecimal() or not last.isdecimal():
        return None
    return Place(article=str(article), first=int(first), last=int(last))


def _block(element: etree._Element) -> etree._Element:
    return next((parent for parent in element.iterancestors() if parent.tag in BLOCKS), element)


def _pieces(element: etree._Element) -> list[str]:
    """Return the text of `element`; a repair ends a piece, a citation's number is no text.

    A capital put in for a small letter, `[T]he`, belongs to its word, which stands in the source in small
    letters.
    """
    pieces = [str(element.text or "")]
    for child in element:
        if REPAIRS & set(str(child.get("class") or "").split()):
            capital = CAPITAL.fullmatch("".join(map(str, child.itertext())).strip())
            pieces.append(capital[1].lower() if capital else "")
        elif child.tag != "sup":
            first, *rest = _pieces(child)
            pieces[-1] += first
            pieces += rest
        pieces[-1] += str(child.tail or "")
    return pieces
