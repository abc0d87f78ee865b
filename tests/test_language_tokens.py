"""Tokens are cut alike however a paragraph is read: in one go or sentence by sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_brief.analyse.sentences import find_sentences
from build_brief.language.token_memory import recall_passage
from build_brief.language.tokens import find_tokens
from tests.builders import article

PRINTED = (
    "The mayor said in the U.S. Mr. Inc. Jan. Ana Ruiz J. I X Co-op. A. No. it’s five. 5. 5 Dr etc. p.m. "
    "“Yes.” “No,” up? so! … ."
)


@given(st.lists(st.sampled_from(PRINTED.split()), min_size=1, max_size=14).map(" ".join))
def test_a_passage_has_the_tokens_of_its_text(text: str) -> None:
    limits = [(sentence.span.start, sentence.span.end) for sentence in find_sentences(article(text))]
    assert recall_passage(text, limits) == find_tokens(text, *(limits[0][0], limits[-1][1]))
