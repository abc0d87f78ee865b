"""Find briefings that are about the same people, bodies or issues, each with the sentence that ties them.

A story is about what its articles open with and come back to, not about the agency that somebody told, nor
about what is named in passing. Two stories about one rare name are related; two that share only a country
that half the folder names are not. The tie is a sentence of the other story that names what both have, the
weightier the better.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from build_brief.compose.pages.who import count_mentions
from build_brief.compose.sentences.passages import StoryFile
from build_brief.model.briefing import BriefingId, Related
from build_brief.model.dossier import EntityId, EntityKind, StoryId
from build_brief.model.late import LATE
from build_brief.model.memory import Memory, key_of
from build_brief.model.statements import Statement

MOST = 5
MOST_SHARED = 5
COMMON = 40
"""A name in more stories than this ties nothing, and looking at all of them would cost too much."""
LEAST_WEIGHT = 0.5
"""One person in three stories, one body or two places in two, reach it; a place alone does not."""
SHARES = {EntityKind.PERSON: 1.0, EntityKind.ORGANISATION: 0.8, EntityKind.PLACE: 0.4}
"""What each kind counts: NASA or Twitter may be in many stories that have nothing to do with each other."""
ISSUE_SHARE = 0.6
LEAST_MENTIONS, LEAST_SHARE = 2, 0.2
"""Of an entity, to be what a story is about; the share is of the mentions of the most named one."""
OPENING = 3
"""Sentences of an article that say what it is about."""
OPENERS = 3
"""Of so many articles of a story, one at least opens with what the story is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A sentence that may tie its story to another."""

    statement: Statement
    weight: float
    """Of the sentence in its own story."""
    named: tuple[str, ...]
    """The pages of those whom it names, by id."""
    issues: tuple[str, ...]
    """The issues that it speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """What a story is about, and the sentences that tell it."""

    weights: Mapping[str, float]
    """Entities and issues by id, with what each counts."""
    ties: tuple[Tie, ...] = field(metadata=LATE)


def find_subjects(file: StoryFile) -> Subjects:
    """Return what a story is about."""
    weights: dict[str, float] = {}
    openers, counts = _count_openers(file), count_mentions(file)
    least = max(LEAST_MENTIONS, LEAST_SHARE * max(counts.values(), default=0))
    for entity, count in counts.items():
        if count >= least and openers[entity] * OPENERS >= len(file.articles):
            weights[entity] = SHARES[file.archive.entities[entity].kind]
    weights.update({issue.id: ISSUE_SHARE for issue in file.issues})
    return Subjects(weights=weights, ties=_find_ties(file))


def _count_openers(file: StoryFile) -> Counter[EntityId]:
    """Return how many articles of the story open with each entity."""
    counted: Counter[EntityId] = Counter()
    for annotated in file.articles:
        opening = annotated.sentences[:OPENING]
        until = opening[-1].span.end if opening else 0
        early = (mention for mention in annotated.mentions if mention.span.start < until)
        counted.update({entity for mention in early if (entity := file.archive.entity_of(mention))})
    return counted


def _find_ties(file: StoryFile) -> tuple[Tie, ...]:
    archive, issues = file.archive, defaultdict[tuple[str, int, int], list[str]](list)
    for issue in file.issues:
        for span in issue.passages:
            issues[span.place].append(issue.id)
    ties = []
    for passage in file.passages:
        evidence = passage.statement.evidence[0]
        named = {archive.entity_of(mention) for mention in archive.mentions_in(evidence)}
        ties.append(
            Tie(
                statement=passage.statement,
                weight=file.weights[passage.place],
                named=tuple(sorted(entity for entity in named if entity)),
                issues=tuple(issues.get(evidence.place, ())),
            )
        )
    return tuple(ties)


class Pages(NamedTuple):
    """What is known of all stories and subjects."""

    ids: Mapping[StoryId, BriefingId]
    names: Mapping[str, str]
    """Of the subjects."""
    keys: Mapping[StoryId, str]
    """What tells the draft of a story from every other."""


def relate(
    stories: Mapping[StoryId, Subjects], pages: Pages, memory: Memory
) -> dict[StoryId, tuple[Related, ...]]:
    """Return for each story the briefings related to it, the closest first."""
    bearers: dict[str, list[StoryId]] = defaultdict(list)
    for story, subjects in stories.items():
        for subject in subjects.weights:
            bearers[subject].append(story)
    return {story: _relate_one(story, stories, bearers, pages, memory) for story in stories}


def _relate_one(
    story: StoryId,
    stories: Mapping[StoryId, Subjects],
    bearers: Mapping[str, Sequence[StoryId]],
    pages: Pages,
    memory: Memory,
) -> tuple[Related, ...]:
    shared: dict[StoryId, dict[str, float]] = defaultdict(dict)
    for subject, weight in stories[story].weights.items():
        others = bearers[subject]
        if len(others) <= COMMON:
            for other in others:
                if other != story:
                    shared[other][subject] = weight / math.log2(1 + len(others))
    ranked = sorted(shared, key=lambda other: (-math.fsum(shared[other].values()), other))
    likely = {
        other: shared[other]
        for other in ranked[: 2 * MOST]
        if math.fsum(shared[other].values()) >= LEAST_WEIGHT
    }
    if not likely:
        return ()
    told = [
        (
            pages.keys[other],
            pages.ids[other],
            [(one, weight, pages.names[one]) for one, weight in held.items()],
        )
        for other, held in likely.items()
    ]
    return memory.recall(tuple, key_of("related", told), partial(_tie_all, stories, likely, pages))


def _tie_all(
    stories: Mapping[StoryId, Subjects], likely: Mapping[StoryId, Mapping[str, float]], pages: Pages
) -> tuple[Related, ...]:
    found = (_tie(stories[other], shared, pages.ids[other], pages.names) for other, shared in likely.items())
    return tuple(related for related in found if related)[:MOST]


def _tie(
    other: Subjects, shared: Mapping[str, float], briefing: BriefingId, names: Mapping[str, str]
) -> Related | None:
    """Return the tie to `other`: of its sentences, the one that names most of what both share."""
    best: tuple[float, Tie] | None = None
    total, weightiest = math.fsum(shared.values()), max((tie.weight for tie in other.ties), default=0) or 1
    for tie in other.ties:
        held = math.fsum(shared.get(subject, 0.0) for subject in (*tie.named, *tie.issues)) / total
        score = held + tie.weight / weightiest
        if held and (best is None or score > best[0]):
            best = (score, tie)
    if best is None:
        return None
    ordered = sorted(shared, key=lambda subject: (-shared[subject], names[subject]))
    return Related(
        briefing=briefing,
        shared=tuple(names[subject] for subject in ordered[:MOST_SHARED]),
        tie=best[1].statement,
    )
