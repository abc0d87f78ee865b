"""Things called by a bare “the”: which of them a sentence introduces itself."""

from __future__ import annotations

import pytest

from build_brief.compose.sentences.leaning.things import find_things


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fishermen applauded the decision.", 1),
        ("Fishermen read the letter and the report.", 2),
        ("A letter arrived on Monday, and the mayor burned the letter.", 0),
        ("Critics of a bill on fishing said the measure would ruin them.", 0),
        ("The council sued the harbour in May and lost the suit.", 0),
        ("In May Otieno Fisheries said the company would close.", 0),
        ("Last year the company closed.", 1),
        ("The ads ran on Monday.", 1),
        ("The arson charge was dropped.", 1),
        ("Arson is why the arson charge was made.", 0),
        ("An ad was bought, and the ads ran on Monday.", 0),
        ("The mayor praised the report on fish.", 0),
        ("The mayor praised the report of the auditors.", 0),
        ("The mayor spoke on the campaign trail.", 0),
        ("The singer thanked fans of •••• in the video.", 0),
    ],
)
def test_things_that_another_sentence_told(text: str, count: int) -> None:
    assert len(find_things(text)) == count
