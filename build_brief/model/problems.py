"""What can go wrong, as values and as errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice is about; the export and the Sources page group by it."""

    LEFT_OUT = "left out"
    """The file could not be read and is not published."""
    REPAIRED = "repaired"
    """The file is published, but something in it was not as it should be."""
    KEPT = "kept"
    """A page was edited by hand and was not overwritten."""
    DOUBT = "doubt"
    """The build is unsure of something that an editor can settle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What went wrong with one input, and what to do about it; the build goes on."""

    kind: NoticeKind
    path: str
    """Relative to the project folder or the folder of sources, with `/`; never absolute."""
    message: str
    """The reason, as a sentence."""
    cure: str
    """What the editor can do, as a sentence."""


Report = Callable[[Notice], None]
"""Where a stage says what it noticed; it must not raise."""


def ignore(notice: Notice) -> None:
    """Tell nobody."""


class BriefError(Exception):
    """Something that stops the run: where, what, and the cure."""

    def __init__(self, place: str, problem: str, cure: str) -> None:
        """Keep the three parts; `str()` gives them as one line."""
        super().__init__(f"{place}: {problem} {cure}")
        self.place = place
        self.problem = problem
        self.cure = cure

    def __reduce__(self) -> tuple[type[BriefError], tuple[str, str, str]]:
        """Let the error pass from one process to another whole."""
        return type(self), (self.place, self.problem, self.cure)


class ConfigError(BriefError):
    """A setting is wrong."""


class RulingsError(ConfigError):
    """An editor's files are wrong, or contradict one another; `str()` has a line for each fault."""

    def __init__(self, *faults: tuple[str, str, str]) -> None:
        """Keep the faults: where, what, and the cure of each; there is at least one."""
        super().__init__(*faults[0])
        self.faults = faults

    def __str__(self) -> str:
        """Return one line for each fault, in order."""
        return "\n".join(" ".join((f"{place}:", problem, cure)) for place, problem, cure in self.faults)


class NothingToReadError(BriefError):
    """A folder of sources holds no article that can be published."""


class WriteError(BriefError):
    """A file could not be written."""


class BusyError(BriefError):
    """Another build is writing to the same folder."""


class CheckError(BriefError):
    """A promise does not hold on the written pages."""
