"""Find what one source announces and another reports as done.

“Lammy will meet Ding Xuexiang” and “Lammy earlier met with Ding Xuexiang” may both be true, an hour
apart: they stand side by side with a note. It must be the same verb, the same one who does it, and
somebody or something named after it in both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from build_brief.compose.archive import Archive, Place
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.language.verbs import read_verbs
from build_brief.model.annotations import Mention, MentionKind
from build_brief.model.article import Span
from build_brief.model.dates import Period
from build_brief.model.differences import Difference, DifferenceKind
from build_brief.model.dossier import EntityId, EntityKind

FILING = "May be a difference in time of filing."
SURE = 0.9
"""Of whom a mention means."""
REACH = 110
"""Characters before and after the verb in which who and whom are looked for: about a clause."""
WORD = re.compile(r"[^\W\d_]+")
AHEAD = (
    r"(?:will|shall|(?:is|are|was|were)\s+(?:due|set|scheduled|expected|slated|planning)\s+to|plans?\s+to|is\s+to|are\s+to)"
    r"(?:\s+(?:also|then|later|first))?\s+"
)
BE = frozenset(
    {"be", "is", "are", "was", "were", "been", "being", "to", "not", "never", "n’t", "will", "would", "could"}
)
MOVES = frozenset({"visit", "travel", "fly", "arrive", "leave", "return", "tour", "open", "close", "reopen"})
"""Verbs that a place can follow as what is meant; one meets somebody, not Prague."""
Periods = defaultdict[Place, list[Period]]
TURN = re.compile(r"[,;:“\"]|\b(?:to|who|which|that|before|after|where|while|as|because|from|over|about)\b")
"""Ends the object of a verb."""
PARTICLE = 4
"""Characters after the verb that may hold its own “to” or “with”."""
ENDINGS = ("ing", "s")


@dataclass(frozen=True, slots=True)
class Event:
    """Who did or will do something with whom, in one sentence."""

    passage: Passage
    verb: str
    ahead: bool
    actor: EntityId
    others: frozenset[EntityId]


def find_tense_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return what is still to come in one source and done in another, in the order of the sources."""
    periods: Periods = defaultdict(list)
    for entry in file.timeline:
        periods[entry.passage.place].append(entry.period)
    events = [event for passage in file.passages for event in _find_events(passage, file.archive)]
    done: dict[tuple[str, EntityId], list[Event]] = defaultdict(list)
    for event in events:
        if not event.ahead:
            done[event.verb, event.actor].append(event)
    ahead = (event for event in events if event.ahead)
    found = [_compare(event, _match(event, done, periods), file.archive) for event in ahead]
    return tuple(difference for difference in found if difference)


def _match(
    event: Event, done: Mapping[tuple[str, EntityId], Sequence[Event]], periods: Periods
) -> list[Event]:
    """Return what other sources tell as done: with somebody of the same, and on no other day."""
    return [
        other
        for other in done.get((event.verb, event.actor), ())
        if other.others & event.others
        and other.passage.place[0] != event.passage.place[0]
        and _may_be_one_day(periods[event.passage.place], periods[other.passage.place])
    ]


def _may_be_one_day(one: Sequence[Period], other: Sequence[Period]) -> bool:
    if not one or not other:
        return True
    return any(a.start <= b.end and b.start <= a.end for a in one for b in other)


def _compare(event: Event, met: Sequence[Event], archive: Archive) -> Difference | None:
    if not met:
        return None
    shared = sorted({entity for other in met for entity in other.others & event.others})
    tellings = dict.fromkeys((event.passage.place, *(other.passage.place for other in met)))
    statements = {one.passage.place: one.passage.statement for one in (event, *met)}
    return Difference(
        kind=DifferenceKind.TENSE,
        topic=", ".join(archive.entities[entity].name for entity in (event.actor, *shared)),
        tellings=tuple(statements[place] for place in tellings),
        note=FILING,
    )


def _find_events(passage: Passage, archive: Archive) -> Iterator[Event]:
    span = passage.statement.evidence[0]
    mentions = _named(archive.mentions_in(span), archive)
    for place, verb, ahead in _find_verbs(span):
        before = [entity for at, end, entity in mentions if place - REACH <= end <= place]
        reach = _object_end(span, place)
        named = (entity for at, _, entity in mentions if place < at <= reach)
        after = frozenset(
            e for e in named if verb in MOVES or archive.entities[e].kind is not EntityKind.PLACE
        )
        if before and after - {before[-1]}:
            yield Event(passage, verb, ahead, before[-1], after - {before[-1]})


def _object_end(span: Span, verb: int) -> int:
    """Return where the words after the verb turn to something else than whom or what it is done to."""
    text = span.article.text
    start = WORD.match(text, verb)
    found = TURN.search(text, start.end() + PARTICLE if start else verb, min(verb + REACH, span.end))
    return found.start() if found else min(verb + REACH, span.end)


def _named(mentions: Iterable[Mention], archive: Archive) -> list[tuple[int, int, EntityId]]:
    return [
        (mention.span.start, mention.span.end, entity)
        for mention in mentions
        if mention.confidence >= SURE
        and mention.kind is not MentionKind.NATIONALITY
        and (entity := archive.entity_of(mention))
    ]


def _find_verbs(span: Span) -> Iterator[tuple[int, str, bool]]:
    """Yield where a verb stands, its base form, and whether what it says is still to come."""
    verbs, text = read_verbs("event_verbs"), span.article.text
    ahead = {found.start(1) for found in _ahead().finditer(text, span.start, span.end)}
    before = ""
    for word in WORD.finditer(text, span.start, span.end):
        base = verbs.get(word[0])
        if base and word.start() in ahead:
            yield word.start(), base, True
        elif base and _is_past(word[0], base) and before.lower() not in BE:
            yield word.start(), base, False
        before = word[0]


def _is_past(word: str, base: str) -> bool:
    return word != base and not word.endswith(ENDINGS)


@cache
def _ahead() -> re.Pattern[str]:
    bases = "|".join(sorted(set(read_verbs("event_verbs").values())))
    return re.compile(rf"\b{AHEAD}({bases})\b", re.IGNORECASE)
