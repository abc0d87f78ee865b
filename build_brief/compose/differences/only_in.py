"""Find what one source of a story alone tells.

A sentence is told elsewhere when one sentence of another origin holds a good part of its telling
words, or that article as a whole holds most; an article's first sentence tells the event that all
tell. Of the rest those are shown that weigh: somebody's words, figures, names, and a high place in
the article. Only sentences that stand alone are considered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.passages.choice import repeats
from build_brief.compose.sentences.passages.wordings import weigh_words
from build_brief.language.figures import find_figures
from build_brief.model.article import ArticleId
from build_brief.model.differences import OnlyIn
from build_brief.model.dossier import QuoteId

TOLD_IN_SENTENCE = 0.37
"""Share of a sentence's telling weight that one sentence of another origin holds."""
TOLD_IN_ARTICLE = 0.65
"""The same for another article as a whole: the event itself is told by all, in their own words."""
MOST_OF_ONE = 3
MOST_OF_ALL = 10
"""Of a page: thirty sources would fill it with what each has alone."""
LEAST_WORDS, MOST_WORDS = 9, 50
CAPTION = re.compile(r"\d+/\d+\s")
"""“4/16 2007 Students …”: a picture in a gallery."""
LEAST_TERMS = 5
"""Telling words: with fewer it cannot be said what a sentence shares."""

Postings = Mapping[str, Sequence[tuple[ArticleId, int]]]
"""A plain word to the sentences that hold it: the article, and the sentence's number."""


def find_only_in(file: StoryFile, said: Sequence[Passage] = ()) -> tuple[OnlyIn, ...]:
    """Return the telling statements that one origin alone has, by source; empty for a story of one.

    What repeats `said`, which stands further up the page, is left out.
    """
    if len(file.articles) < 2:  # noqa: PLR2004 - nothing to compare with
        return ()
    postings = _post(file)
    chosen: dict[ArticleId, list[Passage]] = {annotated.article.id: [] for annotated in file.articles}
    shared = _find_shared_quotes(file)
    candidates = [
        passage
        for passage in file.passages
        if _is_alone(passage, postings) and not shared & _quotes_in(passage, file)
    ]
    for passage in sorted(candidates, key=lambda passage: (-_tell(passage, file), passage.place)):
        own = chosen[passage.statement.evidence[0].article.id]
        full = sum(map(len, chosen.values())) >= MOST_OF_ALL
        if not full and len(own) < MOST_OF_ONE and not repeats(passage, (*own, *said)):
            own.append(passage)
    return tuple(
        OnlyIn(article=annotated.article, statements=tuple(passage.statement for passage in _in_order(own)))
        for annotated in file.articles
        if (own := chosen[annotated.article.id])
    )


def _find_shared_quotes(file: StoryFile) -> frozenset[QuoteId]:
    """Return the utterances that several articles report, in whatever words."""
    told = ((cluster.fullest, *cluster.variants) for cluster in file.clusters)
    return frozenset(
        quote.id for quotes in told for quote in quotes if len({quote.article for quote in quotes}) > 1
    )


def _quotes_in(passage: Passage, file: StoryFile) -> frozenset[QuoteId]:
    return frozenset(quote.id for quote in file.archive.quotes_in(passage.statement.evidence[0]))


def _in_order(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda passage: passage.place)


def _post(file: StoryFile) -> Postings:
    """Return where each telling word stands, every sentence of the story read once."""
    postings: dict[str, list[tuple[ArticleId, int]]] = defaultdict(list)
    for annotated in file.articles:
        for number, sentence in enumerate(annotated.sentences):
            for word in weigh_words(sentence.span.text):
                postings[word].append((annotated.article.id, number))
    return postings


def _is_alone(passage: Passage, postings: Postings) -> bool:
    lead = passage.number == 0 or CAPTION.match(passage.statement.text)
    if lead or not LEAST_WORDS <= passage.words <= MOST_WORDS or len(passage.terms) < LEAST_TERMS:
        return False
    in_sentence: dict[tuple[ArticleId, int], float] = defaultdict(float)
    in_article: dict[ArticleId, float] = defaultdict(float)
    for word, weight in passage.terms.items():
        places = [place for place in postings.get(word, ()) if place[0] != passage.place[0]]
        for place in places:
            in_sentence[place] += weight
        for article in {article for article, _ in places}:
            in_article[article] += weight
    whole = fsum(passage.terms.values())
    told = max(in_sentence.values(), default=0.0) >= TOLD_IN_SENTENCE * whole
    return not told and max(in_article.values(), default=0.0) < TOLD_IN_ARTICLE * whole


def _tell(passage: Passage, file: StoryFile) -> float:
    """Return how much a reader of the other sources would miss."""
    evidence = passage.statement.evidence[0]
    quoted = any(quote.speaker_name and not quote.doubtful for quote in file.archive.quotes_in(evidence))
    named = {mention.name for mention in file.archive.mentions_in(evidence) if mention.name}
    return (
        file.weights[passage.place]
        + 0.4 * quoted
        + 0.2 * bool(find_figures(evidence.text))
        + 0.1 * min(len(named), 3)
    )
