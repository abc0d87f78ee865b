"""What is dated, oldest first: the days, the words of the date, the sentence, and the reason."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for entry in link(analyse(article) for article in articles).timeline:
        start, end = entry.period.start, entry.period.end
        days = str(start) if start == end else f"{start} to {end}"
        lines.append(f"{days} | {entry.expression.text} | {entry.passage.article.id}: {entry.passage.text}")
        if entry.reason:
            lines.append(f"  {entry.reason}")
    return "\n".join(lines)
