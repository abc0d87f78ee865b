"""Runs of lines that share a date or an article, which is then said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.model.article import ArticleId
from build_brief.model.briefing import DatedStatement
from build_brief.model.dossier import AttributedQuote
from build_brief.publish.wording.day_words import period_in_words


def by_date(lines: Iterable[DatedStatement], under: str = "") -> Iterator[tuple[DatedStatement, bool]]:
    """Give each line, and whether the line before it, or the heading it is `under`, shows its date."""
    before = under
    for line in lines:
        shown = period_in_words(line.period) if line.period else ""
        yield line, bool(shown) and shown == before
        before = shown


def by_article(lines: Iterable[AttributedQuote]) -> Iterator[tuple[AttributedQuote, bool]]:
    """Give each quote, and whether the one before it is of the same article.

    What an article prints twice, in a caption and in its text, is given once; the ledger has both.
    """
    before: ArticleId | None = None
    known: set[tuple[ArticleId, str, str]] = set()
    for said in lines:
        article = said.article
        words = " … ".join(span.text for span in said.quote.contents)
        if (article, said.speaker_name, words) not in known:
            known.add((article, said.speaker_name, words))
            yield said, article == before
            before = article
