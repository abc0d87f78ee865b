"""What a reporter gives of somebody's words: a clause that says something, or a piece of one."""

from __future__ import annotations

import pytest

from build_brief.compose.sentences.kinds.clauses import is_claim


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("the law has eroded the freedoms of the town", True),
        ("it restored calm in the harbour", True),
        ("the harbour was closed to those who fish", True),
        ("counter-measures that the town would take next month", False),
        ("the main opinion in a case that set the stage for the quarrel", False),
        ("to comment on the story", False),
    ],
)
def test_a_claim_has_its_verb_before_any_relative_clause(text: str, claims: bool) -> None:  # noqa: FBT001
    assert is_claim(text) is claims
