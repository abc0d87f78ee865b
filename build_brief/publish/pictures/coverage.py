"""Coverage over time: which outlet wrote how many articles on which day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from build_brief.model.article import Article
from build_brief.publish.pictures.days import find_ticks, place_between
from build_brief.publish.pictures.dots import Row, draw_dots
from build_brief.publish.pictures.picture import MAX_ROWS, Picture
from build_brief.publish.press.page import Page
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.day_words import short_day
from build_brief.publish.wording.escape import Markdown, escape

MAX_OUTLETS = 15
"""Rows drawn, the outlets with most articles; the table has more."""

MIN_ARTICLES = 3
"""Two articles are told quicker than drawn."""

MIN_DAYS = 3
"""In one story: two days are told as quickly by its list of sources."""

UNNAMED = "Outlet not named"

Days = dict[str, Counter[date]]
"""For each outlet, how many articles it has on which day."""


def draw_coverage(page: Page, articles: Iterable[Article], *, least: int = MIN_DAYS) -> Picture | None:
    """Return when each outlet wrote; None below `least` days, or for a handful of articles.

    Undated articles are told in the note.
    """
    days, undated = count_days(page, articles)
    dated = sorted({day for counts in days.values() for day in counts})
    total = sum(map(sum, (counts.values() for counts in days.values())))
    if len(dated) < least or total < MIN_ARTICLES:
        return None
    first, last = dated[0], dated[-1]
    outlets = sorted(days, key=lambda outlet: (-days[outlet].total(), outlet))
    rows = [_row(outlet, days[outlet], first, last) for outlet in outlets[:MAX_OUTLETS]]
    period = f"{short_day(first)} to {short_day(last)}"
    return Picture(
        id="picture-coverage",
        title="Coverage over time",
        note=_note(period, undated, len(outlets) - len(rows)),
        drawing=draw_dots(
            rows,
            {place_between(day, first, last): words for day, words in find_ticks(first, last).items()},
            alternative=f"Dots: {counted(total, 'article')} of {counted(len(outlets), 'outlet')}, {period}. "
            f"Most has {outlets[0]}: {days[outlets[0]].total()}.",
        ),
        heads=("Outlet", "Day", "Articles"),
        rows=tuple(
            (escape(outlet), _time(day), Markdown(str(days[outlet][day])))
            for outlet, day in [(outlet, day) for outlet in outlets for day in sorted(days[outlet])][
                :MAX_ROWS
            ]
        ),
    )


def count_days(page: Page, articles: Iterable[Article]) -> tuple[Days, int]:
    """Return the articles of each outlet by day, and how many have no day."""
    days: defaultdict[str, Counter[date]] = defaultdict(Counter)
    undated = 0
    for article in articles:
        day = page.press.days[article.id].day
        if day is None:
            undated += 1
        else:
            days[page.press.outlet(article) or UNNAMED][day] += 1
    return dict(days), undated


def _row(outlet: str, counts: Counter[date], first: date, last: date) -> Row:
    places: Counter[float] = Counter()
    for day, articles in counts.items():
        places[place_between(day, first, last)] += articles
    return Row(name=outlet, counts=places)


def _time(day: date) -> Markdown:
    return Markdown(f'<time datetime="{day.isoformat()}">{short_day(day)}</time>')


def _note(period: str, undated: int, not_drawn: int) -> str:
    told = [f"Articles, {period}."]
    if undated:
        told.append(f"Not drawn: {counted(undated, 'article')} without a date.")
    if not_drawn:
        told.append(f"{counted(not_drawn, 'more outlet')} in the table.")
    return " ".join(told)
