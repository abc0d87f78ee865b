"""Sentences made to stand alone, or left where they are."""

from __future__ import annotations

import pytest

from build_brief.compose.archive import open_archive
from build_brief.compose.sentences.statements import write_statement
from tests.dossiers import annotated, dossier


def written(marked: str, *, introduced: frozenset[str] = frozenset()) -> list[str | None]:
    """What becomes of each sentence of a marked text."""
    a = annotated(marked)
    archive = open_archive(dossier(a))
    statements = [write_statement(s.span, archive, introduced=introduced) for s in a.sentences]
    return [statement.text if statement else None for statement in statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{He > Ana Ruiz} opened the bridge.", "[Ana Ruiz] opened the bridge."),
        ("{Ruiz > Ana Ruiz} opened the bridge.", "[Ana] Ruiz opened the bridge."),
        ("{Wang > Wang Yi} opened the bridge.", "Wang [Yi] opened the bridge."),
        ("{HRW > Human Rights Watch @org} urged calm.", "[Human Rights Watch] urged calm."),
        ("But {she > Ana Ruiz} opened the bridge.", "[Ana Ruiz] opened the bridge."),
        ("But the ministry paid {her > Ana Ruiz} bill.", "[T]he ministry paid [Ana Ruiz's] bill."),
        ("Meanwhile {Peru > Peru @place} faces a strike.", "… Peru faces a strike."),
        ("{Ruiz > Ana Ruiz} also met farmers.", "[Ana] Ruiz … met farmers."),
        ("{Ana Ruiz > Ana Ruiz} said {she > Ana Ruiz} would go.", "Ana Ruiz said she would go."),
        (
            "In {her > Ana Ruiz} speech, {Ruiz > Ana Ruiz} thanked voters.",
            "In her speech, [Ana] Ruiz thanked voters.",
        ),
        ("{He > ?} opened the bridge.", None),
        ("{He > Ana Ruiz ~0.6} opened the bridge.", None),
        ("They opened the bridge.", None),
        ("It is not clear who opened the bridge.", "It is not clear who opened the bridge."),
        ("It opened in May.", None),
        ("This angered the ministry.", None),
        ("Nor did the ministry pay.", None),
        (
            "{Peru > Peru @place} told {Chile > Chile @place} the two countries should talk.",
            "Peru told Chile the two countries should talk.",
        ),
        ("Yet another storm hit the coast.", "Yet another storm hit the coast."),
        ("The bill known as {the Ruiz > ?} law was dropped.", "The bill known as the Ruiz law was dropped."),
        ("When did the bridge open?", None),
        (
            "Peru paid for the bridge, but also for the road.",
            "Peru paid for the bridge, but also for the road.",
        ),
    ],
)
def test_repairs(marked: str, expected: str | None) -> None:
    assert written(marked) == [expected]


def test_a_name_the_page_has_given_is_short_the_second_time() -> None:
    marked = "{Ana Ruiz > Ana Ruiz} won. {Ruiz > Ana Ruiz} lost again. {She > Ana Ruiz} left the hall."
    assert written(marked)[1:] == ["[Ana] Ruiz lost again.", "[Ana Ruiz] left the hall."]
    assert written(marked, introduced=frozenset({"Ana Ruiz"}))[1:] == [
        "Ruiz lost again.",
        "[Ruiz] left the hall.",
    ]


def test_a_surname_that_two_people_bear_is_always_whole_and_left_alone_once_both_are_named() -> None:
    marked = (
        "{Ana Ruiz > Ana Ruiz} met farmers in Lima. {Ruiz > Ana Ruiz} won the vote. "
        "{Leo Ruiz > Leo Ruiz} lost the vote. {Ruiz > Ana Ruiz} left the hall."
    )
    assert written(marked, introduced=frozenset({"Ana Ruiz"}))[1:] == [
        "[Ana] Ruiz won the vote.",
        "Leo Ruiz lost the vote.",
        None,
    ]


def test_a_bare_subject_leans_on_a_sentence_before_it_unless_there_is_none() -> None:
    assert written("The council met on Friday. The suspect was arrested.") == [
        "The council met on Friday.",
        None,
    ]


@pytest.mark.parametrize(
    "text", ["The two countries signed a treaty.", "Farmers on both sides of the river want to know why."]
)
def test_a_pair_that_another_sentence_named_leans_on_it(text: str) -> None:
    assert written(f"The council met on Friday. {text}")[1:] == [None]
