"""Find the reporters' own words for what somebody is quoted as saying elsewhere.

A paraphrase stands beside the words themselves and is labelled; it never counts as a wording of them.
It must be the same speaker's, without doubt, and share most of its telling words with the quote; what
denies, or gives another number, is another statement.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.compose.sentences.passages.wordings import FIGURE, NEGATION, overlap, weigh_words
from build_brief.model.annotations import QuoteKind
from build_brief.model.dossier import AttributedQuote, QuoteCluster

SHARED = 0.6
"""Share of the lighter one's telling weight."""
SHARED_WORDS = 3
MOST = 3


def find_paraphrases(cluster: QuoteCluster, clusters: Iterable[QuoteCluster]) -> tuple[AttributedQuote, ...]:
    """Return the reports in other articles of what the fullest quote of `cluster` says, in their order."""
    said = cluster.fullest
    if said.speaker is None:
        return ()
    known = {quote.article for quote in (said, *cluster.variants)}
    reports = (
        quote
        for other in clusters
        for quote in (other.fullest, *other.variants)
        if quote.quote.kind is QuoteKind.REPORTED and quote.speaker == said.speaker and not quote.doubtful
    )
    found = {
        quote.article: quote
        for quote in reversed([*reports])
        if quote.article not in known and _says_the_same(_words(quote), _words(said))
    }
    return tuple(sorted(found.values(), key=lambda quote: quote.quote.contents[0].place))[:MOST]


def _words(quote: AttributedQuote) -> str:
    return " ".join(content.text for content in quote.quote.contents)


def _says_the_same(report: str, words: str) -> bool:
    terms, others = weigh_words(report), weigh_words(words)
    shared = sum(word in others for word in terms)
    figures, known = (set(FIGURE.findall(text)) for text in (report, words))
    same = figures <= known and bool(NEGATION.search(report)) == bool(NEGATION.search(words))
    return same and shared >= SHARED_WORDS and overlap(terms, others) >= SHARED
