"""Say in words what is new: in a version of a briefing, and in an edition of the site."""

from __future__ import annotations

from dataclasses import dataclass

from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing
from build_brief.model.changes import Changes, GoneReason
from build_brief.model.edition import Edition
from build_brief.model.history import Version
from build_brief.publish.wording.counts import counted

GONE = {
    GoneReason.WITHDRAWN: "withdrawn, for the source is gone",
    GoneReason.REWORDED: "the source has been changed and does not say so any more",
    GoneReason.MOVED: "the source is told in another briefing",
    GoneReason.REPLACED: "replaced by other statements; the source still says so",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the last edition brought; empty in the first."""

    begun: tuple[Briefing, ...] = ()
    updated: tuple[Briefing, ...] = ()
    withdrawn: tuple[tuple[ArticleId, ...], ...] = ()
    """The files of each briefing that is gone with its sources."""


def find_news(edition: Edition) -> News:
    """Return what is new since the edition before."""
    history = edition.history
    if history.edition < 2:  # noqa: PLR2004 - in the first all is new
        return News()
    last = [b for b in edition.briefings if b.changes and b.changes.edition == history.edition]
    published = {annotated.article.id for annotated in edition.dossier.articles}
    ended = [r for r in history.stories if r.ended and r.versions[-1].edition == history.edition]
    return News(
        begun=tuple(b for b in last if b.changes and b.changes.number == 1),
        updated=tuple(b for b in last if b.changes and b.changes.number > 1),
        withdrawn=tuple(r.versions[-1].removed for r in ended if not published & set(r.versions[-1].removed)),
    )


def describe_changes(changes: Changes) -> str:
    """Return “4 new statements, 1 source added” for the last version."""
    return ", ".join([counted(len(changes.new), "new statement"), *_count_sources(changes.versions[-1])])


def describe_versions(changes: Changes) -> str:
    """Return one sentence for each version, the latest first."""
    first, *later = changes.versions
    told = [
        f"Version {number}: {', '.join(_count_sources(version)) or 'the same sources'}."
        for number, version in reversed(list(enumerate(later, start=2)))
    ]
    return " ".join([*told, f"Version 1: {counted(len(first.added), 'source')}."])


def _count_sources(version: Version) -> list[str]:
    files = {"added": version.added, "changed": version.changed, "gone": version.removed}
    return [f"{counted(len(found), 'source')} {what}" for what, found in files.items() if found]
