"""Write attributions as quotes: which words are the speaker's own, and of which kind they are."""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.contents.works import is_work
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.named import find_antecedent, find_name
from build_brief.analyse.quotes.weighing.confidence import find_confidence, find_speaker_confidence
from build_brief.language.tokens import TokenKind, find_tokens
from build_brief.model.annotations import Mention, Quote, QuoteKind
from build_brief.model.article import Span

SENTENCE = 4
"""Words: a shorter quote is a sentence only when it ends like one."""
OPENING = 60
"""Characters of a quote that are enough to see most sentences."""
ENDS = (".", "!", "?", "…", ",")


def write_quote(passage: Passage, attribution: Attribution, mentions: tuple[Mention, ...]) -> Quote:
    """Return `attribution` as a quote; `mentions` are those of the article."""
    quoted = tuple(part for content in attribution.contents for part in _find_quoted(passage, content))
    if attribution.rule == "turn":
        quoted = attribution.contents
    kind = _find_kind(attribution.contents, quoted)
    return Quote(
        contents=quoted if kind is QuoteKind.VERBATIM else attribution.contents,
        kind=kind,
        quoted=quoted,
        speaker=attribution.speaker,
        cue=attribution.cue,
        name=find_name(passage, attribution.speaker, mentions),
        rule=attribution.rule,
        confidence=find_confidence(attribution, kind),
        speaker_confidence=find_speaker_confidence(passage, attribution, kind),
        addressee=attribution.addressee,
        continues=attribution.continues,
        antecedent=find_antecedent(passage, attribution.speaker),
    )


def _find_quoted(passage: Passage, content: Span) -> list[Span]:
    """Return the words inside quotation marks of `content`, without the marks; titles are nobody's words."""
    found = []
    for number in passage.find_regions(content.start, content.end):
        if is_work(passage, number):
            continue
        region = passage.quoted[number]
        start, end = max(region.start, content.start), min(region.end, content.end)
        if start < end:
            found.append(passage.article.span(start, end))
    return found


def _find_kind(contents: tuple[Span, ...], quoted: tuple[Span, ...]) -> QuoteKind:
    if not quoted:
        return QuoteKind.REPORTED
    alone = not any(_has_words_beside(content, quoted) for content in contents)
    return QuoteKind.VERBATIM if alone and any(_is_sentence(part) for part in quoted) else QuoteKind.MIXED


def _has_words_beside(content: Span, quoted: tuple[Span, ...]) -> bool:
    """Tell whether `content` has words that stand in none of the quotes: “No.” “Never.” has none."""
    at = content.start
    for start, end in (*((part.start, part.end) for part in quoted), (content.end, content.end)):
        if any(letter.isalnum() for letter in content.article.text[at : min(start, content.end)]):
            return True
        at = max(at, end)
    return False


def _is_sentence(quoted: Span) -> bool:
    text = quoted.text
    return (
        _count_words(text[:OPENING]) > SENTENCE  # the last may be cut
        or _count_words(text) >= SENTENCE
        or (text.endswith(ENDS) and text[:1].isupper())
    )


def _count_words(text: str) -> int:
    return sum(token.kind is not TokenKind.MARK for token in find_tokens(text))
