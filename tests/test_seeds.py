"""What a careful analyst reads out of the two articles in sources/, and what the program finds there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.link import link
from build_brief.model.dossier import AttributedQuote, Dossier, EntityKind
from build_brief.model.edition import Edition
from build_brief.read import read_folder

SOURCES = Path(__file__).parent.parent / "sources"
A, B = "000_3adf1e1087223416.txt", "002_231c8ff7099220b1.txt"


class Row(NamedTuple):
    article: str
    paragraph: int
    words: str
    speaker: str
    """How the speaker's name, or the source's own words for the speaker, must end."""


ROWS = (
    Row(A, 1, "new starting point.", "Beijing"),
    Row(A, 3, "now stand at a new starting point,", "Wang Yi"),
    Row(A, 4, "Competition among major powers should not be the backdrop of this era.", "Wang Yi"),
    Row(A, 5, "always put its national interests and national security first.", "David Lammy"),
    Row(A, 6, "show that countries such as ours", "David Lammy"),
    Row(A, 8, "the current needs of the bilateral relationship.", "Wang Yi"),
    Row(A, 10, "necessary to support U.K. and global interests", "David Lammy"),
    Row(A, 11, "the talks would focus on improving cooperation in various fields", "Mao Ning"),
    Row(A, 15, "clear-eyed", "Labour administration"),
    Row(A, 17, "accounting for 5% of total trade", "British government figures"),
    Row(B, 1, "constructively", "David Lammy"),
    Row(B, 2, "challenge", "London"),
    Row(B, 3, "always put its national security and national interests first", "David Lammy"),
    Row(B, 4, "areas in which we have different perspectives", "David Lammy"),
    Row(B, 5, "find space to discuss such areas constructively", "David Lammy"),
    Row(B, 6, "Neither of us has an interest in escalation", "David Lammy"),
    Row(B, 10, "urge China to stop its political and economic support", "Lammy’s office"),
    Row(B, 11, "it is a neutral party", "China"),
    Row(B, 12, "boost strategic mutual trust", "foreign ministry"),
    Row(B, 14, "Golden Age", "David Cameron"),
    Row(B, 17, "very centre", "Human Rights Watch"),
    Row(B, 18, "David Lammy came to office promising", "Maya Wang"),
    Row(B, 19, "A visit to China, a country that regularly seeks", "Maya Wang"),
    Row(B, 23, "the legislation has eroded special freedoms", "London"),
    Row(B, 23, "it restored stability in the city", "China"),
    Row(B, 24, "stop interfering", "Beijing"),
)


@cache
def read_seeds() -> Edition:
    notices: list[object] = []
    articles = read_folder(SOURCES, report=notices.append)
    assert not notices
    return compose(link(map(analyse, articles)))


def seeds() -> Dossier:
    return read_seeds().dossier


def find_quotes(row: Row) -> list[AttributedQuote]:
    return [
        quote
        for quote in seeds().quotes
        if quote.quote.contents[0].article.id == row.article
        and any(
            content.paragraph.number == row.paragraph and row.words in content.text
            for content in quote.quote.contents
        )
    ]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.words[:40]}" for row in ROWS])
def test_each_statement_has_its_speaker(row: Row) -> None:
    quotes = find_quotes(row)
    assert quotes, "not found"
    assert [quote for quote in quotes if quote.speaker_name.endswith(row.speaker)]


def test_no_other_speaker_is_named_for_them() -> None:
    known = {(row.article, row.paragraph, row.words): row for row in ROWS}
    wrong = [
        (row.words, quote.speaker_name)
        for row in known.values()
        for quote in find_quotes(row)
        if quote.speaker_name and not quote.speaker_name.endswith(row.speaker)
    ]
    assert wrong == []


def test_one_story_with_two_sources() -> None:
    (story,) = seeds().stories
    assert story.articles == (A, B)
    assert len(story.origins) == 2


def test_the_second_article_s_day_is_inferred_and_says_from_what() -> None:
    days = dict(seeds().days)
    assert str(days[A].day) == "2024-10-18"
    assert days[A].reason is None
    assert str(days[B].day) == "2024-10-18"
    assert days[B].reason
    assert days[B].inferred_from


def test_the_two_people_called_wang_never_meet() -> None:
    people = {person.name: person for person in seeds().entities if person.kind is EntityKind.PERSON}
    yi, maya = people["Wang Yi"], people["Maya Wang"]
    assert {mention.span.paragraph.number for mention in maya.mentions} <= {18, 19}
    assert {mention.span.article.id for mention in maya.mentions} == {B}
    assert not {mention.span.place for mention in yi.mentions} & {
        mention.span.place for mention in maya.mentions
    }
    assert not [m for m in yi.mentions if m.span.article.id == B and m.span.paragraph.number > 12]


def test_people_organisations_and_places() -> None:
    names = {kind: {e.name for e in seeds().entities if e.kind is kind} for kind in EntityKind}
    assert names[EntityKind.PERSON] == {
        "David Cameron",
        "David Lammy",
        "Ding Xuexiang",
        "Keir Starmer",
        "Mao Ning",
        "Maya Wang",
        "Wang Yi",
    }
    assert names[EntityKind.ORGANISATION] == {
        "Chinese Foreign Ministry",
        "Communist Party",
        "European Union",
        "Human Rights Watch",
        "Labour government",
        "Reuters",
    }
    assert names[EntityKind.PLACE] == {
        "Beijing",
        "China",
        "Diaoyutai State Guesthouse",
        "Europe",
        "Hong Kong",
        "London",
        "Moscow",
        "Russia",
        "Shanghai",
        "Ukraine",
        "United Kingdom",
        "United States",
    }


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Wang Yi", "places/china"),
        ("Mao Ning", "places/china"),
        ("Ding Xuexiang", "places/china"),
        ("David Lammy", "places/united-kingdom"),
        ("David Cameron", None),
        ("Maya Wang", "organisations/human-rights-watch"),
        ("Beijing", "places/china"),
        ("London", "places/united-kingdom"),
        ("Chinese Foreign Ministry", "places/china"),
        ("Labour government", "places/united-kingdom"),
    ],
)
def test_who_speaks_for_whom(name: str, side: str | None) -> None:
    (entity,) = [entity for entity in seeds().entities if entity.name == name]
    assert entity.side == side


def test_the_same_words_worded_twice_are_one_utterance() -> None:
    (cluster,) = [
        cluster
        for cluster in seeds().clusters
        if any("always put its" in content.text for content in cluster.fullest.quote.contents)
    ]
    told_by = {q.quote.contents[0].article.id for q in (cluster.fullest, *cluster.variants)}
    assert told_by == {A, B}


@pytest.mark.parametrize(
    "words", ["Ukraine", "Hong Kong", "uman rights", "spionage", "rade", "limate"], ids=str
)
def test_the_issues_are_found(words: str) -> None:
    (briefing,) = read_seeds().briefings
    assert [section for section in briefing.issues if words in section.issue.label]


@pytest.mark.parametrize("words", ["restored stability", "eroded special freedoms"], ids=str)
def test_both_sides_stand_under_what_divides_them(words: str) -> None:
    (briefing,) = read_seeds().briefings
    (section,) = [section for section in briefing.issues if "Hong Kong" in section.issue.label]
    assert [line for line in section.lines if words in line.statement.text]


@pytest.mark.parametrize("year", ["1997", "2015", "2020"])
def test_the_background_holds(year: str) -> None:
    (briefing,) = read_seeds().briefings
    assert [line for line in briefing.background if year in line.statement.text]


def test_the_utterance_worded_twice_is_one_key_quote_with_both_wordings() -> None:
    (briefing,) = read_seeds().briefings
    (key,) = [key for key in briefing.key_quotes if "always put its national" in key.statement.text]
    wordings = [quote.quote.contents[0].article.id for quote in (key.cluster.fullest, *key.cluster.variants)]
    assert sorted(wordings) == [A, B]


def test_every_speaker_of_a_key_quote_is_sure() -> None:
    (briefing,) = read_seeds().briefings
    assert 3 <= len(briefing.key_quotes) <= 6
    assert not [key for key in briefing.key_quotes if key.cluster.fullest.doubtful]
