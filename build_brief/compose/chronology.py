"""Put everything dated in order: for one story, and for the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_brief.compose.archive import Place
from build_brief.compose.dated import date_statement, period_key
from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.wordings import likeness
from build_brief.model.dossier import TimelineEntry
from build_brief.model.edition import DatedStatement

MOST = 12
"""Lines of a story's timeline; the weightiest stay."""
LEAST = 2
"""One line is no timeline."""
SAME = 0.5
"""Of the same time, two sentences with this share of words tell one event."""


def order_story(file: StoryFile, told: Iterable[Passage] = ()) -> tuple[DatedStatement, ...]:
    """Return the dated sentences of a story, oldest first, one for each event.

    What is `told` in another section, the background, what is next or the key quotes, is not told again,
    and a sentence with several dates stands once, under the closest.
    """
    known = {passage.place for passage in told}
    by_place = {passage.place: passage for passage in file.passages if passage.place not in known}
    entries = [entry for entry in file.timeline if entry.passage.place in by_place]
    entries.sort(key=lambda entry: (-file.weights[entry.passage.place], _vagueness(entry)))
    lines = _drop_repeats(_keep_closest(entries), by_place)[:MOST]
    return tuple(sorted(lines, key=period_key)) if len(lines) >= LEAST else ()


def _vagueness(entry: TimelineEntry) -> tuple[int, Place]:
    return (entry.period.end - entry.period.start).days, entry.expression.place


def _keep_closest(entries: Iterable[TimelineEntry]) -> Iterable[TimelineEntry]:
    """Yield the first entry of each sentence; `entries` come with the closest date first."""
    seen: set[Place] = set()
    for entry in entries:
        if entry.passage.place not in seen:
            seen.add(entry.passage.place)
            yield entry


def order_all(
    entries: Iterable[TimelineEntry], passages: Mapping[Place, Passage]
) -> tuple[DatedStatement, ...]:
    """Return everything dated on the site, oldest first, one line for each sentence and time."""
    lines = _drop_repeats([entry for entry in entries if entry.passage.place in passages], passages)
    return tuple(sorted(lines, key=period_key))


def _drop_repeats(
    entries: Iterable[TimelineEntry], passages: Mapping[Place, Passage]
) -> list[DatedStatement]:
    """Return one line for each event; of sentences that tell the same, the first stays."""
    lines: list[DatedStatement] = []
    of_period: dict[tuple[object, object], list[Passage]] = {}
    for entry in entries:
        passage = passages[entry.passage.place]
        same_time = of_period.setdefault((entry.period, entry.story), [])
        if not any(_tell_one_event(passage, other) for other in same_time):
            same_time.append(passage)
            lines.append(date_statement(passage.statement, entry))
    return lines


def _tell_one_event(one: Passage, other: Passage) -> bool:
    return one.place == other.place or likeness(one.terms, other.terms) >= SAME
