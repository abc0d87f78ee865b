"""What a run shows: a progress bar while it works, then what it found, and what it could not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from rich.console import Console

from build_brief.model.problems import Notice, NoticeKind

if TYPE_CHECKING:
    from build_brief.model.edition import Edition

MAX_SHOWN = 20
"""Notices of one kind that are printed; the rest are counted, and stand on the Sources page."""

Show = Callable[[str, int, int], None]


def plain(text: str) -> str:
    """Return `text` without anything that a terminal would obey: names of files are data."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)


class Screen:
    """One run's output: errors, notices and progress to stderr, results to stdout."""

    def __init__(self, *, quiet: bool) -> None:
        """Print only notices and errors when `quiet`."""
        self.quiet = quiet
        self.notices: list[Notice] = []
        self._out = Console(highlight=False, markup=False, soft_wrap=True)
        self._err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

    def __enter__(self) -> Self:
        """Begin the run."""
        return self

    def __exit__(self, *error: object) -> None:
        """Print the notices, also when the run failed."""
        self.show_notices()

    def keep(self, notice: Notice) -> None:
        """Keep a notice for the end of the run."""
        self.notices.append(notice)

    def say(self, line: str) -> None:
        """Print a line of the result, unless quiet."""
        if not self.quiet:
            self._out.print(plain(line))

    def warn(self, line: str) -> None:
        """Print a line beside the result, quiet or not."""
        self._err.print(plain(line))

    def error(self, line: str) -> None:
        """Print why the run stopped."""
        self._err.print(f"error: {plain(line)}", style="red")

    @contextmanager
    def progress(self) -> Iterator[Show]:
        """Show a bar while the block runs, on a terminal and unless quiet; the block tells how far it is."""
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        hidden = self.quiet or not self._err.is_terminal
        with Progress(*columns, console=self._err, transient=True, disable=hidden) as bar:
            task = bar.add_task("Starting", total=None)

            def show(step: str, done: int, total: int) -> None:
                bar.update(task, description=step, completed=done, total=total or None)

            yield show

    def summarise(self, edition: Edition, written: str) -> None:
        """Print what was found and where it is."""
        dossier = edition.dossier
        counts = (
            _count(len(dossier.articles), "article", "articles"),
            _count(len(dossier.stories), "story", "stories"),
            _count(len(dossier.quotes), "quote", "quotes"),
            _count(len(self.notices), "notice", "notices"),
        )
        self.say(f"{', '.join(counts)}: {written}")

    def show_notices(self) -> None:
        """Print the notices by kind, the first of each in full."""
        total = Counter(notice.kind for notice in self.notices)
        shown: Counter[NoticeKind] = Counter()
        for notice in sorted(self.notices, key=lambda notice: list(NoticeKind).index(notice.kind)):
            shown[notice.kind] += 1
            if shown[notice.kind] <= MAX_SHOWN:
                self.warn(f"{notice.kind.value}: {notice.path}: {notice.message} {notice.cure}")
        for kind, count in total.items():
            if count > MAX_SHOWN:
                self.warn(f"{kind.value}: {count - MAX_SHOWN} more")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
