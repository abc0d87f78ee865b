"""Set a book in parts and bind them: what stands before the briefings, each briefing, and what stands after.

Each part is asked for its plan first, how many pages it has and what is named on them; so every part is set
once, and knows the numbers of its own pages and of all others. Memory is that of the parts being set.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate

from build_brief.publish.paper.books import (
    Book,
    Chapter,
    lay_out_back,
    lay_out_chapters,
    lay_out_front,
    lay_out_plans,
)
from build_brief.publish.paper.documents import Document, Printed
from build_brief.publish.paper.joining import join
from build_brief.publish.paper.typesetting import MAX_ATTEMPTS, Typesetter

Letters = frozenset[str]
"""Those that no font can show."""


def bind(book: Book, typesetter: Typesetter, *, threads: int = 1) -> Printed:
    """Return `book` as one PDF; `threads` parts are set at a time, with the same result."""
    missing: list[Letters] = [frozenset()] * (len(book.chapters) + 2)
    with ThreadPoolExecutor(max_workers=threads) as pool:
        for _ in range(MAX_ATTEMPTS):
            parts = _plan(book, typesetter, missing, pool)
            printed = list(pool.map(typesetter.set, parts, missing))
            found = [part.missing for part in printed]
            if found == missing:
                break
            # Letters without a font have become others: perhaps the pages are not those of the plan.
            missing = found
    content = join([part.content for part in printed], mark=book.fingerprint, height=book.layout.height)
    return Printed(content=content, missing=frozenset().union(*missing))


def _plan(
    book: Book, typesetter: Typesetter, missing: Sequence[Letters], pool: ThreadPoolExecutor
) -> list[Document]:
    """Return all parts under the numbers of their pages."""
    front, *middle, back = missing
    count = len(book.chapters)
    before = typesetter.plan(lay_out_front(book, [0] * (count + 2)), front)["pages"]
    plans = list(pool.map(typesetter.plan, lay_out_plans(book), middle))
    starts = list(accumulate((plan["pages"] for plan in plans), initial=before + 1))
    chapters = [Chapter(start=start, plan=plan) for start, plan in zip(starts[:-1], plans, strict=True)]
    last = lay_out_back(book, chapters, starts[-1])
    sources = starts[-1] + typesetter.plan(last, back)["index"]
    return [lay_out_front(book, [*starts, sources]), *lay_out_chapters(book, chapters), last]
