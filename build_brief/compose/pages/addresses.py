"""Give each briefing and each article an address: readable, stable, and nobody else's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from build_brief.model.article import Article
from build_brief.model.briefing import BriefingId
from build_brief.model.statements import Title

LONGEST = 60
WORD = re.compile(r"[a-z0-9]+")


def name_briefings(stories: Iterable[tuple[Title, date | None]]) -> tuple[BriefingId, ...]:
    """Return `briefings/<day>-<title>` for each story, in order; a second alike gets a number."""
    slugs = (f"{day.isoformat()}-{slug(title.text)}" if day else slug(title.text) for title, day in stories)
    return tuple(BriefingId(f"briefings/{unique}") for unique in _number(slugs))


def name_articles(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return a slug for each article from the path of its file, in order."""
    return tuple(_number(slug(article.id.rpartition(".")[0] or article.id) for article in articles))


def slug(text: str) -> str:
    """Return `text` in plain small letters with hyphens, cut at a word; `untitled` when nothing is left."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    words = WORD.findall(plain.encode("ascii", "ignore").decode().lower())
    joined = "-".join(words)
    if len(joined) > LONGEST:
        joined = joined[: LONGEST + 1].rpartition("-")[0] or joined[:LONGEST]
    return joined or "untitled"


def _number(slugs: Iterable[str]) -> Iterable[str]:
    used: set[str] = set()
    last: dict[str, int] = {}
    for name in slugs:
        unique = name
        while unique in used:
            last[name] = last.get(name, 1) + 1
            unique = f"{name}-{last[name]}"
        used.add(unique)
        yield unique
