"""Pages that grow with the site: cut into chapters once they are too long for one page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_brief.publish.pages.directories import ON_ONE_PAGE

T = TypeVar("T")

Section = tuple[str, Sequence[T]]
"""A heading and what stands under it."""

NOT_FOR_ADDRESSES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Generic[T]):
    """What stands on one page."""

    sections: tuple[Section[T], ...]
    """Never empty, nor is one of them."""

    @property
    def title(self) -> str:
        """Its first and last heading."""
        first, last = self.sections[0][0], self.sections[-1][0]
        return first if first == last else f"{first} to {last}"

    @property
    def slug(self) -> str:
        """The title for an address: `march-2018-2`."""
        return NOT_FOR_ADDRESSES.sub("-", self.title.lower()).strip("-")

    @property
    def length(self) -> int:
        """How much stands in it."""
        return sum(len(lines) for _, lines in self.sections)


def gather(lines: Iterable[T], heading: Callable[[T], str]) -> Iterator[Section[T]]:
    """Give all lines of each heading, in the order in which headings come first."""
    held: defaultdict[str, list[T]] = defaultdict(list)
    for line in lines:
        held[heading(line)].append(line)
    yield from held.items()


def cut(sections: Iterable[Section[T]], *, most: int = ON_ONE_PAGE) -> tuple[Chapter[T], ...]:
    """Return `sections` in chapters of at most `most` lines, in their order; a longer section is numbered."""
    chapters: list[Chapter[T]] = []
    held: list[Section[T]] = []
    for section in _parts(sections, most):
        if held and sum(len(lines) for _, lines in (*held, section)) > most:
            chapters.append(Chapter(sections=tuple(held)))
            held = []
        held.append(section)
    return (*chapters, Chapter(sections=tuple(held))) if held else tuple(chapters)


def _parts(sections: Iterable[Section[T]], most: int) -> Iterator[Section[T]]:
    for heading, lines in sections:
        for number, at in enumerate(range(0, len(lines), most), start=1):
            yield heading if number == 1 else f"{heading} ({number})", lines[at : at + most]
