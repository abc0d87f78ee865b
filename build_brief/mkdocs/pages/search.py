"""What the theme's search finds in a page, so that it need not parse the page again.

Parsing the HTML of a page for the search costs as much as putting the theme around it.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Protocol, cast

from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_brief.publish.machines.searching import cut_for_search

SEARCH = "material/search"

Entries = list[dict[str, Any]]


class Index(Protocol):
    """What the theme's search fills page by page."""

    entries: Entries


def index_of(config: MkDocsConfig) -> Index | None:
    """Return the index of a site; None when another search runs there, or one with words of its own."""
    search: Any = config.plugins.get(SEARCH)
    if search is None or not search.config.enabled:
        return None
    if search.config.jieba_dict or search.config.jieba_dict_user:
        return None
    return cast("Index", search.search_index)


def mark_of(page: Page) -> str:
    """Return what tells all that the search is shown of `page`, its content as it is, from any other."""
    told = json.dumps([page.url, page.title, page.meta], sort_keys=True, default=str)
    return hashlib.sha256(f"{told}\n{page.content}".encode()).hexdigest()


def find_in(page: Page) -> Entries:
    """Return what the theme's search finds in `page`, which stays as it is."""
    index, content = SearchIndex(), page.content
    page.content = cut_for_search(content or "")
    try:
        index.add_entry_from_context(page)
    finally:
        page.content = content
    return cast("Entries", index.entries)
