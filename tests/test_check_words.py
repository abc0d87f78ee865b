"""Whether words stand in a source, as the check compares them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_brief.check.pages import read_page
from build_brief.check.words import stand_in, visible
from build_brief.config import read_config
from build_brief.mkdocs.site import load_renderer
from build_brief.publish.wording.escape import escape

ROOT = Path(__file__).parent.parent

SOURCE = "He is not guilty, the court said.\nIt was unlawful\u00a0in  part\x07."


@pytest.mark.parametrize(
    ("pieces", "holds"),
    [
        (["He is not guilty,"], True),
        (["He is", "guilty"], True),
        (["guilty", "He is"], False),
        (["He is guilty"], False),
        (["lawful"], False),
        (["unlaw"], False),
        (["court said. It was"], True),
        (["unlawful in"], False),  # a no-break space is a character of the text
        (["unlawful\u00a0in part\ufffd."], True),
        (["he is not guilty"], False),
        ([], True),
    ],
)
def test_words_stand_in_a_source(pieces: list[str], holds: bool) -> None:  # noqa: FBT001
    assert stand_in(pieces, SOURCE) is holds


def test_a_capital_put_in_belongs_to_its_word() -> None:
    repaired = '<ins class="bracket">[I]</ins>t was'
    page = f'<p><span class="statement" data-article="a" data-paragraph="1">{repaired}</span></p>'
    (passage,) = read_page("x.html", page).passages
    assert passage.pieces == ("it was",)
    assert stand_in(passage.pieces, "But it was unlawful.")
    assert not stand_in(passage.pieces, "But that was unlawful.")


def test_visible_is_what_a_page_can_show() -> None:
    assert visible(" a\n\n b\t\x00\ud800 ") == "a b \ufffd\ufffd"


def test_words_are_found_in_a_megabyte() -> None:
    text = "ab " * 350_000
    assert stand_in(["ab ab"] * 1000, text)
    assert not stand_in(["b ab"], text)


@pytest.fixture(scope="module")
def render() -> Callable[[str], str]:
    return load_renderer(read_config(ROOT))


SYNTAX = (
    "[^1]",
    "**",
    "{: #id }",
    "<script>",
    "&amp;",
    "&#1;",
    "{{ x }}",
    "![a](b)",
    "\n\n",
    "\x02",
    "\u202e",
    "\u2028",
)


@settings(max_examples=150)
@given(st.lists(st.one_of(st.text(max_size=8), st.sampled_from(SYNTAX)), max_size=8).map("".join))
def test_words_of_a_page_are_read_as_they_were_written(render: Callable[[str], str], text: str) -> None:
    words = f'<q class="verbatim" data-article="a.txt" data-paragraph="2">{escape(text)}</q>'
    page = f"“{words}”[^1]\n\n[^1]: Note.\n"
    (passage,) = read_page("x.md", render(page)).passages
    assert [visible(piece) for piece in passage.pieces] == ([visible(text)] if visible(text) else [])
    assert stand_in(passage.pieces, text)
