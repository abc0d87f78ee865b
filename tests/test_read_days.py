"""Days as newspapers print them."""

from __future__ import annotations

from datetime import date

import pytest

from build_brief.read.days import find_day, read_yearless_day

THE_DAY = date(2024, 10, 18)


@pytest.mark.parametrize(
    "words",
    [
        "2024-10-18",
        "2024-10-18T08:30:00+02:00",
        "2024-10-18 08:30:00.123456",
        "2024/10/18",
        "20241018",
        "18.10.2024",
        "18/10/2024",
        "10/18/2024",
        "18-Oct-2024",
        "18 OCT 2024",
        "October 18th, 2024",
        "Oct. 18, 2024 at 8:30 a.m. EDT",
        "3:04 PM EDT Oct 18, 2024",
        "14:05 BST, 18 October 2024",
        "18 October 2024 • 6:00am",
        "Fri 18 Oct 2024 14.05 BST",
        "Friday, 18th October, 2024",
        "Fri, 18 Oct 2024 08:30:00 GMT",
        "Friday Oct 18 2024 10:00",
    ],
)
def test_a_day_in_the_usual_forms(words: str) -> None:
    found = find_day(words)
    assert found
    assert found.day == THE_DAY
    assert words[found.end :] == ""


@pytest.mark.parametrize("words", ["04/05/2024", "10/11/2024", "1-2-2024"])
def test_a_day_that_may_be_two_is_never_guessed(words: str) -> None:
    found = find_day(words)
    assert found
    assert found.day is None
    assert found.ambiguous


def test_a_day_that_is_the_same_either_way_is_no_riddle() -> None:
    found = find_day("4/4/2024")
    assert found
    assert found.day == date(2024, 4, 4)


@pytest.mark.parametrize("words", ["October 2024", "2024", "Octo 18 2024", "2024-10-181", "May Day", ""])
def test_what_is_no_day(words: str) -> None:
    assert find_day(words) is None


@pytest.mark.parametrize("words", ["31 February 2024", "2024-13-01", "0000-00-00"])
def test_a_day_that_no_calendar_has(words: str) -> None:
    found = find_day(words)
    assert found is None or found.day is None


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("Oct. 18", date(2024, 10, 20), THE_DAY),
        ("18 October", date(2024, 10, 17), THE_DAY),
        ("Dec. 31", date(2025, 1, 1), date(2024, 12, 31)),
        ("Feb. 29", date(2024, 3, 1), date(2024, 2, 29)),
        ("Oct. 18, 2024", None, THE_DAY),
        ("Oct. 18", None, None),
        ("Feb. 30", date(2024, 3, 1), None),
    ],
)
def test_a_dateline_takes_its_year_from_the_day_of_publication(
    words: str, published: date | None, day: date | None
) -> None:
    assert read_yearless_day(words, published) == day
