"""Tell which articles of a story are one text: wire copies, reprints and later versions.

A group begins with the article that speaks for it: the first, or the last version of it.

Papers print the same agency report under their own name, and change a headline, a cut, a
paragraph. Two articles are one origin when half of the five-word runs of the shorter stand in
the longer. Two reporters who quote the same speech share its words, not half of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from build_brief.link.stories.terms import plain_words
from build_brief.model.article import Article, ArticleId, ParagraphKind

RUN_WORDS = 5
MIN_SHARED = 0.5
"""Share of the shorter text's runs; independent reports of one speech stay below a quarter."""
MIN_RUNS = 20
"""Shorter texts share their few words by chance."""
COMMON_RUN = 50
"""A run that more articles of one story hold is boilerplate or a famous sentence."""


def find_origins(articles: Sequence[Article]) -> tuple[tuple[ArticleId, ...], ...]:
    """Return the ids in groups of one text each, in the order given; most groups hold one id."""
    if len(articles) == 1:
        return ((articles[0].id,),)
    runs = [word_runs(article) for article in articles]
    first = list(range(len(articles)))
    for (one, other), shared in sorted(_count_shared(runs).items()):
        shorter = min(len(runs[one]), len(runs[other]))
        if shorter >= MIN_RUNS and shared >= MIN_SHARED * shorter:
            low, high = sorted((_root(first, one), _root(first, other)))
            first[high] = low
    groups: defaultdict[int, list[ArticleId]] = defaultdict(list)
    for at, article in enumerate(articles):
        groups[_root(first, at)].append(article.id)
    known = {article.id: article for article in articles}
    return tuple(_put_latest_first([known[one] for one in groups[root]]) for root in sorted(groups))


def is_version(article: Article, other: Article) -> bool:
    """Tell whether two articles of one text are one article at two times: of one outlet, or one address."""
    one, two = (found.publisher.casefold() if found.publisher else None for found in (article, other))
    return (one is not None and one == two) or (article.url is not None and article.url == other.url)


def _put_latest_first(group: Sequence[Article]) -> tuple[ArticleId, ...]:
    """Return a group with the last version of its first article at the head: a correction is in that one."""
    first = group[0]
    latest = [one for one in group if is_version(one, first)][-1:]
    newer = [one for one in latest if one.published and first.published and one.published > first.published]
    return tuple(dict.fromkeys(article.id for article in (*newer, *group)))


def word_runs(article: Article) -> frozenset[int]:
    """Return the article's runs of `RUN_WORDS` words, each as a number."""
    words = [
        word
        for paragraph in article.paragraphs
        if paragraph.kind is ParagraphKind.BODY
        for word in plain_words(article.text[paragraph.start : paragraph.end])
    ]
    places = range(len(words) - RUN_WORDS + 1)
    return frozenset(hash_run(words[at : at + RUN_WORDS]) for at in places)


def hash_run(words: Sequence[str]) -> int:
    """Return the same number for the same words in every run of the program."""
    return crc32(" ".join(words).encode("utf-8", "replace"))


def _count_shared(runs: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    holding: defaultdict[int, list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for at, found in enumerate(runs):
        for run in found:
            held = holding[run]
            if len(held) < COMMON_RUN:
                for other in held:
                    shared[other, at] += 1
                held.append(at)
    return shared


def _root(first: list[int], at: int) -> int:
    while first[at] != at:
        first[at] = first[first[at]]
        at = first[at]
    return at
