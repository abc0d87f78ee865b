"""Make an article of a manuscript: number its paragraphs, find its dateline, settle its day."""

from __future__ import annotations

import re
from hashlib import sha256

from build_brief.model.article import Article, ArticleId, Paragraph, Source
from build_brief.read.datelines import find_dateline
from build_brief.read.kinds import classify
from build_brief.read.manuscript import Manuscript, SourceFile, UnreadableError, refuse_long
from build_brief.read.tails import cut_tails
from build_brief.read.tongues import choose_language

SEVERAL_WORDS = re.compile(r"[^\W\d_]{1,40}[\W\d_]+[^\W\d_]")
"""A subject and a verb, at least; what holds less is a stray note, or data without a blank."""


def make_article(file: SourceFile, manuscript: Manuscript, format_name: str) -> Article:
    """Return the article of `manuscript`; raises `UnreadableError` when it holds no sentence."""
    text, header = manuscript.text, manuscript.header
    blocks = tuple(cut_tails(text, manuscript.blocks))
    if not blocks:
        reason = "No text was found under the header."
        raise UnreadableError(reason, "Put the article's text under it.")
    if not SEVERAL_WORDS.search(text, blocks[0].start, blocks[-1].end):
        reason = "No sentence was found in it."
        raise UnreadableError(reason, "Put the article's text into it, or move it away.")
    refuse_long(len(blocks), sum(block.end - block.start for block in blocks))
    language = choose_language(manuscript)
    kinds = classify(text, blocks, header)
    published = header.published or manuscript.opening_day
    dateline = find_dateline(text, blocks, kinds, published)
    return Article(
        id=ArticleId(file.name),
        source=Source(path=file.name, digest=sha256(file.content).hexdigest(), format=format_name),
        text=text,
        paragraphs=tuple(
            Paragraph(number=number, start=block.start, end=block.end, kind=kind)
            for number, (block, kind) in enumerate(zip(blocks, kinds, strict=True), start=1)
        ),
        headline=header.headline,
        byline=header.byline,
        publisher=header.publisher,
        dateline=dateline,
        published=published or (dateline.day if dateline else None),
        language=language,
        url=header.url,
        rights=header.rights,
    )
