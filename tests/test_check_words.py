"""Whether words stand in a source, as the check compares them."""

from __future__ import annotations

import pytest

from build_brief.check.words import stand_in, visible

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


def test_visible_is_what_a_page_can_show() -> None:
    assert visible(" a\n\n b\t\x00\ud800 ") == "a b \ufffd\ufffd"


def test_words_are_found_in_a_megabyte() -> None:
    text = "ab " * 350_000
    assert stand_in(["ab ab"] * 1000, text)
    assert not stand_in(["b ab"], text)
