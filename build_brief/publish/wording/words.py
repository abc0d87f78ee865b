"""Print words of a source: repairs in sight, quoted speech told apart, names linked to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind
from build_brief.publish.wording.citations import CUT, place_attributes
from build_brief.publish.wording.escape import Markdown, escape

MAX_MARKS = 200
"""Marks in one sentence; one of a page has a dozen. Only hostile text has more, and is printed plain."""


MAX_WORDS = 3000
"""Characters of one sentence or quote on a page; Markdown takes time that grows with the square."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something printed around, or in place of, the words from `start` to `end` of the article."""

    start: int
    end: int
    before: str
    after: str
    instead: Markdown | None = None
    """What stands in place of the words; None keeps them."""

    def crosses(self, other: Mark) -> bool:
        """Tell whether the two overlap without nesting, or one stands in place of a part of the other."""
        if self.end <= other.start or other.end <= self.start:
            return False
        inside = self.start <= other.start and other.end <= self.end
        around = other.start <= self.start and self.end <= other.end
        return (
            not (inside or around)
            or (inside and self.instead is not None)
            or (around and other.instead is not None)
        )


def mark_edit(words: Span, edit: Edit, *, link: str | None) -> Mark:
    """Return the mark of a repair of `words`; `link` is the page of whom a bracket names."""
    text = edit.text
    shown = escape(text)
    if link and edit.kind is EditKind.BRACKET:
        inner = text.strip()[1:-1]
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        shown = Markdown(f"{before}&#91;[{escape(inner)}]({link})&#93;{after}")
    return Mark(
        words.start + edit.start,
        words.start + edit.end,
        f'<ins class="{edit.kind.value}">',
        "</ins>",
        instead=shown,
    )


def mark_quoted(words: Span, start: int, end: int) -> Mark:
    """Return the mark of words that somebody said."""
    place = place_attributes(words.article.span(start, end))
    return Mark(start, end, f'<q class="verbatim" {place}>', "</q>")


def mark_loaded(start: int, end: int) -> Mark:
    """Return the mark of a verb that judges: it is the source's choice, not the site's."""
    return Mark(start, end, '<span class="source-word" title="The source’s own word for it">', "</span>")


def mark_differing(words: Span, differing: Iterable[Span]) -> list[Mark]:
    """Return the marks of those of `differing` in `words`, which another source has otherwise."""
    return [
        Mark(span.start, span.end, '<mark class="differs">', "</mark>")
        for span in differing
        if words.covers(span)
    ]


def mark_name(start: int, end: int, *, link: str) -> Mark:
    """Return the mark of a name that has a page."""
    return Mark(start, end, "[", f"]({link})")


def print_words(words: Span, marks: Iterable[Mark]) -> Markdown:
    """Return `words` with `marks`; one that would cut an earlier one of the tuple apart is left out."""
    end = _cut(words)
    kept: list[Mark] = []
    for _, mark in zip(range(MAX_MARKS), marks, strict=False):
        if mark.end <= end and not any(mark.crosses(other) for other in kept):
            kept.append(mark)
    # Words put in come before what starts at the same place; of two marks the outer comes first.
    ordered = sorted(kept, key=lambda mark: (mark.start, mark.end > mark.start, -mark.end))
    printed = "".join(_print(words, ordered, words.start, end))
    return Markdown(f"{printed}{CUT}" if end < words.end else printed)


def _cut(words: Span) -> int:
    """Return where to stop printing `words`: at their end, or at the last blank that a page can hold."""
    end = words.start + MAX_WORDS
    if words.end <= end:
        return words.end
    blank = words.article.text.rfind(" ", words.start + 1, end)
    return blank if blank > words.start else end


def _print(words: Span, marks: list[Mark], at: int, end: int) -> Iterator[str]:
    text = words.article.text
    while marks:
        mark = marks.pop(0)
        inner = []
        while marks and marks[0].end <= mark.end and marks[0].start < mark.end:
            inner.append(marks.pop(0))
        yield escape(text[at : mark.start])
        yield mark.before
        yield from _print(words, inner, mark.start, mark.end) if mark.instead is None else (mark.instead,)
        yield mark.after
        at = mark.end
    yield escape(text[at:end])
