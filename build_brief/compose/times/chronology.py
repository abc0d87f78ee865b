"""Put everything dated in order: for one story, and for the whole site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from build_brief.compose.archive import Place
from build_brief.compose.sentences.passages import NO_ANSWER, Passage, StoryFile
from build_brief.compose.sentences.passages.choice import ADDS, measure_repeated, repeats
from build_brief.compose.sentences.passages.wordings import likeness
from build_brief.compose.times.dated import date_statement, day_of, period_key
from build_brief.compose.times.event_dates import dates_event
from build_brief.model.briefing import DatedStatement
from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry

MOST = 12
"""Lines of a story's timeline; the weightiest stay."""
LONGEST = 14
"""Days of a period that is still a date when it holds the day of writing."""
DETERMINER = re.compile(r"\b(?:the|an?|his|her|its|their) $", re.IGNORECASE)
DAYS_AGO = 6
WEEKDAY = re.compile(
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: morning| evening| night| afternoon)?"
)
LEAST = 2
"""One line is no timeline."""
COMING = re.compile(
    r"\b(?:will|due|set to|scheduled|slated|plans?|planned|expected to|next|by|agreed?|coming|upcoming|is to"
    r"|are to|starts?|begins?|opens?|expires?|deadline|later this|suggest\w*)\b|[’']ll\b"
)
"""What a sentence holds that tells of a day to come."""
HEAD, ADDS_AFTER = 1, 0.3
"""Sentences at the head of an article, which tell the event, and the share of words that shows it."""
SAME = 0.5
"""Of the same time, two sentences with this share of words tell one event."""


def order_story(file: StoryFile, told: Iterable[Passage] = ()) -> tuple[DatedStatement, ...]:
    """Return the dated sentences of a story, oldest first, one for each event.

    What is `told` in another section, the background, what is next or the key quotes, is not told again,
    and a sentence with several dates stands once, under the closest.
    """
    told = tuple(told)
    known = {passage.place for passage in told}
    by_place = {passage.place: passage for passage in file.passages if passage.place not in known}
    entries = [
        entry
        for entry in file.timeline
        if entry.passage.place in by_place and _is_dated(entry, by_place[entry.passage.place], file)
    ]
    entries.sort(key=lambda entry: (-file.weights[entry.passage.place], _vagueness(entry)))
    closest = _drop_repeated(_keep_closest(entries), by_place, told)
    lines = _drop_repeats(closest, by_place)[:MOST]
    return tuple(sorted(lines, key=period_key)) if len(lines) >= LEAST else ()


def _is_dated(entry: TimelineEntry, passage: Passage, file: StoryFile) -> bool:
    """Tell whether `passage` tells what happened or is to come on the day of `entry`."""
    asks = entry.passage.text.startswith("If ") or NO_ANSWER.match(entry.passage.text)
    return not asks and dates_event(entry) and not _is_vague(entry, day_of(passage, file))


def _is_vague(entry: TimelineEntry, written: date | None) -> bool:
    """Tell whether a date is “this year”, said on a day of it, or only describes: “the 2020 contenders”."""
    period = entry.period
    within = written is not None and period.start <= written <= period.end
    before = entry.expression.article.text[max(0, entry.expression.start - 6) : entry.expression.start]
    word = entry.expression.text
    describes = (word.isdigit() or word[-1:].isdigit()) and DETERMINER.search(before) is not None
    coming = period.precision is not Precision.YEAR and COMING.search(entry.passage.text)
    ahead = written is not None and period.start > written and not coming
    # A paper dated on Tuesday that says “Wednesday” has mostly gone on being written.
    next_day = written is not None and (written - period.start).days == DAYS_AGO and WEEKDAY.fullmatch(word)
    return describes or ahead or bool(next_day) or (within and (period.end - period.start).days > LONGEST)


def _drop_repeated(
    entries: Iterable[TimelineEntry], passages: Mapping[Place, Passage], told: Iterable[Passage]
) -> Iterator[TimelineEntry]:
    """Yield the entries whose sentence repeats neither `told` nor one before, whatever their dates."""
    known = list(told)
    enough = len(known) + 2 * MOST
    for entry in entries:
        passage = passages[entry.passage.place]
        if not repeats(passage, known) and not _tells_event_again(passage, known):
            known.append(passage)
            yield entry
        if len(known) >= enough:
            return


def _tells_event_again(lead: Passage, known: Iterable[Passage]) -> bool:
    """Tell whether a lead tells what the lead of another source told."""
    leads = (other for other in known if other.number <= HEAD and other.place[0] != lead.place[0])
    return lead.number <= HEAD and any(
        measure_repeated(lead, other) >= (ADDS if lead.number == other.number == 0 else ADDS_AFTER)
        for other in leads
    )


def _vagueness(entry: TimelineEntry) -> tuple[int, Place]:
    return (entry.period.end - entry.period.start).days, entry.expression.place


def _keep_closest(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry]:
    """Yield the first entry of each sentence; `entries` come with the closest date first."""
    seen: set[Place] = set()
    for entry in entries:
        if entry.passage.place not in seen:
            seen.add(entry.passage.place)
            yield entry


def find_dated(
    entries: Iterable[TimelineEntry], passages: Mapping[Place, Passage], file: StoryFile
) -> tuple[DatedStatement, ...]:
    """Return what `entries` date, in their order; a sentence with several dates stands once."""
    known = [
        entry
        for entry in entries
        if (passage := passages.get(entry.passage.place)) and _is_dated(entry, passage, file)
    ]
    closest = {entry.expression.place for entry in _keep_closest(sorted(known, key=_vagueness))}
    return tuple(_drop_repeats([entry for entry in known if entry.expression.place in closest], passages))


def order_all(lines: Iterable[DatedStatement]) -> tuple[DatedStatement, ...]:
    """Return `lines` oldest first."""
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
