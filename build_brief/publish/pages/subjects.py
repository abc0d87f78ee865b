"""Print the pages of people, organisations, places and issues, and their indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, EntityId, EntityKind
from build_brief.model.edition import EntityPage, IssuePage
from build_brief.publish.machines.linked_data import describe_entity, print_thing
from build_brief.publish.pages.directories import Directory, Line, Row
from build_brief.publish.pages.shelves import find_letter, find_surname, name_shelf, shelf_order, sort_key
from build_brief.publish.pictures.stances import draw_stances_on
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown, escape

MOST_QUOTES, MOST_APPEARANCES, MOST_DATES = 100, 100, 100
"""On one page, the newest: of whoever is quoted ten thousand times the ledger has all."""
MOST_ALIKE = 12
"""People of like names whom a page tells apart from its own."""
MOST_NAMED = 12
"""Actors of an issue in its index; its page names all."""

TITLES = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
}


def print_entity(press: Press, entry: EntityPage) -> Page:
    """Return the page of a person, organisation or place."""
    page = Page(press, f"{entry.entity.id}.md")
    page.print(
        "entity.md.jinja",
        meta={"title": entry.entity.name, "search": {"boost": 2}, "hide": ["navigation"]},
        entry=entry,
        by=find_newest(press, entry.quotes_by),
        about=find_newest(press, entry.quotes_about),
        appearances=entry.appearances[:MOST_APPEARANCES],
        alike=entry.not_to_be_confused_with[:MOST_ALIKE],
        section=TITLES[entry.entity.kind],
        data=print_thing(describe_entity(press, entry.entity)),
    )
    return page


def print_issue(press: Press, entry: IssuePage) -> Page:
    """Return the page of an issue across all stories."""
    page = Page(press, f"{entry.section.issue.id}.md")
    page.print(
        "issue.md.jinja",
        meta={"title": entry.section.issue.label, "search": {"boost": 2}, "hide": ["navigation"]},
        entry=entry,
        timeline=entry.timeline[-MOST_DATES:],
        appearances=entry.appearances[:MOST_APPEARANCES],
        without_stake=replace(entry.section, stake=None),
        pictures=[picture for picture in (draw_stances_on(page, entry.section.issue),) if picture],
    )
    return page


def find_newest(press: Press, quotes: Sequence[AttributedQuote]) -> tuple[AttributedQuote, ...]:
    """Return the newest of `quotes`, as many as a page holds, in their order."""

    def age(at: int) -> tuple[int, int]:
        day = press.days[quotes[at].article].day
        return -day.toordinal() if day else 1, at

    newest = range(len(quotes))
    chosen = newest if len(quotes) <= MOST_QUOTES else sorted(sorted(newest, key=age)[:MOST_QUOTES])
    return tuple(quotes[at] for at in chosen)


def list_subjects(press: Press) -> Iterator[Directory]:
    """Give the indexes of people, organisations, places and issues."""
    for kind, title in TITLES.items():
        entries = [entry for entry in press.edition.entities if entry.entity.kind is kind]
        yield Directory(
            section=kind.value,
            title=title,
            heads=("Name", "As the sources put it", "Quotes"),
            lines=_in_order(_entity_line(entry) for entry in entries),
            name_shelf=name_shelf,
            best="Most quoted",
        )
    yield Directory(
        section="issues",
        title="Issues",
        heads=("Issue", "Who speaks on it", "Statements"),
        lines=_in_order(_issue_line(press, entry) for entry in press.edition.issues),
        name_shelf=name_shelf,
        best="Most spoken of",
    )


def _in_order(lines: Iterable[tuple[str, Line]]) -> tuple[Line, ...]:
    """Return lines in the order of what they stand under, which comes with each."""
    ordered = sorted(lines, key=lambda one: (shelf_order(one[1].shelf), sort_key(one[0]), one[1].thing))
    return tuple(line for _, line in ordered)


def _entity_line(entry: EntityPage) -> tuple[str, Line]:
    entity = entry.entity
    person = entity.kind is EntityKind.PERSON
    stands_under = f"{find_surname(entity.name, entity.aliases)} {entity.name}" if person else entity.name
    role = _choose_role(entry) if entry.roles else None
    line = Line(
        thing=f"{entity.id}.md",
        name=entity.name,
        also=entity.aliases,
        count=len(entry.quotes_by),
        shelf=find_letter(stands_under),
        row=partial(_entity_row, entry, role),
        told=(role,),
        article=role.article.id if role else None,
    )
    return stands_under, line


def _entity_row(entry: EntityPage, role: Span | None, page: Page) -> Row:
    words = page.role(role) if role else Markdown('<span class="unsaid">–</span>')
    return page.link(entry.entity.id), words, len(entry.quotes_by)


def _choose_role(entry: EntityPage) -> Span:
    """Return the role that sources give most often; of two alike the first."""
    if len(entry.roles) == 1:
        return entry.roles[0]
    given = Counter(mention.role.text.lower() for mention in entry.entity.titled if mention.role)
    return max(
        entry.roles, key=lambda role: sum(given[words] for words in given if words in role.text.lower())
    )


def _issue_line(press: Press, entry: IssuePage) -> tuple[str, Line]:
    issue, names = entry.section.issue, press.addresses.names
    actors = list(dict.fromkeys(line.actor for line in entry.section.lines))
    line = Line(
        thing=f"{issue.id}.md",
        name=issue.label,
        also=(),
        count=sum(len(stand.quotes) for stand in issue.stands),
        shelf=find_letter(issue.label),
        row=partial(_issue_row, entry, actors),
        told=(
            len(actors),
            [(actor, names.get(actor)) for actor in actors[:MOST_NAMED]],
            _name_groups(entry),
            len(entry.appearances),
        ),
    )
    return issue.label, line


def _name_groups(entry: IssuePage) -> list[str]:
    """Return the groups without a page that speak on an issue, as sources word them, each once."""
    groups = {line.name.lower(): f"“{line.name}”" for line in entry.section.groups}
    return list(groups.values())


def _issue_row(entry: IssuePage, actors: list[EntityId], page: Page) -> Row:
    """Return the row of an issue; where no name can be given, it is told of only."""
    speaking = [*map(page.link, actors), *map(escape, _name_groups(entry))]
    names = speaking[:MOST_NAMED]
    names += [escape(f"{len(speaking) - MOST_NAMED} more")] if len(speaking) > MOST_NAMED else []
    lines = sum(len(stand.quotes) for stand in entry.section.issue.stands)
    told = f"told in {counted(len(entry.appearances), 'briefing')}"
    silent = Markdown(f"*{escape(told if lines else f'nobody is quoted; {told}')}*")
    return page.link(entry.section.issue.id), Markdown(", ".join(names)) or silent, lines
