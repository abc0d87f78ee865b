"""The timeline and the list of sources of a site with years of stories: no page too long, nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from build_brief.model.briefing import Briefing, BriefingId, DatedStatement
from build_brief.model.dates import Period, Precision
from build_brief.model.edition import Edition
from build_brief.publish import publish
from build_brief.publish.pages.chapters import cut
from build_brief.publish.pages.chronicle import divide
from build_brief.publish.settings import SiteSettings
from tests.editions import bridge

HEAVIEST = 400_000
"""Bytes of a page in Markdown."""

LINK = re.compile(r"\]\(([^)#]+\.md)(?:#([^)]+))?\)")
SECTIONS = st.lists(st.tuples(st.integers(1900, 2100).map(str), st.lists(st.integers(), min_size=1)))


@given(SECTIONS, st.integers(1, 9))
def test_chapters_keep_every_line_in_its_order(sections: list[tuple[str, list[int]]], most: int) -> None:
    chapters = cut(sections, most=most)
    assert [line for chapter in chapters for _, lines in chapter.sections for line in lines] == [
        line for _, lines in sections for line in lines
    ]
    assert all(0 < chapter.length <= most for chapter in chapters)


def dated(line: DatedStatement, start: date, precision: Precision) -> DatedStatement:
    return replace(line, period=Period(start=start, end=start, precision=precision))


def long_timeline(lines: int) -> Edition:
    """Return the bridge with a line for every day of some years, and one for each whole year."""
    edition = bridge()
    model = edition.timeline[0]
    first = date(2022, 1, 1)
    days = [dated(model, first + timedelta(days=at), Precision.DAY) for at in range(lines)]
    years = [dated(model, date(year, 1, 1), Precision.YEAR) for year in (1961, 2022, 2023)]
    every = sorted([*days, *years], key=lambda line: line.period.start if line.period else first)
    return replace(edition, timeline=tuple(every))


def print_all(edition: Edition) -> dict[str, str]:
    site = publish(edition, settings=SiteSettings(title="Desk"))
    return {file.path: file.content.decode() for file in site.files if file.path.endswith(".md")}


def check_links(pages: dict[str, str], path: str) -> list[str]:
    """Return where the links of a page lead, each a page and a place on it that are there."""
    found = []
    for target, anchor in LINK.findall(pages[path]):
        parts = [*path.split("/")[:-1], *target.split("/")]
        while ".." in parts:
            at = parts.index("..")
            del parts[at - 1 : at + 1]
        page = "/".join(parts)
        assert page in pages, (path, target)
        places = (f"#{anchor} }}", f'id="{anchor}"')
        assert not anchor or any(place in pages[page] for place in places), (path, target, anchor)
        found.append(page)
    return found


def test_a_short_timeline_stands_on_one_page() -> None:
    pages = print_all(long_timeline(30))
    assert not [path for path in pages if path.startswith("timeline/")]
    assert "## January 2022" not in pages["timeline.md"]
    assert "## 2022 { #t-2 }" in pages["timeline.md"]


def test_a_long_timeline_has_a_page_for_each_stretch_of_time() -> None:
    pages = print_all(long_timeline(800))
    stretches = [path for path in pages if path.startswith("timeline/")]
    assert len(stretches) >= 3
    assert max(len(pages[path]) for path in (*stretches, "timeline.md")) < HEAVIEST
    days = Counter(day for path in stretches for day in re.findall(r'<time datetime="([^"]+)"', pages[path]))
    assert set(days.values()) == {1}
    assert len(days) == 803
    assert set(check_links(pages, "timeline.md")) >= set(stretches)
    assert "timeline.md" in check_links(pages, stretches[0])
    assert "[1961](" in pages["timeline.md"]
    assert "[January 2022](" in pages["timeline.md"]


def test_a_year_too_long_for_a_page_is_told_by_months_the_year_itself_first() -> None:
    headings = [heading for heading, _ in divide(long_timeline(400).timeline)]
    assert headings[:4] == ["1961", "2022", "January 2022", "February 2022"]
    assert headings[-1] == "2023"


def years_of_stories(stories: int) -> Edition:
    edition = bridge()
    (model,) = edition.briefings
    first = date(2025, 12, 28)

    def story(at: int) -> Briefing:
        day = replace(model.story.day, day=first - timedelta(days=5 * at), reason=None)
        id_ = BriefingId(f"briefings/story-{at:04}")
        return replace(model, id=id_, story=replace(model.story, day=day))

    return replace(edition, briefings=(model, *(story(at) for at in range(stories))))


def test_sources_of_many_stories_stand_on_pages_by_month() -> None:
    pages = print_all(years_of_stories(200))
    stretches = [path for path in pages if path.startswith("sources/")]
    assert len(stretches) >= 4
    stories = Counter(name for path in stretches for name in re.findall(r"#(story-\d+) }", pages[path]))
    assert len(stories) == 200
    assert set(stories.values()) == {1}
    assert set(check_links(pages, "sources.md")) >= set(stretches)
    assert "in 201 stories; 1 file left out." in pages["sources.md"]


def test_the_gaps_of_old_briefings_stand_on_their_own_pages_alone() -> None:
    edition = years_of_stories(40)
    told = [replace(briefing, gaps=("One source has no date.",)) for briefing in edition.briefings]
    page = print_all(replace(edition, briefings=tuple(told)))["verification.md"]
    assert page.count("One source has no date.") == 30
    assert "11 older briefings have theirs at the foot of the page." in page


def test_the_desk_leads_to_the_sites_of_other_years() -> None:
    years = (("2023", "../2023/index.html"), ("A <b>", 'https://x.example/?a="b&c'))
    site = publish(bridge(), settings=SiteSettings(title="Desk", other_sites=years))
    desk = next(file.content.decode() for file in site.files if file.path == "index.md")
    assert '<a href="../2023/index.html">2023</a>' in desk
    assert 'href="https://x.example/?a=&quot;b&amp;c">A &lt;b&gt;</a>' in desk
    assert "Other sites" not in print_all(bridge())["index.md"]


def test_sources_of_few_stories_stand_on_one_page() -> None:
    pages = print_all(years_of_stories(20))
    assert not [path for path in pages if path.startswith("sources/")]
    assert pages["sources.md"].count(" { #story-") == 20


def test_briefings_of_years_are_found_by_year_and_month() -> None:
    index = print_all(years_of_stories(400))["briefings/index.md"]
    assert index.count("**2025**") == index.count("**2021**") == 1
    assert "[December](all/t-december-2025.md#t-december-2025)" in index
    assert "[January](all/t-january-2022.md#t-january-2022)" in index


def test_a_page_shows_the_newest_hundred_of_whoever_is_everywhere() -> None:
    edition = bridge()
    at, entry = next((at, page) for at, page in enumerate(edition.entities) if page.quotes_by)
    crowded = replace(entry, quotes_by=entry.quotes_by[:1] * 250, appearances=entry.appearances[:1] * 150)
    entities = (*edition.entities[:at], crowded, *edition.entities[at + 1 :])
    page = print_all(replace(edition, entities=entities))[f"{entry.entity.id}.md"]
    assert "The newest 100 of 250 quotes." in page
    assert "The newest 100 of 150 briefings." in page
    assert page.count(f"]({'../' * 1}{entry.appearances[0].briefing}.md)") == 100
    before = print_all(edition)[f"{entry.entity.id}.md"]
    assert "The newest" not in before
