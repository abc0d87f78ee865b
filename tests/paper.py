"""PDFs made from literals, and what readers that are not ours find in them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from build_brief.model.edition import Edition
from build_brief.publish.paper.binding import bind
from build_brief.publish.paper.books import Book, lay_out_book
from build_brief.publish.paper.documents import Document, Layout, lay_out_briefing
from build_brief.publish.paper.typesetting import Typesetter
from build_brief.publish.press import set_up
from build_brief.publish.settings import SiteSettings

PLAIN = Layout()
SETTINGS = SiteSettings(title="Desk of the ministry")


def briefing_document(edition: Edition, layout: Layout = PLAIN) -> Document:
    return lay_out_briefing(set_up(edition, SETTINGS), edition.briefings[0], layout=layout)


def book_document(edition: Edition, layout: Layout = PLAIN) -> Document:
    return lay_out_book(set_up(edition, SETTINGS), edition.briefings, scope="All briefings", layout=layout)


def set_document(document: Document) -> bytes:
    with Typesetter() as typesetter:
        printed = bind(document, typesetter) if isinstance(document, Book) else typesetter.set(document)
        return printed.content


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words_of(content: bytes, folder: Path) -> str:
    """Return the text in the order of the file, page breaks as form feeds."""
    return _ask(content, folder, "pdftotext", "-raw", "-enc", "UTF-8", "{}", "-")


def fonts_of(content: bytes, folder: Path) -> list[list[str]]:
    """Return the rows of `pdffonts`: name, type, encoding, embedded, subset, mapped to Unicode, object."""
    lines = _ask(content, folder, "pdffonts", "{}").splitlines()[2:]
    return [line.rsplit(maxsplit=5) for line in lines]


def complaints_about(content: bytes, folder: Path) -> str:
    """Return what `qpdf --check` says when it is not content."""
    file = folder / "checked.pdf"
    file.write_bytes(content)
    done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def _ask(content: bytes, folder: Path, *command: str) -> str:
    file = folder / "asked.pdf"
    file.write_bytes(content)
    filled = [part.format(file) for part in command]
    return subprocess.run(filled, capture_output=True, encoding="utf-8", check=True).stdout
