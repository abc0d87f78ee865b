"""What a reader of one format hands on: the text, where its blocks lie, and what its header says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from build_brief.model.article import ParagraphKind, Rights
from build_brief.model.problems import Notice, NoticeKind, Report


class UnreadableError(Exception):
    """A file that cannot become an article; its reason and its cure, as sentences."""

    def __init__(self, reason: str, cure: str) -> None:
        """Keep both; the driver makes a notice of them."""
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


MOST_PARAGRAPHS = 50_000
"""A thick novel has 15,000, an article a hundred; what has more is a log or a list."""


MOST_LETTERS = 1_000_000
"""A thick book; to find who says what in more takes minutes."""


def refuse_long(paragraphs: int, letters: int = 0) -> None:
    """Raise `UnreadableError` when a file has so many paragraphs, or letters, that it can be no article."""
    if letters > MOST_LETTERS:
        reason = f"The text has more than {MOST_LETTERS:,} letters, as a thick book has."
        raise UnreadableError(reason, "Split it, or save the article's text alone.")
    if paragraphs > MOST_PARAGRAPHS:
        reason = f"The file has more than {MOST_PARAGRAPHS:,} paragraphs or lines."
        raise UnreadableError(reason, "Split it, or save the article's text alone.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The bytes of one file, and where to say what was wrong with them."""

    name: str
    """Relative to the folder of sources, with `/`."""
    content: bytes = field(repr=False)
    report: Report = field(repr=False, compare=False)

    def repaired(self, message: str, cure: str) -> None:
        """Say that the file is published although something in it was not as it should be."""
        self.report(Notice(kind=NoticeKind.REPAIRED, path=self.name, message=message, cure=cure))

    def doubtful(self, message: str, cure: str) -> None:
        """Say that something in the file was left open, and how an editor settles it."""
        self.report(Notice(kind=NoticeKind.DOUBT, path=self.name, message=message, cure=cure))


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What stands above the text, or in a page's metadata; None where it says nothing."""

    headline: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    rights: Rights | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the text, without blanks at either end: a line, or a paragraph."""

    start: int
    end: int
    kind: ParagraphKind | None = None
    """None when its words must tell; `BODY` may still turn out to be furniture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """An article as its format's reader hands it on."""

    text: str
    header: Header
    blocks: tuple[Block, ...]
    """The paragraphs, headline, byline and other lines above the text left out."""
    opening_day: date | None = None
    """A day printed above the text, outside the header."""
    language: str | None = None
    """What a page says of itself, which is often its template's word and not the text's."""
