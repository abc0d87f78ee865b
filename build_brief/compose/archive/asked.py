"""Ask each question about a sentence once in an archive: several parts of a page ask the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from build_brief.compose.archive import Archive

About = TypeVar("About", bound=Hashable)
Options = ParamSpec("Options")
Answer = TypeVar("Answer")


def once(
    answer: Callable[Concatenate[About, Archive, Options], Answer],
) -> Callable[Concatenate[About, Archive, Options], Answer]:
    """Return `answer`, which keeps with the archive what it found about a value for the same options.

    What it finds must follow from these and the archive alone, and must not be changed by who gets it.
    """

    @wraps(answer)
    def ask(about: About, archive: Archive, /, *args: Options.args, **kwargs: Options.kwargs) -> Answer:
        question = (answer, about, args, tuple(kwargs.items()))
        if question not in archive.asked:
            archive.asked[question] = answer(about, archive, *args, **kwargs)
        return cast("Answer", archive.asked[question])

    return ask
