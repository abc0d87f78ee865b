"""Print the pages of people, organisations, places and issues, and their indexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_brief.model.dossier import EntityKind
from build_brief.model.edition import EntityPage, IssuePage
from build_brief.publish.escape import Markdown, escape
from build_brief.publish.linked_data import describe_entity, print_thing
from build_brief.publish.page import Page
from build_brief.publish.pictures.stances import draw_stances_on
from build_brief.publish.press import Press
from build_brief.publish.stories import index_meta

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
        without_stake=replace(entry.section, stake=None),
        pictures=[picture for picture in (draw_stances_on(page, entry.section.issue),) if picture],
    )
    return page


def print_listings(press: Press) -> Iterator[Page]:
    """Give the indexes of people, organisations, places and issues."""
    for kind, title in TITLES.items():
        page = Page(press, f"{kind.value}/index.md", with_notes=False)
        entries = [entry for entry in press.edition.entities if entry.entity.kind is kind]
        yield _print_listing(
            page, title, ("Name", "As the sources put it", "Quotes"), list(_entity_rows(page, entries))
        )
    page = Page(press, "issues/index.md", with_notes=False)
    yield _print_listing(page, "Issues", ("Issue", "Who speaks on it", "Statements"), list(_issue_rows(page)))


Row = tuple[Markdown, Markdown, int]


def _print_listing(page: Page, title: str, heads: tuple[str, str, str], rows: list[Row]) -> Page:
    ordered = sorted(rows, key=lambda row: -row[2])
    page.print("listing.md.jinja", meta=index_meta(title), title=title, heads=heads, rows=ordered)
    return page


def _entity_rows(page: Page, entries: list[EntityPage]) -> Iterator[Row]:
    for entry in entries:
        role = page.role(entry.roles[0]) if entry.roles else Markdown("–")
        yield page.link(entry.entity.id), role, len(entry.quotes_by)


def _issue_rows(page: Page) -> Iterator[Row]:
    for entry in page.press.edition.issues:
        actors = dict.fromkeys(line.actor for line in entry.section.lines)
        names = ", ".join(page.link(actor) for actor in actors)
        lines = sum(len(position.quotes) for position in entry.section.issue.positions)
        yield page.link(entry.section.issue.id), Markdown(names or escape("–")), lines
