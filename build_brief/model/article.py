"""An article as it was read, and spans of its text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NewType

ArticleId = NewType("ArticleId", str)
"""The path of the file inside the folder of sources, with `/`: unique, stable, readable."""


class ParagraphKind(StrEnum):
    """What a paragraph is for; only `BODY` holds sentences a briefing may use."""

    BODY = "body"
    SUBHEAD = "subhead"
    FURNITURE = "furniture"
    """Captions, “Read more”, copyright lines, contact lines: never a sentence."""


class Rights(StrEnum):
    """How much of a source the site may print again."""

    CITED = "cited"
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file an article came from."""

    path: str
    """Relative to the folder of sources, with `/`; never absolute."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    format: str
    """The reader's name: `text`, `markdown`, `html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One non-empty paragraph; offsets index `Article.text`, without blanks at either end."""

    number: int
    """Counted from 1 over paragraphs of every kind, as citations print it (¶4)."""
    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.BODY


START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The places, agency and day printed before the first sentence; offsets index `Article.text`."""

    start: int
    end: int
    """Just after the dash and its blanks: where the first sentence begins."""
    places: tuple[str, ...]
    agency: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read; two articles are equal when their ids are.

    `text` is never rewritten after reading: quotes stay curly, lines stay apart, and every
    offset in the program indexes it. Raises `ValueError` when a paragraph lies outside it.
    """

    id: ArticleId
    source: Source = field(compare=False)
    text: str = field(compare=False, repr=False)
    paragraphs: tuple[Paragraph, ...] = field(compare=False, repr=False)
    headline: str | None = field(default=None, compare=False)
    """As the source prints it; None when it has none (it is never invented here)."""
    byline: str | None = field(default=None, compare=False)
    publisher: str | None = field(default=None, compare=False)
    dateline: Dateline | None = field(default=None, compare=False)
    published: date | None = field(default=None, compare=False)
    """The day the source gives; None when it gives none. Inferred days live in the `Dossier`."""
    language: str = field(default="en", compare=False)
    """A BCP 47 tag."""
    url: str | None = field(default=None, compare=False)
    """http or https only; readers drop everything else."""
    rights: Rights | None = field(default=None, compare=False)
    """What the article's own header allows; None leaves it to the site's setting."""

    def __post_init__(self) -> None:
        """Check that the paragraphs lie in the text, in order, without overlap."""
        previous = 0
        for paragraph in self.paragraphs:
            if not previous <= paragraph.start < paragraph.end <= len(self.text):
                message = f"{self.id}: paragraph {paragraph.number} lies outside the text"
                raise ValueError(message)
            previous = paragraph.end

    def span(self, start: int, end: int) -> Span:
        """Return the span from `start` to `end` of this article's text."""
        return Span(article=self, start=start, end=end)

    def paragraph_span(self, paragraph: Paragraph) -> Span:
        """Return the whole of `paragraph` as a span."""
        return self.span(paragraph.start, paragraph.end)

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds `offset`, or the nearest before it.

        Raises `IndexError` when the article has no paragraph.
        """
        place = bisect_right(self.paragraphs, offset, key=START)
        return self.paragraphs[max(place - 1, 0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words found in an article; `text` is always the slice of the article, by construction.

    Raises `ValueError` when the offsets are not inside `article.text` or hold nothing.
    """

    article: Article = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        """Check that the offsets hold some of the article's text."""
        if not 0 <= self.start < self.end <= len(self.article.text):
            message = f"{self.article.id}: no text from {self.start} to {self.end}"
            raise ValueError(message)

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.article.text[self.start : self.end]

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph the span starts in."""
        return self.article.paragraph_at(self.start)

    @property
    def place(self) -> tuple[str, int, int]:
        """Article id, start, end: a key to sort by and to compare with."""
        return (self.article.id, self.start, self.end)

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span of the same article."""
        return self.start <= other.start and other.end <= self.end and self.article == other.article

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character of the same article."""
        return self.start < other.end and other.start < self.end and self.article == other.article
