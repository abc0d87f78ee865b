"""Each date expression, the tense of its clause, and the days it means when the article is dated."""

from __future__ import annotations

from build_brief.analyse.dates import find_dates
from build_brief.analyse.sentences import find_sentences
from build_brief.language.dates import resolve_period
from build_brief.model.annotations import DateMention
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        show(article, mention)
        for article in articles
        for mention in find_dates(article, find_sentences(article))
    )


def show(article: Article, mention: DateMention) -> str:
    line = f"{mention.span.text} | {mention.tense}"
    if article.published is None:
        return line
    period = resolve_period(mention.expression, mention.tense, article.published)
    if period is None:
        return f"{line} | ?"
    days = str(period.start) if period.start == period.end else f"{period.start} to {period.end}"
    return f"{line} | {days} | {period.precision}"
