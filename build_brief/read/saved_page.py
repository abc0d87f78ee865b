"""Read a web page saved to disk: the article without menus, advertisements and scripts.

The page is never fetched, nor anything it names. A day is taken only where the page says that it is
the day of publication; today's date plays no part. An editor sets how much of a saved page may be printed
by adding `<meta name="rights" content="none">` (or `cited`, or `full`) at its head.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol

from build_brief.model.article import ParagraphKind
from build_brief.read.decoding import decode
from build_brief.read.header import make_header
from build_brief.read.loose_text import wrap_loose_text
from build_brief.read.manuscript import Manuscript, SourceFile, UnreadableError
from build_brief.read.markdown import set_manuscript
from build_brief.read.page_authors import clean_authors
from build_brief.read.page_titles import choose_headline, count_above, find_domain
from build_brief.read.rendering import Piece

DATE_SETTINGS = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""Without a latest day the library would take today's, and the same page would read differently tomorrow."""
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
LANGUAGE = re.compile(
    r"<html\b[^>]{0,400}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\b", re.IGNORECASE
)
RIGHTS = re.compile(
    r"<meta\s+name\s*=\s*[\"']?rights[\"']?\s+content\s*=\s*[\"']?(full|cited|none)[\"']?\s*/?>",
    re.IGNORECASE,
)
FRONT_PAGE = re.compile(r"https?://[^/]+/?(?:index\.\w{3,5})?")
DAY = re.compile(r"/((?:19|20)\d\d)/(?:[A-Za-z]+/)?(\d\d)/(\d\d)/")
HTML = re.compile(r"<html\b", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\n]+")
CONTAINERS = frozenset(("body", "list", "quote", "table", "row", "cell", "div", "main", "article"))
FEWEST_WORDS = 5
"""What is shorter is a menu, not an article."""
HEAD_OF_FILE = 4096
NOTHING_FOUND = UnreadableError(
    "No article was found on the page.",
    "Save the article's text as plain text or Markdown instead.",
)


class Element(Protocol):
    """As much of an XML element as is used here."""

    tag: Any
    text: str | None
    tail: str | None

    def get(self, name: str) -> str | None:
        """Return an attribute."""

    def __iter__(self) -> Iterator[Element]:
        """Yield the children."""

    def __len__(self) -> int:
        """Count the children."""


def read_saved_page(file: SourceFile) -> Manuscript:
    """Return the manuscript on the page, its text the plain text of its blocks; raises `UnreadableError`."""
    page = decode(file, declared=_find_charset(file.content))
    document = _extract(page)
    if document is None or document.body is None:
        raise NOTHING_FOUND
    _refuse_front_page(document.url)
    language, rights = LANGUAGE.search(page[:HEAD_OF_FILE]), RIGHTS.search(page[:HEAD_OF_FILE])
    authors = clean_authors(document.author or "", document.sitename)
    names = (document.sitename, find_domain(document.url), authors, document.author)
    fields = {
        "headline": choose_headline(document.title, page, names) if document.title else None,
        "author": authors,
        "publisher": document.sitename,
        "date": document.date or _find_day(document.url),
        "url": document.url,
        "rights": rights[1] if rights else None,
    }
    header = make_header(file, {name: value for name, value in fields.items() if value})
    pieces = [piece for piece in find_pieces(document.body) if piece.words]
    above = count_above(tuple(piece.words for piece in pieces), header.headline)
    manuscript = set_manuscript(pieces[above:], header)
    if len(manuscript.text.split()) < FEWEST_WORDS:
        raise NOTHING_FOUND
    return replace(manuscript, language=language[1] if language else None)


def _refuse_front_page(url: str | None) -> None:
    if url and FRONT_PAGE.fullmatch(url):
        reason = "The page is the front page of a site, not an article."
        raise UnreadableError(reason, "Open each article that you need and save its page.")


def _find_day(url: str | None) -> str | None:
    """Return the day that stands in a page's address, as most papers write it there."""
    found = DAY.search(url or "")
    return "-".join(found.groups()) if found else None


def _find_charset(content: bytes) -> str | None:
    """Return the encoding that the page declares, when Python knows it."""
    found = CHARSET.search(content[:HEAD_OF_FILE])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else None
        b"".decode(name or "ascii")
    except LookupError:
        return None
    return "cp1252" if name in ("iso8859-1", "ascii") else name  # as browsers do


def _extract(page: str) -> Any:  # noqa: ANN401 - the library's Document, not imported at start-up
    """Return what the library finds, None when it finds nothing or fails."""
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 - half a second; most folders hold no page

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    if not HTML.search(page):  # part of a page, which the library takes for no page
        page = f"<html><body>{page}</body></html>"
    try:
        tree = load_html(page)
        if tree is not None:
            wrap_loose_text(tree)
        return bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=dict(DATE_SETTINGS)
        )
    except Exception:  # noqa: BLE001 - whatever breaks the library on a page costs that page, not the build
        return None


def find_pieces(element: Element) -> Iterator[Piece]:
    """Yield the headings, paragraphs, items and rows under `element`, in order."""
    if element.tag == "row" and not _is_layout(element):
        yield Piece(" | ".join(filter(None, (_read_words(cell) for cell in element))), ParagraphKind.BODY)
    elif element.tag == "head":
        yield Piece(_read_words(element), ParagraphKind.SUBHEAD, 1)
    elif _holds_blocks(element):
        yield Piece(_tidy(element.text or ""))
        for child in element:
            yield from find_pieces(child)
            yield Piece(_tidy(child.tail or ""))
    else:
        yield Piece(_read_words(element))


def _is_layout(row: Element) -> bool:
    """Tell whether a row of a table holds an article's paragraphs, as old pages were laid out."""
    return any(sum(child.tag in ("p", "head", "list") for child in cell) > 1 for cell in row) or len(row) == 1


def _holds_blocks(element: Element) -> bool:
    blocks = CONTAINERS | {"p", "item", "head"}
    return element.tag in CONTAINERS | {"item"} and any(child.tag in blocks for child in element)


def _read_words(element: Element) -> str:
    return "\n".join(filter(None, (_tidy(line) for line in "".join(_find_words(element)).split("\v"))))


def _find_words(element: Element) -> Iterator[str]:
    """Yield the text under `element`, a vertical tab where the page breaks the line."""
    if element.tag == "lb":
        yield "\v"
    yield element.text or ""
    for child in element:
        yield from _find_words(child)
        yield child.tail or ""


def _tidy(words: str) -> str:
    return BLANKS.sub(" ", words).strip()
