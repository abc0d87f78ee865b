"""Tell who is concerned by an issue and says nothing on it.

Silence is a statement about somebody, so it is told only of countries and of bodies whose words stand
elsewhere: a body whose every word in the story is placed under other issues has none on this one. What
a court or a company says in other words may well be on the issue, and then it is not silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.compose.archive import Archive
from build_brief.compose.positions.heard import hear_roles, is_heard
from build_brief.compose.sentences.kinds.stands import is_paper
from build_brief.model.briefing import PositionLine
from build_brief.model.dossier import Entity, EntityId, EntityKind, Issue


def find_silent(issue: Issue, lines: Sequence[PositionLine], archive: Archive) -> tuple[EntityId, ...]:
    """Return who says nothing where somebody else's stand is printed.

    A country is silent only beside another country: where its own people quarrel it has no voice.
    """
    speaking = {position.actor for position in issue.positions}
    if not lines:
        return ()
    countries = any(archive.entities[line.actor].kind is EntityKind.PLACE for line in lines)
    named = {
        archive.entities[entity].side or entity
        for passage in issue.passages
        for mention in archive.mentions_in(passage)
        if (entity := archive.entity_of(mention))
    }
    heard = hear_roles(archive)
    return tuple(
        actor
        for actor in issue.silent
        if actor in named - speaking
        and _may_be_silent(archive.entities[actor], issue, archive, countries=countries)
        and not is_heard(archive.entities[actor], heard)
    )


def _may_be_silent(actor: Entity, issue: Issue, archive: Archive, *, countries: bool) -> bool:
    """Tell whether silence says something of `actor`: not of one person, nor of a newspaper."""
    if actor.kind is EntityKind.PERSON or is_paper(actor.name):
        return False
    return countries if actor.kind is EntityKind.PLACE else _speaks_elsewhere(actor.id, issue, archive)


def _speaks_elsewhere(actor: EntityId, issue: Issue, archive: Archive) -> bool:
    """Tell whether all that `actor` says in the articles on the issue is said on others."""
    others = [other for issues in archive.issues.values() for other in issues if other.id != issue.id]
    placed = {
        quote.id
        for other in others
        for position in other.positions
        if position.actor == actor
        for quote in position.quotes
    }
    said = [
        quote.id
        for article in issue.articles
        for quote in archive.quotes.get(article, ())
        if actor in (quote.side, quote.speaker)
    ]
    return bool(said) and placed.issuperset(said)
