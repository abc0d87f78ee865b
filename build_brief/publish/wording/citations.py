"""Citations: a small number after a sentence, and a note with the passage that bears it out.

The same words of the same paragraph have one number on a page, however often they are cited.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_brief.model.article import Article, Paragraph, Span
from build_brief.publish.wording.escape import Markdown, attribute, escape

MAX_CONTEXT = 320
"""Characters shown before and after the used words; a note must fit a small screen beside its sentence."""

MAX_USED = 1200
"""Characters of the used words shown; longer ones end in an ellipsis, and the link leads to all of them."""

CUT = Markdown('<ins class="elision">…</ins>')


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of one paragraph that a sentence rests on."""

    spans: tuple[Span, ...]
    """Of one paragraph, in order, not overlapping."""

    @property
    def article(self) -> Article:
        """The source cited."""
        return self.spans[0].article

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph cited."""
        return self.spans[0].paragraph


@dataclass(slots=True)
class Citations:
    """The numbered citations of one page, in order of first use."""

    numbers: dict[Citation, int] = field(default_factory=dict)
    uses: int = 0
    """How many sentences of the page are cited so far."""

    def cite(self, *spans: Span) -> Markdown:
        """Return the mark that stands after the sentence; words of several paragraphs give several marks."""
        self.uses += 1
        return Markdown("".join(f"[^{self._number(citation)}]" for citation in by_paragraph(spans)))

    def _number(self, citation: Citation) -> int:
        return self.numbers.setdefault(citation, len(self.numbers) + 1)


def by_paragraph(spans: tuple[Span, ...]) -> list[Citation]:
    """Return one citation for each paragraph that `spans` stand in, in order of first use."""
    places: dict[tuple[str, int], list[Span]] = {}
    for span in spans:
        places.setdefault((span.article.id, span.paragraph.number), []).append(span)
    return [Citation(tuple(sorted(set(group), key=lambda span: span.place))) for group in places.values()]


def place_attributes(span: Span) -> Markdown:
    """Return the attributes that tell `check` where the words of an element stand."""
    article, last = span.article, span.article.paragraph_at(span.end - 1)
    through = f' data-through="{last.number}"' if last != span.paragraph else ""
    return Markdown(
        f'data-article="{attribute(article.id)}" data-paragraph="{span.paragraph.number}"{through}'
    )


def render_evidence(citation: Citation, *, context: int = MAX_CONTEXT) -> Markdown:
    """Return the passage, its used words marked; `context` is the most characters before and after them."""
    start, end = citation.paragraph.start, max(citation.paragraph.end, citation.spans[-1].end)
    left, right = _window(citation, start, end, context)
    body = _mark_used(citation, left, right)
    before, after = CUT if left > start else "", CUT if right < end else ""
    place = place_attributes(citation.article.span(left, right))
    return Markdown(f'<span class="evidence" {place}>{before}{body}{after}</span>')


def _window(citation: Citation, start: int, end: int, context: int) -> tuple[int, int]:
    """Return the part of `start` to `end` that the note shows; it cuts no word where it can help it."""
    text, first, last = citation.article.text, citation.spans[0].start, citation.spans[-1].end
    left, used = max(start, first - context), min(last, first + MAX_USED)
    right = min(end, used + context)
    if start < left < first:
        left = max(left, text.find(" ", left, first))
    if used < right < end:
        right = max(used, text.rfind(" ", used, right))
    return left, right


def _mark_used(citation: Citation, left: int, right: int) -> str:
    text, at, parts = citation.article.text, left, []
    for span in citation.spans:
        start, end = max(span.start, at), min(span.end, right)
        if start < end:
            parts += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join((*parts, escape(text[at:right])))
