"""Where each thing has its page, and how one page links to another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from build_brief.model.article import ArticleId
from build_brief.model.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The page of everything that has one, relative to `docs/`; look up fails with `KeyError`."""

    articles: dict[ArticleId, str]
    things: dict[str, str]
    """By briefing, entity or issue id."""
    urls: dict[str, str]
    """The same pages as the site has them, percent-encoded, relative to the site."""
    names: dict[str, str]
    """What a link to it says, by the same ids."""


def find_addresses(edition: Edition) -> Addresses:
    """Return the addresses of all pages of `edition`."""
    names: dict[str, str] = {briefing.id: briefing.title.text for briefing in edition.briefings}
    names |= {page.entity.id: page.entity.name for page in edition.entities}
    names |= {page.section.issue.id: page.section.issue.label for page in edition.issues}
    return Addresses(
        articles={brief.article.id: f"articles/{brief.slug}.md" for brief in edition.articles},
        things={id_: f"{id_}.md" for id_ in names},
        urls={id_: quote(f"{id_}.html") for id_ in names},
        names=names,
    )


@lru_cache(maxsize=16384)
def relative(target: str, *, page: str) -> str:
    """Return the link from `page` to `target`, both relative to `docs/`; `target` may have a `#fragment`."""
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return mark + quote(fragment)
    return quote(_way(path, page)) + mark + (quote(fragment) if fragment else "")


def _way(path: str, page: str) -> str:
    """Return the way from the folder of `page` to `path`; as both are plain, no disk need be asked."""
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
