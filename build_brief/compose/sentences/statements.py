"""Write a sentence of a source so that it stands alone on a page, or leave it where it is.

The words are the source's, character by character; what had to be put in stands in brackets, what
was left out is a visible `…`. A sentence that would still mislead is not used: there are others.
"""

from __future__ import annotations

import re
from itertools import pairwise

from build_brief.compose.archive import Archive
from build_brief.compose.archive.asked import once
from build_brief.compose.archive.posts import LONGEST_POST, is_post
from build_brief.compose.sentences.faults import CUT, LEANING
from build_brief.compose.sentences.faults.checks import check_statement
from build_brief.compose.sentences.faults.whole_sentences import NUMBER
from build_brief.compose.sentences.kinds.no_news import is_no_news
from build_brief.compose.sentences.people.clarity import SURE
from build_brief.compose.sentences.repairs import find_repairs
from build_brief.language.quote_marks import find_quoted
from build_brief.model.annotations import MentionForm, Quote, QuoteKind
from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind, Statement, Voice

NOBODY: frozenset[str] = frozenset()
MARKS = frozenset('“”"')
HEADS = ("He", "She")
TITLES = re.compile(r"\b(?:Drs|Sens|Reps|Govs|Gens|Messrs|Profs)\.\s*$")
RELATIVE = re.compile(r"(?:who|whose|whom|which)\b")
"""“I was lucky,” she said, recalling her mother, “who was …”: what stands between belongs to it."""
BEFORE = 8
"""Characters before a sentence that show whether it was torn from a “No.”."""


@once
def write_statement(
    span: Span,
    archive: Archive,
    *,
    voice: Voice | None = None,
    introduced: frozenset[str] = NOBODY,
    clause: bool = False,
) -> Statement | None:
    """Return `span`, a whole sentence, as a statement; None when it cannot stand alone.

    Without `voice` it is REPORTED when the sentence holds somebody's words or claims, else what the
    source states, or its writer thinks.
    `introduced` are full names that the page has given before. A `clause` may begin in lower case
    and end without a full stop.
    """
    edits = find_repairs(span, archive, introduced)
    if edits is None or _is_bare_quote(span, archive) or is_no_news(span.text) or _is_torn(span):
        return None
    if _is_of_post(span) or _is_set_off(span):
        return None
    statement = Statement(evidence=(span,), voice=voice or find_voice(span, archive), edits=edits)
    faults = set(check_statement(statement, archive))
    if clause and not _is_unfit_clause(span):
        faults.discard(CUT)
    return None if faults else statement


@once
def write_quote(
    quote: Quote, archive: Archive, *, introduced: frozenset[str] = NOBODY, leans: bool = False
) -> Statement | None:
    """Return what a quote says: the speaker's words alone, or the reporter's clause with its marks.

    A quote that its cue splits is given in one piece, the cue left out as ` … `. None when it cannot
    stand alone; a speaker's words that lean on a sentence are given to a caller who prints that too.
    """
    if quote.kind is not QuoteKind.VERBATIM:
        if len(quote.contents) > 1:
            return None
        return write_statement(
            _trim(quote.contents[0]), archive, voice=Voice.REPORTED, introduced=introduced, clause=True
        )
    parts = quote.contents
    if any(b.start < a.end or not a.text.strip(" ,") or RELATIVE.match(b.text) for a, b in pairwise(parts)):
        return None
    article = parts[0].article
    span = _trim(article.span(parts[0].start, parts[-1].end))
    edits = tuple(
        Edit(start=_before_comma(a) - span.start, end=b.start - span.start, kind=EditKind.ELISION, text=" … ")
        for a, b in pairwise(parts)
    )
    head = _name_head(span, archive)
    edits = (*head, *edits) if not edits or not head or head[0].end <= edits[0].start else edits
    statement = Statement(evidence=(span,), voice=Voice.VERBATIM, edits=edits)
    faults = set(check_statement(statement, archive)) - ({LEANING} if leans else set())
    return None if faults else statement


def _name_head(span: Span, archive: Archive) -> tuple[Edit, ...]:
    """Return a bracket for a “he” that begins a speaker's words, when it is sure whom it means."""
    for mention in archive.mentions_in(span)[:1]:
        first = mention.span.start == span.start and mention.form is MentionForm.PRONOUN
        if first and mention.name and mention.confidence >= SURE and mention.span.text in HEADS:
            return (
                Edit(
                    start=0,
                    end=mention.span.end - span.start,
                    kind=EditKind.BRACKET,
                    text=f"[{mention.name}]",
                    link=archive.entity_of(mention),
                ),
            )
    return ()


def find_voice(span: Span, archive: Archive) -> Voice:
    """Return whose words a sentence is: a speaker's words or claims inside make it REPORTED."""
    if archive.quotes_in(span):
        return Voice.REPORTED
    return Voice.OPINION if span.article.id in archive.argued else Voice.STATED


def _trim(span: Span) -> Span:
    """Return `span` without blanks, marks and the comma that led to its cue."""
    end = _before_comma(span)
    start = span.start + len(span.text) - len(span.text.lstrip())
    return span.article.span(start, max(end, start + 1))


def _before_comma(span: Span) -> int:
    """Return where a part of a split quote ends without the comma that led to its cue."""
    return span.start + len(span.text.rstrip().rstrip(","))


def _is_unfit_clause(span: Span) -> bool:
    text = span.text
    return text.count("“") != text.count("”") or text.count('"') % 2 != 0 or text.endswith("?")


def _is_torn(span: Span) -> bool:
    """Tell whether the text before ends in “No.”, so that the sentence begins with a mere number."""
    before = span.article.text[max(0, span.start - BEFORE) : span.start]
    if TITLES.search(before):
        return True  # “Drs.” “Ana Ruiz and Otto Lind.”
    return span.text[:1].isdigit() and bool(NUMBER.search(before.rstrip()))


def _is_of_post(span: Span) -> bool:
    """Tell whether a sentence without quotation marks stands in a post, so that its words are nobody's."""
    text, paragraph = span.article.text, span.paragraph
    short = paragraph.end - paragraph.start <= LONGEST_POST
    return short and not MARKS & set(span.text) and is_post(text[paragraph.start : paragraph.end])


def _is_set_off(span: Span) -> bool:
    """Tell whether a sentence stands in a paragraph that another announces: “She wrote:”, “The facts:”.

    Its words are somebody's without his name, or an item of a list.
    """
    before = span.article.text[: span.paragraph.start].rstrip()
    return before.endswith(":") and not MARKS & set(span.text)


def _is_bare_quote(span: Span, archive: Archive) -> bool:
    """Tell whether a sentence is somebody's words alone: nobody on the page would know whose."""
    article = span.article
    marked = (
        (region.outer_start, region.outer_end) for region in find_quoted(article.text, span.start, span.end)
    )
    found = (
        (content.start - 1, content.end + 1)
        for quote in archive.quotes_in(span)
        if quote.quote.kind is QuoteKind.VERBATIM
        for content in quote.quote.contents
    )
    if any(start <= span.start and end >= span.end - 1 for start, end in (*marked, *found)):
        return True
    before = article.text[span.paragraph.start : span.start]
    return before.count("“") > before.count("”")
