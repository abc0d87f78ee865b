"""An edition of a case's articles, for the views of single sections."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.link import link
from build_brief.model.article import Article
from build_brief.model.briefing import DatedStatement
from build_brief.model.edition import Edition


def compose_articles(articles: tuple[Article, ...]) -> Edition:
    return compose(link(map(analyse, articles)))


def show_dated(dated: DatedStatement) -> str:
    period = dated.period
    if period is None:
        return f"· | {dated.statement.text}"
    day = str(period.start) if period.start == period.end else f"{period.start}/{period.end}"
    return f"{day} | {dated.statement.text}"
