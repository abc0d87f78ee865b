"""Which briefings a book holds, as the editor asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from build_brief.model.briefing import Briefing
from build_brief.model.edition import Edition
from build_brief.model.problems import ConfigError
from build_brief.publish.wording.day_words import short_day

COMMAND = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What an editor wants in a book; of several kinds, a briefing must be of each."""

    briefings: tuple[str, ...] = ()
    """Ids of briefings, with or without `briefings/` before and `.md` or `.html` after; any of them."""
    issues: tuple[str, ...] = ()
    """Ids or labels of issues; a briefing has a section on one of them."""
    since: date | None = None
    """Stories of that day and later; undated ones are left out."""


def choose_briefings(edition: Edition, choice: Choice) -> tuple[Briefing, ...]:
    """Return the briefings that `choice` asks for, newest first.

    Raises `ConfigError` when it names something that the edition has not, or nothing is left.
    """
    ids = _known("--briefing", choice.briefings, {b.id: b.id for b in edition.briefings})
    labels = _issue_labels(edition)
    issues = _known("--issue", choice.issues, labels)
    chosen = tuple(
        briefing
        for briefing in edition.briefings
        if (not ids or briefing.id in ids)
        and (not issues or issues & {section.issue.id for section in briefing.issues})
        and (choice.since is None or _is_since(briefing, choice.since))
    )
    if not chosen:
        problem = "no briefing is of every kind asked for."
        raise ConfigError(COMMAND, problem, "Ask for less.")
    return chosen


def scope_in_words(edition: Edition, choice: Choice) -> str:
    """Return what the cover says of a book of `choice`."""
    labels = _issue_labels(edition)
    issues = _known("--issue", choice.issues, labels)
    parts = ["Chosen briefings"] if choice.briefings else []
    parts += [f"Briefings on {_list(labels[issue] for issue in sorted(issues))}"] if issues else []
    parts += [f"Stories since {short_day(choice.since)}"] if choice.since else []
    return " · ".join(parts) or "All briefings"


def _issue_labels(edition: Edition) -> dict[str, str]:
    return {entry.section.issue.id: entry.section.issue.label for entry in edition.issues}


def _is_since(briefing: Briefing, since: date) -> bool:
    day = briefing.story.day.day
    return day is not None and day >= since


def _list(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _known(option: str, asked: tuple[str, ...], names: dict[str, str]) -> set[str]:
    """Return the ids that `asked` means; `names` are the names of things by id."""
    by_any = {_bare(key): id_ for id_, name in names.items() for key in (name, id_)}
    found = {word: by_any.get(_bare(word)) for word in asked}
    unknown = [word for word, id_ in found.items() if id_ is None]
    if unknown:
        near = get_close_matches(_bare(unknown[0]), by_any, n=1, cutoff=0.4)
        cure = f"Did you mean {by_any[near[0]]}?" if near else "The addresses of the pages are their names."
        raise ConfigError(option, f"there is no {unknown[0]!r}.", cure)
    return {id_ for id_ in found.values() if id_}


def _bare(name: str) -> str:
    """Return a name or address as people may give it: without folder and suffix, in small letters."""
    bare = name.strip().casefold().replace("\\", "/").rpartition("/")[2]
    return bare.removesuffix(".md").removesuffix(".html").removesuffix(".pdf")
