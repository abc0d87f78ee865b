"""Print the page that shows the whole site in pictures: who writes, who is quoted, who speaks on what."""

from __future__ import annotations

from build_brief.publish.pictures.coverage import draw_coverage
from build_brief.publish.pictures.quoted import draw_quoted
from build_brief.publish.pictures.stances import draw_all_stances
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page


def print_glance(press: Press) -> Page:
    """Return the page; a picture with too little to draw is left out, and the page says so when all are."""
    page, dossier = Page(press, "glance.md", with_notes=False), press.edition.dossier
    # A copy of a text adds no voice to it.
    origins = [origin[0] for story in dossier.stories for origin in story.origins]
    pictures = (
        draw_all_stances(page, dossier.issues),
        draw_quoted(page, [said for article in origins for said in press.quotes.get(article, ())]),
        draw_coverage(page, [brief.article for brief in press.edition.articles], least=2),
    )
    page.print(
        "glance.md.jinja",
        meta={"title": "At a glance", "search": {"exclude": True}, "hide": ["navigation", "toc"]},
        pictures=[picture for picture in pictures if picture],
    )
    return page
