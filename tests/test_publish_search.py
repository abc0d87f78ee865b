"""The search of a large site: every word can be found in its pieces, and nothing in them runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_brief.publish.machines.search_pieces import WORD, cut_index, fold, name_of, write_pieces
from build_brief.publish.machines.searching import cut_for_search

ENTRIES = [
    {"location": "b.html", "title": "Bridge", "text": "<p>Fishers &amp; traders</p>", "boost": 4},
    {"location": "a.html", "title": "Elephant", "text": ""},
    {"location": "b.html#one", "title": "One", "text": "<p>A bridge, a bridge &lt;/script&gt;</p>"},
    {"location": "a.html#p1", "title": "Paragraph 1", "text": "<p>Łódź Erdoğan وزارة 交通</p>"},
]
CALL = re.compile(r"buildBriefSearch\.(\w+)\((.*)\);\n")


def read(entries: list[dict[str, object]]) -> dict[str, list[object]]:
    found = {}
    for piece in cut_index(entries):
        (call,) = CALL.findall(piece.content.decode("ascii"))
        found[piece.path.rpartition("/")[2]] = json.loads(f"[{call[1]}]")
    return found


def unpack(packed: str) -> list[tuple[int, int]]:
    places, number = [], 0
    for distance, weight in re.findall(r"([0-9a-z]+)([A-Z])", packed):
        number += int(distance, 36)
        places.append((number, ord(weight) - ord("A") + 1))
    return places


def test_entries_of_a_page_stand_together_and_the_page_keeps_its_weight() -> None:
    pieces = read(ENTRIES)
    assert pieces["pages.js"] == [4, [[0, 4.0], [2, 1.0]], 4]
    _, entries = pieces["e-0.js"]
    assert [entry[0] for entry in entries] == ["b.html", "b.html#one", "a.html", "a.html#p1"]  # type: ignore[attr-defined]
    assert entries[0][2] == "Fishers & traders"  # type: ignore[index]


def test_a_title_weighs_more_than_a_text() -> None:
    _, words = read(ENTRIES)["w-br.js"]
    assert unpack(words["bridge"]) == [(0, 20), (1, 2)]  # type: ignore[index]


def test_words_of_every_script_are_found_without_their_marks() -> None:
    pieces = read(ENTRIES)
    assert "erdogan" in pieces["w-er.js"][1]  # type: ignore[operator]
    assert "وزارة" in pieces[f"w-{name_of('وزارة')}.js"][1]  # type: ignore[operator]
    assert fold("Éclair") == "eclair"


def test_nothing_in_a_piece_ends_a_script() -> None:
    assert not [piece.path for piece in cut_index(ENTRIES) if b"<" in piece.content]


@given(st.lists(st.text(max_size=60), min_size=1, max_size=40))
def test_every_word_leads_to_its_entry(texts: list[str]) -> None:
    entries: list[dict[str, object]] = [
        {"location": f"{n}.html", "title": "", "text": text.replace("&", "").replace("<", "")}
        for n, text in enumerate(texts)
    ]
    pieces = read(entries)
    for number, entry in enumerate(entries):
        for word in WORD.findall(fold(" ".join(str(entry["text"]).split()))):
            words = pieces[f"w-{name_of(word)}.js"][1]
            assert number in dict(unpack(words[word]))  # type: ignore[index]


@pytest.mark.parametrize(("most", "whole"), [(10_000, True), (10, False)])
def test_only_a_large_index_is_cut(tmp_path: Path, most: int, whole: bool) -> None:  # noqa: FBT001
    file = tmp_path / "search" / "search_index.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": ENTRIES}), encoding="utf-8")
    write_pieces(tmp_path, most=most)
    index = json.loads(file.read_text(encoding="utf-8"))
    assert index == {"config": {"lang": ["en"]}, "docs": ENTRIES if whole else []}
    assert (tmp_path / "search" / "pieces").exists() is not whole


def test_a_paragraph_is_a_place_of_its_own_to_the_search() -> None:
    page = (
        '<p class="crumbs"><a href="x">Articles</a></p><h1 id="page">A</h1>'
        '<p class="paragraph body" id="p3" dir="auto">Words<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>'
        '<p class="gap">1 paragraph not shown</p><table><thead><tr><th>Who</th></tr></thead></table>'
    )
    assert cut_for_search(page) == (
        '<h2 id="p3">Paragraph 3</h2><p class="paragraph body" dir="auto">Words</p><table></table>'
    )


def test_under_the_title_of_a_briefing_the_search_shows_its_bottom_line() -> None:
    page = (
        '<h1 id="page">A</h1><div class="facts story"><ul><li>Friday</li></ul></div>'
        '<div class="bottom-line"><h2 id="bottom-line">Bottom line</h2><p>The bridge closes.</p></div>'
        '<h2 id="summary">Summary</h2><div class="facts"><ul><li>also: Ruiz</li></ul></div>'
    )
    assert cut_for_search(page) == (
        '<div class="bottom-line"><p>The bridge closes.</p></div>'
        '<h2 id="summary">Summary</h2><div class="facts"><ul><li>also: Ruiz</li></ul></div>'
    )
