"""One doubt: what it is, the sentences that raise it, and the lines that settle it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Span

LONGEST = 220
"""Characters of a sentence that are shown; what is doubtful stands in the middle."""
PLAIN = re.compile(r"\w[\w .’'()/-]*")
"""Words that YAML takes as they are; all others are put between quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that an editor can settle."""

    question: str
    """What is unsure, in a sentence."""
    sentences: tuple[tuple[Span, str], ...]
    """The words in question, and the sentence around them."""
    file: str
    """Where the lines go: `people.yml`."""
    lines: tuple[str, ...]
    """YAML that settles it one way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Doubts of one sort."""

    title: str
    doubts: tuple[Doubt, ...]


def quote_yaml(words: str) -> str:
    """Return `words` as YAML that stands for exactly them, in one line."""
    return (
        words if PLAIN.fullmatch(words) and words == words.strip() else json.dumps(words, ensure_ascii=False)
    )


def list_yaml(words: Iterable[str]) -> str:
    """Return a list in one line."""
    return f"[{', '.join(map(quote_yaml, words))}]"


def with_sentence(span: Span, found: AnnotatedArticle) -> tuple[Span, str]:
    """Return `span` with the sentence it stands in, in one line; cut where it is long."""
    whole = next((s.span for s in found.sentences if s.span.start <= span.start < s.span.end), None)
    whole = whole or found.article.paragraph_span(span.paragraph)
    start, end = whole.start, max(whole.end, span.end)
    if end - start > LONGEST:
        middle = (span.start + min(span.end, span.start + LONGEST)) // 2
        start = max(start, middle - LONGEST // 2)
        end = min(end, start + LONGEST)
    text = found.article.text
    before, after = "… " if start > whole.start else "", " …" if end < whole.end else ""
    return span, before + " ".join(text[start:end].split()) + after


def print_doubt(doubt: Doubt, folder: str) -> Iterator[str]:
    """Give question and sentences of a doubt as comments, then the YAML for a file of `folder`."""
    yield f"# {doubt.question}"
    for span, sentence in doubt.sentences:
        yield f"#   {span.article.id} ¶{span.paragraph.number}: {sentence}"
    yield f"# → {folder}/{doubt.file}"
    yield from doubt.lines
