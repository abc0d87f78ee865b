"""Days that expressions mean: whatever the words and the day of writing, nothing raises."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from build_brief.language import date_expressions
from build_brief.language.date_expressions import RULES, find_datings
from build_brief.language.date_stems import find_stems
from build_brief.language.dates import describe_day, resolve_period
from build_brief.model.dates import Precision, Tense

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
WORDS = st.sampled_from(
    [
        "on",
        "in",
        "by",
        "until",
        "since",
        "the",
        "last",
        "next",
        "this",
        "earlier",
        "later",
        "end",
        "of",
        "year",
        "month",
        "week",
        "Friday",
        "May",
        "July",
        "18",
        "2015",
        "Oct.",
        "1990s",
        "summer",
        "six",
        "years",
        "ago",
        "past",
        "decade",
        "today",
        "yesterday",
        "weekend",
        "’",
        ",",
        "-",
        "“",
        "31",
        "30",
        "29",
        "February",
        "first",
        "to",
        "1984-05-06",
        "night",
        "the day after tomorrow",
        "evening",
        "weeks",
        "coming",
        "beginning",
        "months",
        "spring",
        "autumn",
    ]
)
SENTENCES = st.lists(WORDS, max_size=12).map(" ".join)


@given(SENTENCES, DAYS, st.sampled_from(Tense))
def test_a_period_ends_after_it_begins(sentence: str, written_on: date, tense: Tense) -> None:
    for dating in find_datings(sentence, 0, len(sentence)):
        period = resolve_period(dating.expression, tense, written_on)
        if period is not None:
            assert period.start <= period.end
            assert (period.precision is not Precision.DAY) or period.start == period.end


@given(SENTENCES)
def test_expressions_stand_in_order_and_apart(sentence: str) -> None:
    datings = find_datings(sentence, 0, len(sentence))
    ends = [0]
    for dating in datings:
        assert ends[-1] <= dating.start < dating.end <= len(sentence)
        ends.append(dating.end)


@given(SENTENCES)
def test_no_rule_is_left_out_that_would_find_something(sentence: str) -> None:
    printed = (sentence, sentence.upper(), sentence.title(), sentence.replace(" ", "\n"))
    for words in printed:
        chosen = date_expressions._choose_rules(find_stems(words, 0, len(words), date_expressions.STEMS))
        assert [rule for rule in RULES if rule.pattern.search(words) and rule not in chosen] == []


@given(DAYS)
def test_a_weekday_in_the_past_is_within_a_week(written_on: date) -> None:
    (dating,) = find_datings("on Friday", 0, 9)
    period = resolve_period(dating.expression, Tense.PAST, written_on)
    if period is not None:
        assert 0 <= (written_on - period.start).days < 7
        assert period.start.weekday() == 4


def test_a_day_is_described_in_english() -> None:
    assert describe_day(date(2024, 10, 18)) == "Friday 18 October 2024"
