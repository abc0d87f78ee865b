"""A role goes into a bracket before a name only whole, and not that of a candidate."""

from __future__ import annotations

import pytest

from build_brief.analyse import analyse
from build_brief.compose.archive.name_titles import find_name_titles
from tests.builders import article


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Harbour Commissioner Edda Rowe was for the ferries.", "Harbour Commissioner"),
        ("President Jonas Berg and Harbour Commissioner Edda Rowe met in Corm.", "Harbour Commissioner"),
        ("The Trade and Harbour Commissioner Edda Rowe was for the ferries.", None),
        ("In spring candidate Edda Rowe was for the ferries.", None),
    ],
)
def test_the_role_is_taken_whole(sentence: str, role: str | None) -> None:
    annotated = analyse(article(sentence))
    titles = {name: title for (_, name), title in find_name_titles([annotated]).items()}
    assert titles.get("Edda Rowe") == role
