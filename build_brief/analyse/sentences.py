"""Cut the paragraphs of an article's body into sentences.

A sentence ends with a full stop, question or exclamation mark, the closing quote marks and
brackets after it included, when the next word begins with a capital. It does not end after an
abbreviation or an initial, inside quotation marks (a quote is one piece of evidence), nor between
a quoted question and who asked it (“Is it over?” Ruiz asked).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from build_brief.language.quote_marks import Quoted, find_quoted
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Sentence
from build_brief.model.article import Article, Paragraph, ParagraphKind

ENDING = re.compile(r"[.?!…]+[\"'”’»)\]]{0,4}(?=\s+[\"'“‘«(\[¿¡$£€#@*_]{0,4}[^\W_a-z])")
LAST_WORD = re.compile(r"[^\W_](?:[\w.'’-]{0,30}[^\W_])?$")
FIRST_WORDS = re.compile(r"\s*((?:[\w.'’-]{1,40}[\s,]+){0,4}[\w.'’-]{1,40})")
OPENING_WORD = re.compile(r"[\s\"'“‘«(\[]*([\w’']+)")


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of the body paragraphs, dateline left out, in order."""
    following = chain((p.start for p in article.paragraphs[1:]), (None,))
    return tuple(
        Sentence(span=article.span(start, end), paragraph=paragraph.number)
        for paragraph, next_start in zip(article.paragraphs, following, strict=False)
        if paragraph.kind is ParagraphKind.BODY
        for start, end in _cut_paragraph(article, paragraph, next_start)
    )


def _cut_paragraph(
    article: Article, paragraph: Paragraph, next_start: int | None
) -> Iterator[tuple[int, int]]:
    text, start = article.text, paragraph.start
    if article.dateline and article.dateline.start <= start < article.dateline.end:
        start = min(article.dateline.end, paragraph.end)
    quoted = find_quoted(text, start, paragraph.end, next_start=next_start)
    for end in chain(_find_ends(text, start, paragraph.end, quoted), (paragraph.end,)):
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        if begin < end:
            yield begin, end
        start = end


def _find_ends(text: str, start: int, end: int, quoted: tuple[Quoted, ...]) -> Iterator[int]:
    outer = iter([region for region in quoted if region.depth == 0])
    region = next(outer, None)
    for found in ENDING.finditer(text, start, end):
        while region and region.outer_end < found.end():
            region = next(outer, None)
        if region and region.start <= found.start() and found.end() < region.outer_end:
            continue
        if _ends(text, found):
            yield found.end()


def _ends(text: str, found: re.Match[str]) -> bool:
    if found[0] == ".":
        return not _is_abbreviation(text, found.start())
    return len(found[0]) == 1 or not _is_asked_by(text, found.end(), sure=found[0][0] in "?!…,")


def _is_abbreviation(text: str, stop: int) -> bool:
    """Tell whether the full stop at `stop` belongs to the word before it."""
    before = LAST_WORD.search(text, max(stop - 32, 0), stop)
    if not before:
        return False
    word = before[0]
    if word in read_words("abbreviations") or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    if word in read_words("may_end") or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return not _begins_sentence(text, stop + 1)
    return False


def _begins_sentence(text: str, place: int) -> bool:
    """Tell whether the word after `place` is one that begins sentences, not the next part of a name."""
    following = OPENING_WORD.match(text, place)
    return following is not None and following[1].lower() in read_words("sentence_openers")


def _is_asked_by(text: str, place: int, *, sure: bool) -> bool:
    """Tell whether a name and a verb of speech follow: “Is it over?” Ruiz asked.

    After a full stop (`sure` is False) the verb must end the sentence: “It is over.” Ruiz said.
    """
    following = FIRST_WORDS.match(text, place)
    words = following[1].split() if following else []
    verbs = read_verbs("speech_verbs")
    for word in words:
        if word.rstrip(".,") in verbs:
            return sure or word.endswith(".")
        if not word[0].isupper():
            return False
    return False
