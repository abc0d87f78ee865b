"""Bring together what the articles of each story report of the same utterance, and weigh who said it.

Nothing of it reaches from one story to another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from build_brief.link.kept import Kept
from build_brief.link.utterances.confirmation import confirm_speakers
from build_brief.link.utterances.rivals import doubt_rivals, find_rivals
from build_brief.link.utterances.speakers import mark_quote
from build_brief.link.utterances.variants import cluster_quotes, place_of
from build_brief.link.utterances.wordings import remember_wordings
from build_brief.model.dossier import AttributedQuote, QuoteCluster, Story, StoryId


def settle_utterances(
    quotes: Iterable[AttributedQuote], stories: Iterable[Story], kept: Kept
) -> tuple[QuoteCluster, ...]:
    """Return one cluster for each utterance, by the place of its fullest quote.

    Every quote is in exactly one. Where papers disagree about a speaker he is doubtful, where they agree not.
    """
    stories = tuple(stories)
    told_in = {article: story.id for story in stories for article in story.articles}
    said: defaultdict[StoryId, list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        said[told_in[quote.article]].append(quote)
    clusters = [
        cluster for story in stories if story.id in said for cluster in _recall(story, said[story.id], kept)
    ]
    return tuple(sorted(clusters, key=lambda cluster: place_of(cluster.fullest)))


def _recall(story: Story, quotes: Sequence[AttributedQuote], kept: Kept) -> tuple[QuoteCluster, ...]:
    known = (story.origins, tuple(map(mark_quote, quotes))) if kept.remembers else ()
    return kept.recall(tuple, "utterances", story.articles, partial(_settle, story, quotes), known)


def _settle(story: Story, quotes: Sequence[AttributedQuote]) -> tuple[QuoteCluster, ...]:
    read = remember_wordings()
    rivals = find_rivals(quotes, (story,), read=read)
    drawn = cluster_quotes(doubt_rivals(quotes, rivals), (story,), read=read)
    return confirm_speakers(drawn, (story,), rivals=rivals, read=read)
