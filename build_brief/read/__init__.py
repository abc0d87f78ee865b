"""Stage 1: the bytes of one file become an `Article`.

A format is one function in `READERS`, which turns a file into a `Manuscript`; what an article is made
of (dateline, sub-heads, furniture) is the same for all of them and is found in `assembly`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

from build_brief.model.article import Article
from build_brief.model.problems import Notice, NoticeKind, Report
from build_brief.read.assembly import make_article
from build_brief.read.folder import FoundFile, find_files
from build_brief.read.mail import read_mail, read_page_archive
from build_brief.read.manuscript import Manuscript, SourceFile, UnreadableError
from build_brief.read.markdown import read_markdown
from build_brief.read.open_document import read_open_document
from build_brief.read.plain_text import read_plain_text
from build_brief.read.portable_document import read_portable_document
from build_brief.read.rich_text import read_rich_text
from build_brief.read.saved_page import read_saved_page
from build_brief.read.word_document import read_word_document

__all__ = ["READERS", "find_sources", "load", "read_bytes", "read_folder"]

READERS: MappingProxyType[str, tuple[str, Callable[[SourceFile], Manuscript]]] = MappingProxyType(
    {
        ".txt": ("text", read_plain_text),
        ".text": ("text", read_plain_text),
        ".md": ("markdown", read_markdown),
        ".markdown": ("markdown", read_markdown),
        ".html": ("html", read_saved_page),
        ".htm": ("html", read_saved_page),
        ".xhtml": ("html", read_saved_page),
        ".mhtml": ("html", read_page_archive),
        ".mht": ("html", read_page_archive),
        ".eml": ("mail", read_mail),
        ".docx": ("word", read_word_document),
        ".odt": ("opendocument", read_open_document),
        ".rtf": ("rtf", read_rich_text),
        ".pdf": ("pdf", read_portable_document),
    }
)
"""Suffix in small letters → name of the format, and its reader."""

LARGEST = 20_000_000
"""Bytes; an article has thousands, the longest book a few million."""


def read_folder(folder: Path, *, report: Report) -> tuple[Article, ...]:
    """Return the articles under `folder`, by id; a file that cannot be read is a notice.

    Raises `ConfigError` when there is no such folder.
    """
    found = find_sources(folder, report=report)
    articles = (read_bytes(load(file.path), name=file.name, report=report) for file in found)
    return tuple(article for article in articles if article)


def find_sources(folder: Path, *, report: Report) -> tuple[FoundFile, ...]:
    """Return the files that `read_folder` reads, by name; says which others it leaves out."""
    return find_files(folder, tuple(READERS), report=report)


def load(path: Path) -> bytes | None:
    """Return the bytes of a file, no more than `read_bytes` can take; None when it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError:
        return None


def read_bytes(content: bytes | None, *, name: str, report: Report) -> Article | None:
    """Return the article that `content` makes, its id `name`; None and a notice when it makes none.

    `content` is what `load` gave. The result depends on nothing else, so it may be computed in another
    process, and kept. Raises `KeyError` when the suffix of `name` is none of `READERS`.
    """
    if content is None:
        reason, cure = "The file could not be opened.", "Check that it exists and that you may read it."
        report(Notice(kind=NoticeKind.LEFT_OUT, path=name, message=reason, cure=cure))
        return None
    format_name, read = READERS[Path(name).suffix.lower()]
    file = SourceFile(name=name, content=content, report=report)
    try:
        _refuse_large(content)
        return make_article(file, read(file), format_name)
    except UnreadableError as error:
        report(Notice(kind=NoticeKind.LEFT_OUT, path=name, message=error.reason, cure=error.cure))
        return None


def _refuse_large(content: bytes) -> None:
    if len(content) > LARGEST:
        reason = f"The file is larger than {LARGEST // 1_000_000} MB."
        raise UnreadableError(reason, "Split it, or save the article's text alone.")
