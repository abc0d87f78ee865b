"""Choose of what a story tells the few issues that it turns on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_brief.link.issues.evidence import is_headed
from build_brief.link.issues.found import Found, Told
from build_brief.model.dossier import EntityId

MOST_ISSUES = 7
"""Of one story: more headings than that are a list, not a briefing."""
FEW = 3
"""Sentences on a known subject that another may cover: “drug policy” in a story of cannabis."""
INSIDE = 0.6
"""Share of the sentences of an issue of no known subject that also speak of a weightier one."""


def choose_issues(told: Told, places: Mapping[str, EntityId]) -> Iterator[Found]:
    """Yield the issues of one story: those that an editor rules, then the weightiest others.

    A country or body that takes part in the story is no issue of it.
    """
    likely = (*told.evident, *_find_main(told))
    kept = [one for one in likely if places.get(one.topic.label.lower()) not in told.actors - {None}]
    ranked = sorted(kept, key=lambda one: (-one.weight, one.topic.label))
    own = [one for at, one in enumerate(ranked) if not any(_is_inside(one, other) for other in ranked[:at])]
    yield from told.ruled
    yield from own[: max(0, MOST_ISSUES - len(told.ruled))]


def _find_main(told: Told) -> Iterator[Found]:
    """Yield what the story tells most of, where of nothing else enough is said or less is told."""
    if told.main and all(len(one.passages) < len(told.main.passages) for one in told.evident):
        yield told.main


def _is_inside(one: Found, other: Found) -> bool:
    """Tell whether `one` is told mostly where `other` is: another word for a part of it.

    A known subject is a part of another only when it is told in few sentences, and nowhere else, and no
    headline names it.
    """
    if one.topic.subject and (one.topic.weight > 1 or len(one.passages) > FEW or not other.topic.subject):
        return False
    if one.topic.subject and is_headed(one.topic, (passage.article for passage in one.passages)):
        return False
    if one.topic.head and not one.topic.subject:
        return False
    if one.topic.subject:
        return {span.place for span in one.passages} <= {span.place for span in other.passages}
    shared = {span.place for span in one.passages} & {span.place for span in other.passages}
    return len(shared) >= INSIDE * len(one.passages)
