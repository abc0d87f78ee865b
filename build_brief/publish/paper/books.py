"""What a book of briefings holds besides them: a cover, contents, an index and the sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from build_brief.model.dossier import EntityKind
from build_brief.model.edition import Briefing
from build_brief.publish.counts import counted
from build_brief.publish.day_words import short_day
from build_brief.publish.paper.briefings import gather_briefing
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.sheet import Value
from build_brief.publish.press import Press

INDEXES = (
    ("People", EntityKind.PERSON),
    ("Organisations", EntityKind.ORGANISATION),
    ("Places", EntityKind.PLACE),
)


def gather_book(press: Press, briefings: tuple[Briefing, ...], *, scope: str) -> Value:
    """Return everything that a book of `briefings` holds; `scope` says on its cover which they are."""
    days = [briefing.story.day.day for briefing in briefings if briefing.story.day.day]
    return {
        "title": isolated(plain(press.settings.title)),
        "scope": isolated(plain(scope)),
        "days": _days(days),
        "counts": _counts(press, briefings),
        "briefings": [gather_briefing(press, briefing) for briefing in briefings],
        "indexes": [_index_issues(press), *(_index(press, title, kind) for title, kind in INDEXES)],
    }


def _days(days: Iterable[date]) -> str:
    """Return the first and last day of the stories; empty when none is known."""
    ordered = sorted(set(days))
    if not ordered:
        return ""
    first, last = short_day(ordered[0]), short_day(ordered[-1])
    return first if first == last else f"{first} to {last}"


def _counts(press: Press, briefings: tuple[Briefing, ...]) -> str:
    articles = [source.article for briefing in briefings for source in briefing.sources]
    outlets = {outlet for article in articles if (outlet := press.outlet(article))}
    told = f"{counted(len(briefings), 'briefing')} from {counted(len(articles), 'article')}"
    return f"{told} of {counted(len(outlets), 'outlet')}" if len(outlets) > 1 else told


def _index_issues(press: Press) -> Value:
    issues = sorted(press.edition.issues, key=lambda entry: entry.section.issue.label.casefold())
    names = {entry.section.issue.id: isolated(plain(entry.section.issue.label)) for entry in issues}
    return {"title": "Issues", "names": names}


def _index(press: Press, title: str, kind: EntityKind) -> Value:
    """Return the names that may stand in one index, by id; the template knows on which pages they do."""
    entities = [entry.entity for entry in press.edition.entities if entry.entity.kind is kind]
    ordered = sorted(entities, key=lambda entity: _by_name(entity.name, kind))
    return {"title": title, "names": {entity.id: isolated(plain(entity.name)) for entity in ordered}}


def _by_name(name: str, kind: EntityKind) -> tuple[str, str]:
    """Return the key to sort a name by: for people the last word first, as an index has it."""
    last = name.rsplit(maxsplit=1)[-1] if kind is EntityKind.PERSON else name
    return last.casefold(), name.casefold()
