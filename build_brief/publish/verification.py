"""Print what was checked, what is in doubt, and how often the program is right."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.publish.counts import counted, find_statements
from build_brief.publish.escape import Markdown, escape
from build_brief.publish.page import Page
from build_brief.publish.press import Press


def print_verification(press: Press, pages: list[Page]) -> Page:
    """Return what was checked on all other `pages`."""
    page, edition = Page(press, "verification.md"), press.edition
    page.print(
        "verification.md.jinja",
        meta={"title": "Verification", "search": {"exclude": True}, "hide": ["navigation"]},
        counts=_count(press, pages),
        words=edition.checked,
        doubts=list(_find_doubts(page)),
        gaps=[briefing for briefing in edition.briefings if briefing.gaps],
    )
    return page


def _count(press: Press, pages: list[Page]) -> list[tuple[str, int, str]]:
    statements = [s for briefing in press.edition.briefings for s in find_statements(briefing)]
    quotes = [span for said in press.edition.dossier.quotes for span in said.quote.quoted]
    edits, uses = sum(len(s.edits) for s in statements), sum(p.citations.uses for p in pages)
    return [
        ("Sentences of briefings, each cited", len(statements), "One without evidence cannot be built."),
        ("Citations on all pages", uses, "Each leads to the paragraph it names."),
        ("Quotations found, verbatim", len(quotes), "Each is a slice of its source, never retyped."),
        ("Visible repairs in sentences", edits, "Without them the words of the source are back."),
        ("Pages", len(pages) + 1, "The strict build follows every link and anchor."),
    ]


def _find_doubts(page: Page) -> Iterator[Markdown]:
    unsure = [said for said in page.press.edition.dossier.quotes if said.doubtful]
    if unsure:
        yield escape(f"{counted(len(unsure), 'quote')} with an uncertain speaker; each says so.")
    for brief in page.press.edition.articles:
        title = page.article_link(brief.article)
        if brief.day.day is None:
            yield Markdown(f"{title} has no date.")
        elif brief.day.reason:
            yield Markdown(f"The day of {title} is inferred: {escape(brief.day.reason)}")
