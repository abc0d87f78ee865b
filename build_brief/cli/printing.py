"""`build-brief pdf`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from build_brief.cli.screen import Screen
from build_brief.config import Config
from build_brief.model.problems import ConfigError
from build_brief.pipeline import build_project_edition, cache_of
from build_brief.publish.paper import print_documents
from build_brief.publish.paper.books import lay_out_book
from build_brief.publish.paper.choice import Choice, choose_briefings, scope_in_words
from build_brief.publish.paper.documents import Document, Layout, PaperSize, lay_out_briefing
from build_brief.publish.press import set_up
from build_brief.workforce import Work
from build_brief.writing.files import read_file_if_any, replace_file

BOOK = "book.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be printed, and where it goes."""

    output: Path
    """A folder; or a file that ends in `.pdf`, for the book alone."""
    choice: Choice = field(default_factory=Choice)
    layout: Layout = field(default_factory=Layout)


def read_paper(name: str, *, two_sided: bool) -> Layout:
    """Return the layout on the paper that the command line names; raise `ConfigError` for one unknown."""
    size = PaperSize.__members__.get(name.strip().upper())
    if size is None:
        place, problem = "--paper", f"there is no paper {name!r}."
        raise ConfigError(place, problem, "Say a4 or letter.")
    return Layout(size=size, two_sided=two_sided)


def print_project(config: Config, order: Order, *, screen: Screen, processes: int) -> None:
    """Write a PDF of each chosen briefing and a book of them all; say where they are."""
    alone = order.output.suffix.casefold() == ".pdf"
    folder, book = (order.output.parent, order.output.name) if alone else (order.output, BOOK)
    with screen.progress() as progress:
        work = Work(processes=processes, cache=cache_of(config), progress=progress)
        edition = build_project_edition(config, report=screen.keep, work=work)
        press, chosen = set_up(edition, config.settings), choose_briefings(edition, order.choice)
        scope = scope_in_words(edition, order.choice)
        documents: list[Document] = [lay_out_book(press, chosen, scope=scope, layout=order.layout, path=book)]
        documents += [] if alone else [lay_out_briefing(press, b, layout=order.layout) for b in chosen]
        kept = (lambda _: None) if alone else (lambda path: read_file_if_any(folder / path))
        files = print_documents(documents, kept=kept, report=screen.keep, threads=processes)
        for done, file in enumerate(files, start=1):
            progress("Printing", done, len(documents))
            replace_file(folder / file.path, file.content)
    screen.summarise(edition, str(folder / book))
