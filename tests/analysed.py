"""Print how much of the program runs compiled, and a digest of all that is found in our own articles."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from build_brief.analyse import analyse
from build_brief.compiled import list_compiled
from build_brief.model.article import Article
from build_brief.model.problems import Notice
from build_brief.read import read_folder
from tests.case_files import read_cases

SOURCES = Path(__file__).parent.parent / "sources"


def list_articles() -> Iterator[Article]:
    """Yield the articles of all cases, and those of `sources/`."""
    for case in read_cases():
        yield from case.articles
    yield from read_folder(SOURCES, report=_ignore)


def _ignore(notice: Notice) -> None:
    """Leave a notice about a file unread."""


def main() -> None:
    mark, quotes = hashlib.sha256(), 0
    for article in list_articles():
        found = analyse(article)
        quotes += len(found.quotes)
        mark.update(repr(found).encode("utf-8", "surrogatepass"))
    sys.stdout.write(f"{len(list_compiled())} compiled\n{quotes} quotes\n{mark.hexdigest()}\n")


if __name__ == "__main__":
    main()
