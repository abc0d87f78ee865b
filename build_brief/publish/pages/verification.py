"""Print what was checked, what is in doubt, and how often the program is right."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.model.statements import WordCheck
from build_brief.publish.press import Press
from build_brief.publish.press.page import Page
from build_brief.publish.press.printed import Printed
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.escape import Markdown, escape

MAX_GAPS = 30
"""Briefings whose gaps are listed, the newest; each says its own at its foot as well."""


def print_verification(press: Press, pages: list[Printed]) -> Page:
    """Return what was checked on all other `pages`."""
    page, edition = Page(press, "verification.md"), press.edition
    gaps = [briefing for briefing in edition.briefings if briefing.gaps]
    more = counted(len(gaps) - MAX_GAPS, "older briefing has its own", "older briefings have theirs")
    page.print(
        "verification.md.jinja",
        meta={"title": "Verification", "search": {"exclude": True}, "hide": ["navigation"]},
        counts=_count(press, pages),
        doubts=_count_doubts(press),
        dates=list(_find_doubtful_days(page)),
        gaps=gaps[:MAX_GAPS],
        more_gaps=f"{more} at the foot of the page." if len(gaps) > MAX_GAPS else "",
        figures=[figure for figure in press.settings.accuracy if not figure.measured_by],
        own_figures=[figure for figure in press.settings.accuracy if figure.measured_by],
    )
    return page


Count = tuple[str, int, str]
"""What was counted, how many there are, and what that tells."""


def _count(press: Press, pages: list[Printed]) -> list[Count]:
    checked, uses = press.edition.checked, sum(page.uses for page in pages)
    quotes = [said for brief in press.edition.articles for said in brief.spoken]
    quoted, verbatim = sum(said.marked for said in quotes), sum(said.verbatim for said in quotes)
    return [
        ("Sentences of briefings, each cited", checked.statements, "One without evidence cannot be built."),
        ("Citations on all pages", uses, "Each leads to the paragraph it names."),
        ("Quotes: the speaker’s own words", verbatim, "Each is a slice of its source, never retyped."),
        (
            "Quotes: reported by the source",
            len(quotes) - verbatim,
            "Marked so, in the source’s words.",
        ),
        ("Stretches between quotation marks", quoted, "Found again, to the letter, in the paragraph cited."),
        ("Visible repairs in sentences", checked.edits, "Without them the words of the source are back."),
        _count_faults(checked),
        ("Pages", len(pages) + 1, "The strict build follows every link and anchor."),
    ]


def _count_faults(checked: WordCheck) -> Count:
    found = ", ".join(f"{fault} {count:,}" for fault, count in checked.faults)
    return ("Sentences searched for words that dangle", checked.statements, f"Found: {found or 'none'}.")


def _count_doubts(press: Press) -> list[Count]:
    """Return what is not certain on this site; what does not occur is counted too, as none."""
    quotes, days = press.edition.dossier.quotes, [brief.day for brief in press.edition.articles]
    unsure = sum(said.doubtful for said in quotes)
    unnamed = sum(not said.speaker_name for said in quotes)
    inferred, undated = sum(bool(day.reason) for day in days), sum(day.day is None for day in days)
    gaps = sum(bool(briefing.gaps) for briefing in press.edition.briefings)
    return [
        ("Quotes with an uncertain speaker", unsure, f"Of {len(quotes):,}; each says so where it stands."),
        ("Quotes with no speaker named", unnamed, f"Of {len(quotes):,}; nobody is guessed."),
        ("Articles whose date was inferred", inferred, _of(len(days), inferred)),
        ("Articles without any date", undated, _of(len(days), undated)),
        ("Briefings with gaps or doubts", gaps, _of(len(press.edition.briefings), gaps)),
    ]


def _of(total: int, doubtful: int) -> str:
    return f"Of {total:,}; listed below." if doubtful else f"Of {total:,}."


def _find_doubtful_days(page: Page) -> Iterator[Markdown]:
    for brief in page.press.edition.articles:
        title = page.article_link(brief.article)
        if brief.day.day is None:
            yield Markdown(f"{title} has no date.")
        elif brief.day.reason:
            yield Markdown(f"{title}: {page.day(brief.day)}. {escape(brief.day.reason)}")
