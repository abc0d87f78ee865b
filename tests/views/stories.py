"""The stories of the articles: ids, one text in brackets, day, and the words they share."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import Article


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for story in link(analyse(article) for article in articles).stories:
        origins = (f"[{' '.join(origin)}]" if len(origin) > 1 else origin[0] for origin in story.origins)
        lines.append(f"{' '.join(origins)} | {story.day.day} | {', '.join(story.shared_terms)}".rstrip(" |"))
        if story.follows:
            lines.append(f"  follows {story.follows.story} | {', '.join(story.follows.shared_terms)}")
    return "\n".join(lines)
