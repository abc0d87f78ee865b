"""Leave alone what a page prints into its sentences: a list of links after a name, up to “MORE”.

“Sen. Ana RuizPolls close early Ruiz says she will stay MORE (Liberal) told reporters”: whose words those
of the headlines are cannot be told, and none of them was said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import Passage

LINKS = re.compile(r"(?<=[a-z]{3})[A-Z][^\n]{20,700}? MORE\b")
"""From a headline that is printed onto a name to the word that ends the list."""


def leave_links(passage: Passage, claims: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return `claims` without those that take words from a list of links."""
    claims = tuple(claims)
    text = passage.article.text
    if not claims or " MORE" not in text:
        return claims
    start, end = passage.tokens[0].start, passage.tokens[-1].end
    lists = [found.span() for found in LINKS.finditer(text, start, end)]
    return tuple(claim for claim in claims if not any(_takes(claim, lists)))


def _takes(claim: Attribution, lists: list[tuple[int, int]]) -> Iterator[bool]:
    parts = [part for part in (claim.speaker, claim.cue, *claim.contents) if part]
    return (part.start < end and start < part.end for part in parts for start, end in lists)
