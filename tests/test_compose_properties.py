"""What holds for every statement of every edition."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.compose.pages.citations import find_cited
from build_brief.compose.sentences.faults import find_faults
from build_brief.link import link
from build_brief.model.edition import Edition
from build_brief.model.statements import Statement, Voice
from tests.builders import article
from tests.dossiers import annotated, dossier

VOCABULARY = """
But However, Meanwhile he she They it also the ministry council said told on Friday in 2015 “no , . ”
Ana Ruiz Leo Brandt Peru Chile will meet closed bridge — ( ) [x] <b> | `a` \u202e
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXT = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=8).map("\n".join)
MARKED = st.lists(
    st.sampled_from(
        [
            "{Ana Ruiz > Ana Ruiz} closed the bridge.",
            "But {she > Ana Ruiz} opened {her > Ana Ruiz} office on Friday.",
            "{Ruiz > Ana Ruiz} also met {Brandt > Leo Brandt} in 2015.",
            "However, {he > Leo Brandt ~0.5} left.",
            "Meanwhile {Brandt > Leo Brandt}, who spoke, thanked {him > ?}.",
            "In {his > Leo Brandt} view, {Brandt > Leo Brandt} won.",
        ]
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


def statements(part: object) -> list[Statement]:
    """Every statement of an edition, wherever it stands."""
    if isinstance(part, Statement):
        return [part]
    if isinstance(part, tuple):
        return [found for item in part for found in statements(item)]
    if type(part).__module__ in (
        "build_brief.model.briefing",
        "build_brief.model.edition",
    ) and not isinstance(part, str):
        names = [name for name in part.__slots__ if name != "dossier"]  # type: ignore[attr-defined]
        return [found for name in names for found in statements(getattr(part, name))]
    return []


def undo(statement: Statement) -> str:
    """The evidence, from the printed pieces and the words that each edit hides."""
    words = statement.evidence[0].text
    return "".join(text if edit is None else words[edit.start : edit.end] for text, edit in statement.pieces)


def check(edition: Edition) -> None:
    for statement in statements(edition):
        assert statement.evidence
        assert undo(statement) == statement.evidence[0].text
        if statement.voice is Voice.VERBATIM:
            assert all(edit.text == " … " or edit.start == 0 for edit in statement.edits)
    for briefing in edition.briefings:
        assert 0 < len(briefing.title.text) <= 64
        assert "?" not in briefing.title.text
        assert [source.number for source in briefing.sources] == list(range(1, len(briefing.sources) + 1))
    assert len({briefing.id for briefing in edition.briefings}) == len(edition.briefings)
    assert len({brief.slug for brief in edition.articles}) == len(edition.articles)


@settings(max_examples=60)
@given(st.lists(TEXT, min_size=1, max_size=3))
def test_any_text_gives_an_edition_whose_statements_can_be_undone(texts: list[str]) -> None:
    articles = [
        article(text, id=f"{number}.txt", published="2024-10-18")
        for number, text in enumerate(texts)
        if text.strip()
    ]
    check(compose(link(map(analyse, articles))))


@settings(max_examples=60)
@given(MARKED)
def test_repaired_statements_can_be_undone_and_have_no_faults(marked: str) -> None:
    edition = compose(dossier(annotated(marked, published="2024-10-18")))
    check(edition)
    for statement in edition.briefings[0].bottom_line + edition.briefings[0].summary:
        assert not find_faults(statement)


def test_what_is_cited_is_counted_once() -> None:
    edition = compose(
        dossier(annotated("{Ana Ruiz > Ana Ruiz} closed the old bridge at Port Adler on Friday."))
    )
    (briefing,) = edition.briefings
    assert [source.used for source in briefing.sources] == [(1,)]
    assert list(find_cited(briefing.bottom_line))
    assert edition.articles[0].cited == (1,)
