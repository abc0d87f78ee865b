"""Tell what a list prints of something said: words that can be read without the page they stood on.

A reporter's clause is often no clause without its verb: “attacked Dahl for driving a false story” holds,
as what was said, “Dahl for driving a false story”. The source's own words from the verb on are printed.
"""

from __future__ import annotations

import re

from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.article import Span

APART = re.compile(r"[.!?;\n]|^,\s*$")
"""What stands between a verb and the words of another sentence or clause."""
FARTHEST = 120
"""Characters between the verb and what was said: “said in a letter to the mayor on Monday that …”."""


def find_told(quote: Quote) -> tuple[Span, ...]:
    """Return the words of `quote` to print, in order: of reported ones from the verb that stands before them.

    What is verbatim stays as it is, for its marks show where it begins, and so does what the verb follows.
    """
    first, cue = quote.contents[0], quote.cue
    if quote.kind is QuoteKind.VERBATIM or cue is None or not _leads_to(cue, first):
        return quote.contents
    return (first.article.span(cue.start, first.end), *quote.contents[1:])


def _leads_to(cue: Span, words: Span) -> bool:
    """Tell whether `cue` is a word of its own that brings `words`."""
    text = words.article.text
    if cue.article != words.article or cue.end > words.start or text[cue.start : cue.start + 1] in "’'":
        return False
    between = text[cue.end : words.start]
    return len(between) <= FARTHEST and not APART.search(between)
