"""Trust a speaker when papers of different origin give the same words to the same one.

One paper alone may leave a doubt whose words these are. That two reporters are misread in the same
way is far less likely. A reprint confirms nothing, and neither does a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from build_brief.link.utterances.wordings import ReadWording, read_wording
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, EntityId, QuoteCluster, QuoteId, Story

LEAST_CONFIDENCE = 0.5
"""Below it a speaker is a guess, and two guesses are no knowledge."""
LEAST_WORDS = 5
"""Fewer words may be said by anyone."""


def confirm_speakers(
    clusters: Iterable[QuoteCluster],
    stories: Iterable[Story],
    *,
    rivals: frozenset[QuoteId],
    read: ReadWording = read_wording,
) -> tuple[QuoteCluster, ...]:
    """Return `clusters` with the doubts gone that other papers settle; `rivals` stay doubtful."""
    origins = {article: origin[0] for story in stories for origin in story.origins for article in origin}
    return tuple(
        _confirm(cluster, _find_sound(cluster, rivals, read), origins) if cluster.variants else cluster
        for cluster in clusters
    )


def _find_sound(
    cluster: QuoteCluster, rivals: frozenset[QuoteId], read: ReadWording
) -> list[AttributedQuote]:
    quotes = (quote for quote in (cluster.fullest, *cluster.variants) if quote.id not in rivals)
    return [quote for quote in quotes if _is_sound(quote, read)]


def _confirm(
    cluster: QuoteCluster, sound: list[AttributedQuote], origins: dict[ArticleId, ArticleId]
) -> QuoteCluster:
    papers: defaultdict[EntityId | None, set[ArticleId]] = defaultdict(set)
    for quote in sound:
        article = quote.article
        papers[quote.speaker].add(origins.get(article, article))
    settled = {quote.id for quote in sound if len(papers[quote.speaker]) > 1}
    if not settled:
        return cluster
    return QuoteCluster(
        fullest=_settle(cluster.fullest, settled),
        variants=tuple(_settle(quote, settled) for quote in cluster.variants),
    )


def _is_sound(quote: AttributedQuote, read: ReadWording) -> bool:
    known = quote.speaker is not None and quote.quote.speaker_confidence >= LEAST_CONFIDENCE
    return known and len(read(quote).words) >= LEAST_WORDS


def _settle(quote: AttributedQuote, settled: set[QuoteId]) -> AttributedQuote:
    return replace(quote, doubtful=False) if quote.id in settled else quote
