"""Lay out the sentences of a story by the words that may speak of an issue.

Words that mean the same are one: “invasion” is a war, “Russian” is Russia. Only one story is laid
out at a time, so that memory does not grow with the folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_brief.language.subjects import find_subjects, head_of, read_passage, words_of
from build_brief.model.annotations import NAMING, AnnotatedArticle, MentionKind, Sentence
from build_brief.model.article import Article, Paragraph, ParagraphKind, Span

SECTION_PARAGRAPHS = 6
"""How far a sub-head reaches: the last one of an article has nothing to end it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence."""

    span: Span
    number: int
    """Its place among the sentences of its article, from 1."""
    words: frozenset[str]
    """As `plain_words` gives them."""
    subjects: frozenset[str]
    """Subjects that its words name wherever they stand."""
    subhead: Span | None
    """The sub-head it stands under; None above the first and far below one."""


Demonyms = Mapping[str, frozenset[str]]
"""“russian” to the words of “Russia”, as the article's own mentions tell."""


def lay_out(annotated: AnnotatedArticle, demonyms: Demonyms) -> tuple[Line, ...]:
    """Return the sentences of one article, whose `read_demonyms` are given."""
    subheads, names = _find_subheads(annotated.article), _find_naming(annotated)
    return tuple(
        _line(sentence, number, demonyms, subheads.get(sentence.paragraph), names)
        for number, sentence in enumerate(annotated.sentences, start=1)
    )


def read_demonyms(annotated: AnnotatedArticle) -> Demonyms:
    """Return what the article's words for peoples stand for."""
    demonyms: dict[str, set[str]] = defaultdict(set)
    for mention in annotated.mentions:
        if mention.kind is MentionKind.NATIONALITY and mention.name:
            for word in words_of(mention.span.text):
                demonyms[word].update(words_of(mention.name))
    return {word: frozenset(names) for word, names in demonyms.items()}


def plain_words(words: Iterable[str], demonyms: Demonyms) -> frozenset[str]:
    """Return `words` with those that mean the same made one, and the names of countries put in."""
    return _put_in(frozenset(map(head_of, words)), demonyms)


def speaks_of(texts: Iterable[str], demonyms: Demonyms) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of `texts` as `plain_words` gives them, and the subjects that they name."""
    read = read_passage(*texts)
    return _put_in(read.heads, demonyms), read.subjects


def _put_in(plain: frozenset[str], demonyms: Demonyms) -> frozenset[str]:
    peoples = plain & demonyms.keys() if demonyms else ()
    return plain.union(*(demonyms[word] for word in peoples)) if peoples else plain


def _line(
    sentence: Sentence, number: int, demonyms: Demonyms, subhead: Span | None, names: Sequence[Span]
) -> Line:
    words, subjects = speaks_of((sentence.span.text,), demonyms)
    inside = [name for name in names if sentence.span.covers(name)] if subjects else []
    if inside:
        subjects = read_passage(*_without(sentence.span, inside)).subjects
    return Line(span=sentence.span, number=number, words=words, subjects=subjects, subhead=subhead)


def _find_naming(annotated: AnnotatedArticle) -> tuple[Span, ...]:
    """Return names of which a part reads as a subject: “Farmers” of “Farmers Insurance Group”.

    What is named so as a whole (“Boko Haram”) stays the subject that it is.
    """
    names = dict.fromkeys(
        mention.span
        for mention in annotated.mentions
        if mention.form in NAMING and mention.kind is not MentionKind.NATIONALITY
    )
    return tuple([name for name in names if _holds_subject(words_of(name.text))])


def _holds_subject(words: Sequence[str]) -> bool:
    hits = find_subjects(words)
    return bool(hits) and all(hit.end - hit.start < len(words) for hit in hits)


def _without(span: Span, names: Iterable[Span]) -> Iterator[str]:
    """Yield the pieces of `span` outside `names`, which may nest."""
    at = span.start
    for name in sorted(names, key=lambda name: name.place):
        yield span.article.text[at : max(at, name.start)]
        at = max(at, name.end)
    yield span.article.text[at : span.end]


def _find_subheads(article: Article) -> dict[int, Span]:
    """Return the sub-head of each paragraph number that stands under one."""
    above: dict[int, Span] = {}
    subhead: Paragraph | None = None
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.SUBHEAD:
            subhead = paragraph
        elif subhead and paragraph.number - subhead.number <= SECTION_PARAGRAPHS:
            above[paragraph.number] = article.paragraph_span(subhead)
    return above
