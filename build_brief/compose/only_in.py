"""Find what one source of a story alone tells.

A sentence is told elsewhere when one sentence of another origin holds a good part of its telling
words. Of the rest those are shown that weigh: somebody's words, figures, names, and a high place in
the article. Only sentences that stand alone are considered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_brief.compose.choice import repeats
from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import weigh_words
from build_brief.language.figures import find_figures
from build_brief.model.article import ArticleId
from build_brief.model.edition import OnlyIn

TOLD_ELSEWHERE = 0.4
"""Share of a sentence's telling weight that one sentence of another origin holds."""
MOST_OF_ONE = 3
MOST_OF_ALL = 10
"""Of a page: thirty sources would fill it with what each has alone."""
LEAST_WORDS, MOST_WORDS = 9, 50
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
    candidates = [passage for passage in file.passages if _is_alone(passage, postings)]
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
    if not LEAST_WORDS <= passage.words <= MOST_WORDS or len(passage.terms) < LEAST_TERMS:
        return False
    shared: Counter[tuple[ArticleId, int]] = Counter()
    for word, weight in passage.terms.items():
        for place in postings.get(word, ()):
            if place[0] != passage.place[0]:
                shared[place] += weight  # type: ignore[assignment] # weights are not whole numbers
    return max(shared.values(), default=0.0) < TOLD_ELSEWHERE * sum(passage.terms.values())


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
