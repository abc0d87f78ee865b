"""Tell whether a sentence begins the news of its article: then it leans on none before it."""

from __future__ import annotations

from collections.abc import Mapping

from build_brief.compose.sentences.kinds.no_news import is_no_news
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId, Span


def is_lead(span: Span, articles: Mapping[ArticleId, AnnotatedArticle]) -> bool:
    """Tell whether `span` is the first sentence of its article, captions and calls to the reader aside."""
    for sentence in articles[span.article.id].sentences:
        if sentence.span.start >= span.start or not is_no_news(sentence.span.text):
            return sentence.span == span
    return False
