"""Lay out the running story that a briefing is a part of: what came before it, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_brief.model.briefing import BriefingId, Chapter
from build_brief.model.dossier import Story, StoryId

MOST = 5
"""Chapters on either side; a long affair is read from one briefing to the next."""


def tell_so_far(
    stories: Iterable[Story], ids: Mapping[StoryId, BriefingId]
) -> dict[StoryId, tuple[Chapter, ...]]:
    """Return the chapters before and after each story, oldest first; empty for a story of its own."""
    known = {story.id: story for story in stories}
    followers: defaultdict[StoryId, list[Story]] = defaultdict(list)
    for story in known.values():
        if story.follows:
            followers[story.follows.story].append(story)
    return {
        story.id: (*reversed([*_before(story, known, ids)]), *_after(story, followers, ids))
        for story in known.values()
    }


def _before(
    story: Story, known: Mapping[StoryId, Story], ids: Mapping[StoryId, BriefingId]
) -> Iterator[Chapter]:
    """Yield what `story` goes on from, and what that goes on from, the latest first."""
    for _ in range(MOST):
        if story.follows is None:
            return
        tie, story = story.follows, known[story.follows.story]
        yield Chapter(briefing=ids[story.id], day=story.day, later=False, shared_terms=tie.shared_terms)


def _after(
    story: Story, followers: Mapping[StoryId, list[Story]], ids: Mapping[StoryId, BriefingId]
) -> list[Chapter]:
    """Return what goes on from `story` itself, oldest first."""
    later = [one for one in followers.get(story.id, ()) if one.follows and one.day.day]
    later.sort(key=lambda one: (one.day.day, one.id))
    return [
        Chapter(briefing=ids[one.id], day=one.day, later=True, shared_terms=one.follows.shared_terms)
        for one in later[:MOST]
        if one.follows
    ]
