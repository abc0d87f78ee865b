"""Stage 2: one `Article` becomes an `AnnotatedArticle`."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from build_brief.analyse.dates import find_dates
from build_brief.analyse.issues import find_issues
from build_brief.analyse.names import find_names
from build_brief.analyse.quotes import find_headline_quotes, find_quotes
from build_brief.analyse.references import resolve_references
from build_brief.analyse.sentences import find_sentences
from build_brief.language.token_memory import forget_tokens
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article


@contextmanager
def _rest_collector() -> Iterator[None]:
    """Keep the collector from looking for cycles: an analysis makes none, and it takes a twentieth."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


@_rest_collector()
def analyse(article: Article) -> AnnotatedArticle:
    """Return `article` with everything found in it; no other article is looked at."""
    sentences = find_sentences(article)
    names = find_names(article, sentences)
    mentions = resolve_references(article, sentences, names)
    said = find_quotes(article, sentences, mentions)
    found = AnnotatedArticle(
        article=article,
        sentences=sentences,
        mentions=mentions,
        quotes=said.quotes,
        issues=find_issues(article, sentences, mentions),
        dates=find_dates(article, sentences),
        headline_quotes=find_headline_quotes(article, mentions),
        stances=said.stances,
    )
    forget_tokens()
    return found
