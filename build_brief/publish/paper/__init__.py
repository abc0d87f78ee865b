"""An edition on paper: a PDF for each briefing, and books of them.

`briefings` and `books` gather what is printed, `documents` makes documents of it that know whether a PDF is
still right, `typesetting` sets them, `binding` and `joining` make one book of parts. How it looks is the
templates' business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from build_brief.model.problems import Notice, Report
from build_brief.model.site import OutputFile, Pack, pack_file
from build_brief.publish.paper.binding import bind
from build_brief.publish.paper.books import Book
from build_brief.publish.paper.documents import Document, Layout, lay_out_briefings
from build_brief.publish.paper.missing import notice_of_letters
from build_brief.publish.paper.typesetting import Typesetter
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page

AT_ONCE = 100
"""Documents that are laid out before the first is set."""

Kept = Callable[[str], bytes | None]
"""Gives what stands at a path now; None when nothing does."""


def print_briefings(
    press: Press, pages: Iterable[Page], *, kept: Kept, report: Report, threads: int = 1
) -> tuple[OutputFile, ...]:
    """Return the PDF of each briefing, beside its page among `pages`; none when the settings want none.

    One that `kept` still has, and that would come out the same, is not set again.
    """
    if not press.settings.pdf:
        return ()
    documents = lay_out_briefings(press, pages, layout=Layout())
    return tuple(print_documents(documents, kept=kept, report=report, threads=threads, pack=press.pack))


def print_documents(
    documents: Iterable[Document], *, kept: Kept, report: Report, threads: int, pack: Pack = pack_file
) -> Iterator[OutputFile]:
    """Give each of `documents` as a file, in their order; several are set at a time, with the same result."""

    def print_one(document: Document) -> tuple[bytes, Notice | None]:
        before = kept(document.path)
        if before is not None and document.made(before):
            return before, notice_of_letters(document, frozenset())
        printed = (
            bind(document, typesetter, threads=threads)
            if isinstance(document, Book)
            else typesetter.set(document)
        )
        return printed.content, notice_of_letters(document, printed.missing)

    with Typesetter() as typesetter, ThreadPoolExecutor(max_workers=threads) as pool:
        waiting = iter(documents)
        # Some at a time: what is printed of ten thousand briefings would fill the memory.
        while some := list(islice(waiting, AT_ONCE)):
            for document, (content, notice) in zip(some, pool.map(print_one, some), strict=True):
                if notice:
                    report(notice)
                yield pack(document.path, content)
