"""A dateline without a year, in a story whose other article says which year it is."""

from __future__ import annotations

from datetime import date

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.article import ArticleId
from build_brief.model.dates import ArticleDay
from build_brief.read import read_bytes

WIRE = """\
NAIROBI, May 14 (Reuters) - The health minister on Wednesday ordered striking doctors back to work at the \
public hospitals of Kenya within 48 hours, a day after a court suspended the walkout.

Minister Grace Wanjiru said doctors who stayed away would be replaced. The union of the doctors will appeal.

The union and the minister are due to meet a mediator appointed by the court on May 20.
"""

PAPER = """\
Title: Striking doctors of Kenya told to return or lose their jobs
Date: {day}

Striking doctors of Kenya face dismissal if they fail to return to the public hospitals by Friday, Health \
Minister Grace Wanjiru said, a day after a court suspended the walkout.

The union of the doctors said the strike would go on, whatever the minister and the court said.
"""


def link_both(day: str) -> tuple[ArticleDay, list[str]]:
    """Return the day of the wire story, and the days of the timeline, beside a paper of `day`."""
    files = {"wire.txt": WIRE, "paper.txt": PAPER.format(day=day)}
    articles = [read_bytes(text.encode(), name=name, report=lambda _: None) for name, text in files.items()]
    dossier = link(analyse(article) for article in articles if article)
    periods = [f"{entry.period.start}/{entry.period.end}" for entry in dossier.timeline if entry.period]
    return dict(dossier.days)[ArticleId("wire.txt")], periods


def test_the_other_article_of_the_week_gives_the_year() -> None:
    found, _ = link_both("2025-05-15")
    assert found.day == date(2025, 5, 14)
    assert found.inferred_from is not None
    assert found.inferred_from.text == "May 14"
    assert found.reason is not None
    assert "is dated Thursday 15 May 2025, so it is Wednesday 14 May 2025" in found.reason


def test_an_article_of_the_day_before_gives_it_too() -> None:
    assert link_both("2025-05-13")[0].day == date(2025, 5, 14)


def test_what_is_due_lies_ahead_of_both() -> None:
    _, days = link_both("2025-05-15")
    assert "2025-05-20/2025-05-20" in days
    assert "2025-05-15/2025-05-16" in days
    assert not [day for day in days if day < "2025-05-13"]
