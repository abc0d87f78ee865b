"""Read a corpus of annotated attributions, and tell which of our quotes agree with it.

A corpus is a file of JSON lines, one article each: `text`, and `attributions` with `source`, `cue`
and `content`, each a list of [start, end] offsets into the text. No word of it is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from build_brief.analyse.quotes.passages import Passage
from build_brief.model.annotations import Quote
from build_brief.model.article import Article, ArticleId, Paragraph, Source

PARTS = ("content", "source", "cue")

Offsets = tuple[tuple[int, int], ...]


class Annotation(NamedTuple):
    """Who said what, as a person marked it; each part is a tuple of offsets, empty when there is none."""

    content: Offsets
    source: Offsets
    cue: Offsets


class Annotated(NamedTuple):
    """An article with what people marked in it."""

    article: Article
    annotations: tuple[Annotation, ...]


def read_corpus(path: Path) -> tuple[Annotated, ...]:
    """Return the articles of the corpus at `path`, in the file's order."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(read_article(json.loads(line), number) for number, line in enumerate(lines) if line.strip())


def read_article(row: dict[str, object], number: int) -> Annotated:
    """Return one row of a corpus; each line of its text is a paragraph."""
    text = str(row["text"]).replace("\u2028", "\n")
    paragraphs = tuple(
        Paragraph(number=place, start=found.start(), end=found.end())
        for place, found in enumerate(re.finditer(r"\S(?:[^\n]*\S)?", text), start=1)
    )
    source = Source(path=f"{number}.txt", digest="", format="text")
    article = Article(id=ArticleId(source.path), source=source, text=text, paragraphs=paragraphs)
    return Annotated(article, tuple(_read_annotations(row)))


def _read_annotations(row: dict[str, object]) -> Iterator[Annotation]:
    rows = row["attributions"]
    assert isinstance(rows, list)
    for attribution in rows:
        content, source, cue = (tuple((s, e) for s, e in attribution[part]) for part in PARTS)
        yield Annotation(content, source, cue)


def label_passages(passages: Sequence[Passage], annotations: Sequence[Annotation]) -> list[list[str]]:
    """Return a label for each token: the longest contents first, nothing twice."""
    labels = [["O"] * len(passage.tokens) for passage in passages]
    for annotation in sorted(annotations, key=lambda one: -sum(end - start for start, end in one.content)):
        placed = [(name, _find_places(passages, limits)) for name, limits in _list_parts(annotation)]
        if any(labels[p][t] != "O" for _, places in placed for p, t in places):
            continue
        for name, places in placed:
            before = None
            for p, t in places:
                labels[p][t] = ("I-" if before == (p, t - 1) else "B-") + name
                before = (p, t)
    return labels


def _list_parts(annotation: Annotation) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in PARTS:
        for limits in getattr(annotation, name):
            yield name, limits


def _find_places(passages: Sequence[Passage], limits: tuple[int, int]) -> list[tuple[int, int]]:
    """Return passage and token number of the tokens between two offsets, a character more or less."""
    start, end = limits
    return [
        (number, place)
        for number, passage in enumerate(passages)
        if passage.tokens and passage.tokens[0].start < end and passage.tokens[-1].end > start
        for place, token in enumerate(passage.tokens)
        if start - 1 <= token.start < end and start < token.end <= end + 1
    ]


def is_right(quote: Quote, annotated: Annotated) -> bool:
    """Tell whether a person marked the same words with the same speaker."""
    return any(_same_speaker(quote, found, annotated) for found in _find_same_words(quote, annotated))


def is_said(quote: Quote, annotated: Annotated) -> bool:
    """Tell whether a person marked the same words, whoever spoke them."""
    return any(True for _ in _find_same_words(quote, annotated))


def _find_same_words(quote: Quote, annotated: Annotated) -> Iterator[Annotation]:
    """Yield the annotations of the words of `quote`.

    Of words in quotation marks half must be marked; of the reporter's own, half of both together.
    """
    mine = _list_characters([(part.start, part.end) for part in quote.quoted or quote.contents])
    for annotation in annotated.annotations:
        theirs = _list_characters(annotation.content)
        whole = mine if quote.quoted else mine | theirs
        if 2 * len(mine & theirs) >= len(whole):
            yield annotation


def _list_characters(limits: Iterable[tuple[int, int]]) -> set[int]:
    return {place for start, end in limits for place in range(start, end)}


def _same_speaker(quote: Quote, annotation: Annotation, annotated: Annotated) -> bool:
    speaker = quote.speaker
    if not annotation.source or speaker is None:
        return not annotation.source and speaker is None
    text = " ".join(annotated.article.text[start:end] for start, end in annotation.source)
    if find_head(text) == find_head(speaker.text):
        return True
    mine, theirs = _list_characters([(speaker.start, speaker.end)]), _list_characters(annotation.source)
    return 2 * len(mine & theirs) >= max(len(mine), len(theirs))


def find_head(words: str) -> str:
    """Return the word by which a speaker is known: the surname, or the head noun."""
    phrase = re.split(r",|\(|—| (?:who|of|for|at|in|on|from|with|that|to|as)\b", words.strip(), maxsplit=1)[0]
    found: list[str] = re.findall(r"[\w.&-]+", re.sub(r"['’]s?$", "", phrase.strip()))
    return found[-1].lower().strip(".") if found else ""
