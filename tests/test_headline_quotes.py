"""What a headline says somebody said is found where the text prints it, apart from the statements."""

from __future__ import annotations

import pytest

from build_brief.analyse import analyse
from build_brief.model.annotations import AnnotatedArticle
from build_brief.read import read_bytes

BODY = """
Mayor Ana Ruiz spoke on Monday. The bridge has been shut since May.

“We will open it in June,” Ruiz said.
"""


def read(top: str) -> AnnotatedArticle:
    article = read_bytes((top + BODY).encode(), name="a.txt", report=[].append)
    assert article is not None
    return analyse(article)


@pytest.mark.parametrize(
    "top",
    [
        "Ruiz says the old bridge will open in June\n",
        "Title: Ruiz says the old bridge will open in June\n",
        "Title: Ruiz says the old bridge will open in June\n\nRuiz says the old bridge will open in June.\n",
    ],
)
def test_a_headline_says_who_said_what(top: str) -> None:
    found = read(top)
    (quote,) = found.headline_quotes
    assert [content.text for content in quote.contents] == ["the old bridge will open in June"]
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.name) == ("Ruiz", "Ana Ruiz")
    assert quote.contents[0].end <= found.article.paragraphs[0].start


def test_the_repeated_line_is_taken_before_the_header() -> None:
    top = "Title: Ruiz says the old bridge will open in June\n\nRuiz says the old bridge will open in June.\n"
    (quote,) = read(top).headline_quotes
    assert quote.contents[0].start > top.index("\n\n")


def test_a_headline_is_no_statement_of_the_article() -> None:
    found = read("Ruiz says the old bridge will open in June\n")
    assert [quote.contents[0].text for quote in found.quotes] == ["We will open it in June,"]


def test_an_article_without_a_headline_has_none_to_read() -> None:
    assert read("").headline_quotes == ()


def test_a_headline_in_two_lines_is_read_line_by_line() -> None:
    lines = ("Bridge to open in June", "Ruiz says repairs are done")
    top = "\n".join([f"Title: {' '.join(lines)}", "", *lines, ""])
    found = read(top)
    assert [quote.contents[0].text for quote in found.headline_quotes] == ["repairs are done"]
