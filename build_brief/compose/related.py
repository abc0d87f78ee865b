"""Find briefings that share people, bodies or issues, each with the sentence that ties them.

Two stories that share a rare name are related; two that share only a country that half the folder
names are not. The tie is a sentence of the other story that names what both have.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_brief.compose.archive import Archive
from build_brief.compose.passages import Passage, StoryFile
from build_brief.compose.who import count_mentions
from build_brief.model.dossier import EntityId, EntityKind, StoryId
from build_brief.model.edition import BriefingId, Related

MOST = 5
MOST_SHARED = 5
COMMON = 40
"""A name in more stories than this ties nothing, and looking at all of them would cost too much."""
LEAST_WEIGHT = 1.0
PLACE_SHARE = 0.4
"""What a shared place counts against a shared person or issue."""
LEAST_MENTIONS = 2
"""Of an entity in a story, to count as what the story is about."""


def relate(
    files: Sequence[StoryFile], ids: Mapping[StoryId, BriefingId]
) -> dict[StoryId, tuple[Related, ...]]:
    """Return for each story the briefings related to it, the closest first."""
    subjects = {file.story.id: _find_subjects(file) for file in files}
    bearers: dict[str, list[StoryId]] = defaultdict(list)
    for story, names in subjects.items():
        for subject in names:
            bearers[subject].append(story)
    by_story = {file.story.id: file for file in files}
    return {file.story.id: _relate_one(file, subjects, bearers, (by_story, ids)) for file in files}


def _find_subjects(file: StoryFile) -> dict[str, float]:
    """Return the pages of entities and issues that a story is about, with what each counts."""
    subjects: dict[str, float] = {}
    for entity, count in count_mentions(file).items():
        if count >= LEAST_MENTIONS:
            place = file.archive.entities[entity].kind is EntityKind.PLACE
            subjects[entity] = PLACE_SHARE if place else 1.0
    subjects.update({issue.id: 1.0 for issue in file.issues})
    return subjects


def _relate_one(
    file: StoryFile,
    subjects: Mapping[StoryId, Mapping[str, float]],
    bearers: Mapping[str, Sequence[StoryId]],
    pages: tuple[Mapping[StoryId, StoryFile], Mapping[StoryId, BriefingId]],
) -> tuple[Related, ...]:
    by_story, ids = pages
    shared: dict[StoryId, dict[str, float]] = defaultdict(dict)
    for subject, weight in subjects[file.story.id].items():
        others = bearers[subject]
        if len(others) <= COMMON:
            for other in others:
                if other != file.story.id:
                    shared[other][subject] = weight / math.log2(1 + len(others))
    ranked = sorted(shared, key=lambda other: (-sum(shared[other].values()), other))
    found = (
        _tie(by_story[other], shared[other], ids[other], file.archive)
        for other in ranked[: 2 * MOST]
        if sum(shared[other].values()) >= LEAST_WEIGHT
    )
    return tuple(related for related in found if related)[:MOST]


def _tie(
    other: StoryFile, shared: Mapping[str, float], briefing: BriefingId, archive: Archive
) -> Related | None:
    """Return the tie to `other`: of its sentences, the one that names most of what both share."""
    best: tuple[float, Passage] | None = None
    of_issues = {span.place for issue in other.issues if issue.id in shared for span in issue.passages}
    for passage in other.passages:
        evidence = passage.statement.evidence[0]
        named = {archive.entity_of(mention) for mention in archive.mentions_in(evidence)}
        held = sum(shared.get(entity, 0.0) for entity in named if entity)
        held += 0.5 * (evidence.place in of_issues)
        score = held + other.weights[passage.place]
        if held and (best is None or score > best[0]):
            best = (score, passage)
    if best is None:
        return None
    names = _name_subjects(shared, other)
    ordered = sorted(shared, key=lambda subject: (-shared[subject], names[subject]))
    return Related(
        briefing=briefing,
        shared=tuple(names[subject] for subject in ordered[:MOST_SHARED]),
        tie=best[1].statement,
    )


def _name_subjects(shared: Mapping[str, float], other: StoryFile) -> dict[str, str]:
    names = {str(issue.id): issue.label for issue in other.issues}
    for subject in shared:
        entity = other.archive.entities.get(EntityId(subject))
        if entity:
            names[subject] = entity.name
    return names
