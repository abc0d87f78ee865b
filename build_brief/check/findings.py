"""What a check finds: counts of what holds, and each case that does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Promise(StrEnum):
    """What is counted, in the words that are printed."""

    QUOTATIONS = "quotations verbatim"
    STATEMENTS = "statements in the words of their source"
    CITED = "sentences cited"
    CITATIONS = "citations landed on their paragraph"
    LINKS = "links landed"
    FRESH = "pages fresh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One case in which a promise does not hold."""

    page: str
    """Relative to the project, with `/`."""
    promise: Promise
    message: str

    def __str__(self) -> str:
        """Return the case on one line."""
        return f"{self.page}: {self.message}"


@dataclass(slots=True)
class Findings:
    """Filled while the pages are read."""

    tried: Counter[Promise] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    """Pages that an editor changed; they are checked like the others, but need not be fresh."""

    def add(self, promise: Promise, page: str, problems: Iterable[str]) -> None:
        """Count one case of `promise`, and keep each of its `problems`."""
        self.tried[promise] += 1
        self.failures += [Failure(page=page, promise=promise, message=problem) for problem in problems]

    def lines(self) -> list[str]:
        """Return the counts, a line for each promise: how many hold, of how many."""
        failed = Counter(failure.promise for failure in self.failures)
        return [
            f"{self.tried[promise] - failed[promise]:,} of {self.tried[promise]:,} {promise.value}"
            for promise in Promise
            if self.tried[promise]
        ]
