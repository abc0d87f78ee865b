"""Print the pages of stories: a briefing for each, and their index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from build_brief.model.briefing import Briefing
from build_brief.publish.machines.linked_data import describe_briefing, print_thing
from build_brief.publish.pages.directories import ON_ONE_PAGE, Directory, Line, Row
from build_brief.publish.pages.shelves import Calendar
from build_brief.publish.pictures.coverage import draw_coverage
from build_brief.publish.pictures.picture import Picture
from build_brief.publish.pictures.quoted import draw_quoted_in
from build_brief.publish.pictures.stances import draw_stances
from build_brief.publish.pictures.story_time import draw_story_time
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.wording import changes
from build_brief.publish.wording.counts import minutes_to_read

MAX_DESCRIPTION = 160
"""Characters that search engines and feed readers show."""

CARDS = 30
"""Newest briefings whose bottom line stands in their index."""

BOOST = 4
"""How much more a hit on a briefing weighs in the search than one on any other page."""


def list_stories(press: Press) -> Iterator[tuple[Briefing, Briefing | None, Briefing | None]]:
    """Give each briefing with the one after it and the one before it, in time."""
    stories = press.edition.briefings
    yield from zip(stories, (None, *stories), (*stories[1:], None), strict=False)


def print_briefing(
    press: Press, briefing: Briefing, *, newer: Briefing | None, older: Briefing | None
) -> Page:
    """Return the page of one story; `newer` and `older` are its neighbours in time."""
    page = Page(press, f"{briefing.id}.md", numbers={s.article.id: s.number for s in briefing.sources})
    page.print(
        "briefing.md.jinja",
        meta={
            "title": briefing.title.text,
            "description": describe(briefing),
            "search": {"boost": BOOST},
            "hide": ["navigation"],
        },
        briefing=briefing,
        newer=newer,
        older=older,
        sources=page.sources_in_words(briefing),
        minutes=minutes_to_read(briefing),
        cited=len(briefing.statements),
        news=changes,
        pictures=draw_pictures(page, briefing),
        data=print_thing(describe_briefing(press, briefing)),
    )
    return page


def draw_pictures(page: Page, briefing: Briefing) -> dict[str, list[Picture]]:
    """Return the pictures of one story, by where they stand on its page."""
    articles = [source.article for source in briefing.sources if source.copy_of is None]
    drawn = {
        "voices": (draw_stances(page, briefing.issues), draw_quoted_in(page, briefing.story)),
        "time": (draw_story_time(page, briefing),),
        "coverage": (draw_coverage(page, articles),),
    }
    return {place: [picture for picture in pictures if picture] for place, pictures in drawn.items()}


def describe(briefing: Briefing) -> str:
    """Return the bottom line, cut at a word, for machines that show a page in a line."""
    text = " ".join(statement.text for statement in briefing.bottom_line) or briefing.title.text
    return text if len(text) <= MAX_DESCRIPTION else text[:MAX_DESCRIPTION].rpartition(" ")[0] + " …"


def list_briefings(press: Press) -> Directory:
    """Return the index of all briefings, newest first."""
    briefings = press.edition.briefings
    calendar = Calendar(months=len(briefings) > ON_ONE_PAGE)
    return Directory(
        section="briefings",
        title="Briefings",
        heads=("Briefing", "Day", "Sources"),
        lines=tuple(
            Line(
                thing=f"{briefing.id}.md",
                name=briefing.title.text,
                also=(),
                count=len(briefing.sources),
                shelf=calendar.shelf_of(briefing.story.day.day),
                row=partial(_row, briefing),
                told=(briefing.story.day,),
            )
            for briefing in briefings
        ),
        name_shelf=calendar.name_shelf,
        best="Newest",
        by_count=False,
        cards=briefings[:CARDS],
    )


def _row(briefing: Briefing, page: Page) -> Row:
    return page.link(briefing.id), page.day(briefing.story.day), len(briefing.sources)


def index_meta(title: str) -> dict[str, object]:
    """Return the front matter of a page that only leads to others: search finds those themselves."""
    return {"title": title, "search": {"exclude": True}, "hide": ["navigation", "toc"]}
