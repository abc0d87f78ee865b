"""A sentence of a page: words of a source with visible repairs, never without evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_brief.model.article import Article, Span
from build_brief.model.dossier import EntityId


class Voice(StrEnum):
    """Whose words a statement is: the classes a page never mixes."""

    VERBATIM = "verbatim"
    REPORTED = "reported"
    STATED = "stated"
    """Stated by the source itself."""
    OPINION = "opinion"
    """Stated by the writer of a piece that argues: his view, not the source's report."""


class EditKind(StrEnum):
    """A visible repair."""

    BRACKET = "bracket"
    """Words put in or put in place of others: `[Lammy]`."""
    ELISION = "elision"
    """Words left out: `…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One repair; offsets index the text of the statement's first evidence.

    Raises `ValueError` when a bracket has no brackets or an elision is more than `…`.
    """

    start: int
    end: int
    kind: EditKind
    text: str
    """What the reader sees instead: `[…]` with words for a bracket, ` … ` with or without its blanks."""
    link: EntityId | None = None
    """Who the bracket names, when that has a page."""

    def __post_init__(self) -> None:
        """Check that the repair is visible as what it is."""
        visible = (
            self.text.strip().startswith("[") and self.text.strip().endswith("]")
            if self.kind is EditKind.BRACKET
            else self.text.strip() == "…"
        )
        if not visible or self.start > self.end:
            message = f"an edit must be visible: {self.text!r}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of a page: words of a source with visible repairs, never without evidence.

    Raises `ValueError` without evidence, or when edits overlap or leave the evidence.
    """

    evidence: tuple[Span, ...]
    """The first is what the text is made from; the others say the same, from independent origins."""
    voice: Voice
    edits: tuple[Edit, ...] = ()
    """In order, not overlapping."""

    def __post_init__(self) -> None:
        """Check that there is evidence and that the edits lie in it."""
        if not self.evidence:
            message = "a statement needs evidence"
            raise ValueError(message)
        previous = 0
        for edit in self.edits:
            if not previous <= edit.start <= edit.end <= len(self.evidence[0].text):
                message = f"edits overlap or leave the evidence: {self.edits}"
                raise ValueError(message)
            previous = edit.end

    @property
    def text(self) -> str:
        """What the reader reads; undoing the edits gives the evidence back."""
        if not self.edits:
            return self.evidence[0].text
        return "".join(text for text, _ in self.pieces)

    @property
    def pieces(self) -> tuple[tuple[str, Edit | None], ...]:
        """The text in order: words of the source with None, repaired words with their edit."""
        words, at = self.evidence[0].text, 0
        pieces: list[tuple[str, Edit | None]] = []
        for edit in self.edits:
            if at < edit.start:
                pieces.append((words[at : edit.start], None))
            pieces.append((edit.text, edit))
            at = edit.end
        if at < len(words):
            pieces.append((words[at:], None))
        return tuple(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title of a page: a source's own headline, or words of its lead, or what an editor gives."""

    text: str
    """At most 64 characters, no question mark."""
    article: Article
    """Whose words they are."""
    evidence: Span | None
    """The words of the lead; None when it is the article's own headline, or an editor's."""
    decided: bool = False
    """True when an editor gives it: then the words are no source's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCheck:
    """What was found when every printed statement was searched for dangling words."""

    statements: int
    """Looked at, a sentence that stands in two places twice."""
    faults: tuple[tuple[str, int], ...]
    """Each fault that is looked for, with the number of statements that have it, 0 included."""
    edits: int = 0
    """Visible repairs in them."""


NOT_CHECKED = WordCheck(statements=0, faults=())
