"""What an article is about, as weighed words.

A word weighs more the oftener the article uses it and the fewer articles use it; words of the
headline count three times. Only the heaviest words are kept: they tell which event it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import count, islice
from math import fsum, log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from build_brief.language.common_words import WORD, plain_word, word_share
from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.model.article import Article, ParagraphKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Terms = dict[str, float]
"""Weights of an article's words, the heaviest first; the squares add up to 1."""

HEADLINE_TIMES = 3
MAX_TERMS = 100
"""More terms change no figure of evaluation/stories.py by more than .005, and cost memory."""
BACKGROUND_ARTICLES = 1000
"""How many articles of the world stand behind `word_share`: a folder outweighs it when it is larger."""
LEAST_RARITY = 0.1
"""Words that all articles hold (“the”) have none to speak of: from here down it counts as none."""
SATURATED_WORDS = 20_000
"""Words read of one article: a megabyte on one line is no better known than a long report."""


class Counted(NamedTuple):
    """The words of an article in their plain form, each once, and how often it uses each.

    A live site has this of every article: as a word and a weight each it takes six times the memory.
    """

    words: str
    """With a blank between them."""
    times: tuple[int, ...]


def weigh_terms(articles: Iterable[Article], kept: Kept = NOTHING_KEPT) -> tuple[Terms, ...]:
    """Return the terms of each article, in the order given; empty for an article without words."""
    import numpy as np  # a seventh of a second, which only a build should wait for

    articles = tuple(articles)
    counted = [kept.recall(Counted, "words", (article.id,), partial(_count, article)) for article in articles]
    # Words have numbers: a thousand articles hold a third of a million.
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    numbered = [np.array([*map(numbers.__getitem__, one.words.split())], dtype=np.intc) for one in counted]
    held = np.zeros(len(numbers), dtype=np.intc)
    for found in numbered:
        held[found] += 1
    rarity = np.array(
        [_rarity(word, by, of=len(counted)) for word, by in zip(numbers, held.tolist(), strict=True)]
    )
    words = tuple(numbers)
    return tuple(
        _weigh(found, np.array([*map(_use, one.times)]) * rarity[found], words)
        for one, found in zip(counted, numbered, strict=True)
    )


def _count(article: Article) -> Counted:
    words = count_words(article)
    return Counted(" ".join(words), tuple(words.values()))


@lru_cache(maxsize=1024)
def _use(times: int) -> float:
    """Return what a word weighs for being used so often, negative so that the heaviest sorts first."""
    return -(1 + log(times))


def count_words(article: Article) -> Counter[str]:
    """Count the words of headline and body in their plain form."""
    words: Counter[str] = Counter()
    for word in plain_words(article.headline or ""):
        words[word] += HEADLINE_TIMES
    printed: Counter[str] = Counter()
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.BODY:
            printed.update(WORD.findall(article.text, paragraph.start, paragraph.end))
    if printed.total() > SATURATED_WORDS:
        words.update(islice(_list_words(article), SATURATED_WORDS))
        return words
    for word, times in printed.items():
        plain = plain_word(word)
        if len(plain) > 1:
            words[plain] += times
    return words


def _list_words(article: Article) -> Iterator[str]:
    """Yield the words of the body in their plain form, single letters left out."""
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.BODY:
            yield from plain_words(article.text[paragraph.start : paragraph.end])


def plain_words(text: str) -> list[str]:
    """Return the words of `text` in their plain form, single letters left out."""
    return [plain for plain in map(plain_word, WORD.findall(text)) if len(plain) > 1]


def _rarity(word: str, held: int, *, of: int) -> float:
    """Return how rare a word is; 0 for one of which nearly all articles hold as much."""
    background = word_share(word) * BACKGROUND_ARTICLES
    rarity = log((BACKGROUND_ARTICLES + of + 1) / (background + held))
    return rarity if rarity > LEAST_RARITY else 0.0


def _weigh(found: NDArray[np.intc], weights: NDArray[np.float64], words: Sequence[str]) -> Terms:
    """Return the heaviest of the words `found`, which are numbers among all `words`, in their order."""
    import numpy as np

    least = np.partition(weights, MAX_TERMS - 1)[MAX_TERMS - 1] if len(found) > MAX_TERMS else 0.0
    heavy = np.flatnonzero((weights <= least) & (weights != 0)).tolist()
    spelt = map(words.__getitem__, found[heavy].tolist())
    heaviest = sorted(zip(weights[heavy].tolist(), spelt, strict=True))[:MAX_TERMS]
    length = sqrt(fsum([weight * weight for weight, _ in heaviest]))
    return {word: -weight / length for weight, word in heaviest} if length else {}


def similarity(one: Terms, other: Terms) -> float:
    """Return the sum of products of the weights of shared terms: the cosine, for two articles."""
    return fsum([one[word] * other[word] for word in one.keys() & other.keys()])
