"""Tell the headline from what a page prints around it in its title: “Bridge to close | The Daily Ledger”.

What stands apart is taken off when it names the site or the writer, or when the page prints the rest as a
heading of its own. A headline with a dash in it (“Bridge to close – for a year”) stays whole.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

SEPARATOR = re.compile(r"\s+(?:\||[-–—•·»:]|--|::)\s+|\s*\|\s*|(?<=\w): ")
HEADING = re.compile(r"<h1\b[^>]{0,400}>(.{1,600}?)</h1>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]{0,2000}>")
FEWEST_LETTERS = 12
"""Of a headline; what is left of a title may not be a word or two."""
FEWEST_LETTERS_OF_NAME = 3
LONGEST_SITE = 60
MOST_LABELS, LONGEST_LABEL = 5, 40
DOMAIN = re.compile(r"https?://(?:www\.|edition\.|m\.)?([^/:]+)")


def choose_headline(title: str, page: str, names: tuple[str | None, ...]) -> str:
    """Return the headline in `title`, which may be all of it; `names` are of the site and the writers."""
    headings = {_fold(heading) for heading in _find_headings(page)} - {""}
    if _fold(title) in headings:
        return title
    known = tuple(
        name for name in (_fold(name or "") for name in names) if len(name) >= FEWEST_LETTERS_OF_NAME
    )
    while found := next(_find_cuts(title, headings, known), None):
        title = found
    return title


def _find_cuts(title: str, headings: set[str], known: tuple[str, ...]) -> Iterator[str]:
    """Yield what is left of `title` without a first or a last part that is not the headline's."""
    for found in reversed(list(SEPARATOR.finditer(title))):
        head, tail = title[: found.start()].strip(), title[found.end() :].strip()
        if len(_fold(head)) >= FEWEST_LETTERS and (_fold(head) in headings or _is_name(tail, known)):
            yield head
        if len(_fold(tail)) >= FEWEST_LETTERS and (_fold(tail) in headings or _is_name(head, known)):
            yield tail


def _is_name(words: str, known: tuple[str, ...]) -> bool:
    """Tell whether `words` name the site or a part of it (“Ledger Politics”), or its writers."""
    folded = _fold(words)
    if len(folded) < FEWEST_LETTERS_OF_NAME or len(words) > LONGEST_SITE:
        return False
    return any(name.startswith(folded) or folded.startswith(name) or name.endswith(folded) for name in known)


def find_domain(url: str | None) -> str | None:
    """Return the name in a web address: “dailyledger” of `https://www.dailyledger.example/a`."""
    found = DOMAIN.match(url or "")
    parts = found[1].split(".") if found else []
    return max(parts[:-1], key=len, default=None)


def count_above(words: tuple[str, ...], headline: str | None) -> int:
    """Return how many of the first lines are labels above the headline printed again, and itself."""
    for at, line in enumerate(words[:MOST_LABELS]):
        if headline and _fold(line) == _fold(headline):
            return at + 1
        if len(line) > LONGEST_LABEL:
            break
    return 0


def _find_headings(page: str) -> Iterator[str]:
    for found in HEADING.finditer(page):
        yield html.unescape(TAG.sub(" ", found[1]))


def _fold(words: str) -> str:
    return "".join(char for char in words.casefold().replace(" and ", " ") if char.isalnum())
