"""Stage 2: one `Article` becomes an `AnnotatedArticle`."""

from __future__ import annotations

from build_brief.analyse.sentences import find_sentences
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article


def analyse(article: Article) -> AnnotatedArticle:
    """Return `article` with everything found in it; no other article is looked at."""
    sentences = find_sentences(article)
    return AnnotatedArticle(article=article, sentences=sentences, mentions=(), quotes=(), issues=(), dates=())
