"""Know a piece in which somebody argues from one that reports.

An argument is told by its label (“OPINION: …”, an address under `/opinion/`) or by its voice: a writer who
argues says “I” and “we” outside quotation marks, and quotes few. What stands in such a piece is its
writer's word, not the paper's report, and the page says so. When unsure it is a report.
"""

from __future__ import annotations

import re

from build_brief.compose.archive.posts import is_post
from build_brief.language.quote_marks import find_quoted
from build_brief.model.annotations import AnnotatedArticle, Sentence

LABEL = re.compile(
    r"\W*(?:opinions?|editorials?|op-ed|commentary|column|viewpoint|letters?)\s?[:|]"
    r"|.*\s[|:–—-]\s*(?:opinion|editorial|op-ed|commentary|viewpoint|letters?)(?:\s[|–—-][^|–—]{2,30})?$",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"https?://[^/]+/(?:[^?#]*/)?(?:opinions?|editorials?|op-?eds?|commentary|commentisfree|columnists?"
    r"|letters)/",
    re.IGNORECASE,
)
OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b(?!\.)")
SAYING = re.compile(r"\b(?:said|says|told)\b")
LEAST_OWN, OWN_SHARE, SAID_SHARE = 4, 0.15, 0.1
"""Sentences in the writer's own voice, and their share; the share of those in which others speak. Of 1,500
articles 130 and 24 of 64 that bear a label are told so, and 16 of 427 of agencies and newspapers, of which
10 argue."""
SPEAKER = re.compile(
    r"(?:[A-Z][A-Z .'’-]{2,40}|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+(?: \([^)]{1,40}\))?): ?(?=\S)"
)
LEAST_TURNS, TURNS_SHARE = 6, 0.3
"""Paragraphs that begin with a speaker's name and a colon, and their share, from which on an article is a
transcript; news that prints an exchange has some too."""


def is_argued(annotated: AnnotatedArticle) -> bool:
    """Tell whether the article argues: everything it states is its writer's view."""
    article = annotated.article
    if LABEL.match(article.headline or "") or SECTION.match(article.url or ""):
        return True
    own = [s.span for s in annotated.sentences if OWN_VOICE.search(s.span.text) and not _is_of_post(s)]
    least = max(LEAST_OWN, OWN_SHARE * len(annotated.sentences))
    if len(own) < least or is_transcript(annotated):
        return False
    said = sum(bool(SAYING.search(sentence.span.text)) for sentence in annotated.sentences)
    if said >= SAID_SHARE * len(annotated.sentences):
        return False
    quoted = [(q.start, q.end) for q in find_quoted(article.text, 0, len(article.text)) if q.depth == 0]
    outside = sum(
        any(
            not any(start <= found.start() < end for start, end in quoted)
            for found in OWN_VOICE.finditer(article.text, span.start, span.end)
        )
        for span in own
    )
    return outside >= least


def _is_of_post(sentence: Sentence) -> bool:
    paragraph = sentence.span.paragraph
    return is_post(sentence.span.article.text[paragraph.start : paragraph.end])


def is_transcript(annotated: AnnotatedArticle) -> bool:
    """Tell whether the article prints a conversation, turn by turn."""
    paragraphs = {sentence.paragraph for sentence in annotated.sentences}
    return len(_find_turns(annotated)) >= max(LEAST_TURNS, TURNS_SHARE * len(paragraphs))


def find_introduction(annotated: AnnotatedArticle) -> int:
    """Return where a transcript's second speaker begins: before it somebody tells who talks of what."""
    turns = _find_turns(annotated)
    return next((start for start, speaker in turns if speaker != turns[0][1]), len(annotated.article.text))


def _find_turns(annotated: AnnotatedArticle) -> list[tuple[int, str]]:
    """Return the start of each turn, and who has it."""
    text = annotated.article.text
    starts = dict.fromkeys(sentence.span.paragraph.start for sentence in annotated.sentences)
    found = ((start, SPEAKER.match(text, start)) for start in starts)
    return [(start, turn[0]) for start, turn in found if turn]
