"""The day of each article, and for an inferred one the words it was inferred from and the reason."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for article, day in link(analyse(article) for article in articles).days:
        lines.append(f"{article} | {day.day}")
        if day.inferred_from and day.reason:
            lines.append(f"  from “{day.inferred_from.text}”: {day.reason}")
    return "\n".join(lines)
