"""Know a piece in which somebody argues from one that reports.

An argument is told by its label (“OPINION: …”, an address under `/opinion/`) or by its voice: a writer who
argues says “I” and “we” outside quotation marks, and quotes few. What stands in such a piece is its
writer's word, not the paper's report, and the page says so. When unsure it is a report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from build_brief.compose.archive.posts import is_post
from build_brief.language.quote_marks import find_quoted
from build_brief.language.vocabulary import read_words
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
OUGHT = re.compile(
    r"\b(?:should(?! (?:make|come as|be (?:noted|clear|obvious|easy|no)))|must|ought to"
    r"|needs? to|had better|deserves?|cannot afford|can[’']t afford|has to|have to"
    r"|(?:it[’']s|it is) (?:high )?time)\b"
)
TALKING = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo|ca)n[’']t\b"
    r"|\b(?:it|that|there|here|what|who|they|let)[’'](?:s|re|ve|ll)\b|\?$",
    re.IGNORECASE,
)
"""A reporter writes “is not” and asks nothing; who argues says “isn’t”, “that’s”, and puts questions."""
REPORTING = re.compile(r"\b(?:said|says|told|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
SAYING = re.compile(r"\b(?:said|says|told)\b")
LEAST_OWN, ARGUED_SHARE, SAID_SHARE = 4, 0.15, 0.1
"""Sentences with “I”, “should” or a word that judges; by how many in a hundred those that sound like somebody
talking outnumber those that report; the share in which others speak. Of 62 articles that bear a label, the
label left out, 35 are told so, and 10 of 300 of agencies and newspapers, of which six argue."""
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
    sentences = annotated.sentences
    said = sum(bool(SAYING.search(sentence.span.text)) for sentence in sentences)
    if said > SAID_SHARE * len(sentences) or is_transcript(annotated):
        return False
    told = _find_own_words(annotated)
    voiced = [bool(OWN_VOICE.search(words)) for words in told]
    ordered = [bool(OUGHT.search(words)) for words in told]
    talking = [bool(TALKING.search(words)) for words in told]
    reported = [bool(REPORTING.search(words)) for words in told]
    if sum(voiced) + sum(ordered) + sum(talking) - sum(reported) < ARGUED_SHARE * len(told):
        return False
    own = sum(v or o or find_judging(words) for v, o, words in zip(voiced, ordered, told, strict=True))
    return own >= LEAST_OWN


def _find_own_words(annotated: AnnotatedArticle) -> list[str]:
    """Return what each sentence says outside quotation marks; a post's sentences are somebody else's."""
    text = annotated.article.text
    marked = [(q.start, q.end) for q in find_quoted(text, 0, len(text)) if q.depth == 0]
    told = []
    for span in (sentence.span for sentence in annotated.sentences if not _is_of_post(sentence)):
        words, at = [], span.start
        for start, end in marked[max(0, bisect_right(marked, (span.start,)) - 1) :]:
            if start >= span.end:
                break
            words.append(text[at : max(at, start)])
            at = min(max(at, end), span.end)
        told.append(" ".join([*words, text[at : span.end]]))
    return told


def find_judging(words: str) -> bool:
    """Tell whether `words` call something good or bad."""
    return _judging().search(words) is not None


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


@cache
def _judging() -> re.Pattern[str]:
    words = sorted(read_words("judging_words"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
