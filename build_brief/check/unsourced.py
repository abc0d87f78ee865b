"""On a page edited by hand: no quotation without a source.

What the build itself puts between quotation marks outside the marked elements (a headline, the word that a
day was inferred from) is in the page that it would write now; anything else must stand in some source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from build_brief.check.findings import Findings, Promise
from build_brief.check.pages import Page
from build_brief.check.words import stand_in, visible
from build_brief.model.article import Article

MIN_WORDS = 3
"""A word or two in quotation marks is a title or a name more often than something said."""

TAGS = re.compile(r"<[^>]*>")


def check_unsourced(
    page: Page, generated: str, articles: Iterable[Article], findings: Findings, *, name: str
) -> None:
    """Look for each unmarked quotation of `page` in the page as `generated` now and in all `articles`."""
    known = [visible(html.unescape(TAGS.sub("", generated))), *(article.text for article in articles)]
    for words in page.quoted:
        if len(words.split()) >= MIN_WORDS:
            stands = any(stand_in([words], text) for text in known)
            problem = f"“{visible(words)[:60]}” is quoted, and stands in no source."
            findings.add(Promise.QUOTATIONS, name, [] if stands else [problem])
