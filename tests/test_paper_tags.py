"""What PDF/UA asks of a PDF, read from its tags: the typesetter checks its parts, a book is joined by us."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from build_brief.publish.paper.joining import join, read_part
from tests.editions import bridge
from tests.paper import book_document, briefing_document, complaints_about, read, set_document

Tree: TypeAlias = Any
"""A PDF as its reader gives it, without types."""

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(scope="module", params=["briefing", "book"])
def reader(request: pytest.FixtureRequest) -> Tree:
    document = briefing_document(bridge()) if request.param == "briefing" else book_document(bridge())
    return read(set_document(document))


def elements(reader: Tree) -> Iterator[Any]:
    """Give every tag in the order in which it is read."""
    waiting: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        kid = waiting.pop().get_object()
        if isinstance(kid, ArrayObject):
            waiting += reversed(kid)
        elif isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid
            waiting += [kid["/K"]] if "/K" in kid else []


def test_the_document_says_what_it_is(reader: Tree) -> None:
    root = reader.trailer["/Root"]
    assert str(root["/Lang"]).startswith("en")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_all_tags_hang_from_one_document(reader: Tree) -> None:
    first, *others = elements(reader)
    assert first["/S"] == "/Document"
    assert "/Document" not in [tag["/S"] for tag in others]
    for tag in elements(reader):
        for kid in tag.get("/K", ()) if isinstance(tag.get("/K"), ArrayObject) else ():
            below = kid.get_object()
            if isinstance(below, DictionaryObject) and "/S" in below:
                assert below["/P"].get_object() == tag


def test_no_heading_skips_a_level(reader: Tree) -> None:
    levels = [int(tag["/S"][2:]) for tag in elements(reader) if tag["/S"][1:] in HEADINGS]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_pictures_are_told_in_words(reader: Tree) -> None:
    assert all(tag.get("/Alt") for tag in elements(reader) if tag["/S"] == "/Figure")


def test_links_are_told_in_words_and_stand_among_the_tags(reader: Tree) -> None:
    parents = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = {int(key): value for key, value in zip(parents[::2], parents[1::2], strict=True)}
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    assert links
    assert all(link["/Contents"] for link in links)
    owners = [keys[int(link["/StructParent"])].get_object()["/S"] for link in links]
    assert set(owners) <= {"/Link", "/Reference"}


def test_every_page_finds_its_tags(reader: Tree) -> None:
    parents = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys = {int(key): value for key, value in zip(parents[::2], parents[1::2], strict=True)}
    assert sorted(keys) == list(range(len(keys)))
    for page in reader.pages:
        assert page["/Tabs"] == "/S"
        if "/StructParents" in page:
            owners = keys[int(page["/StructParents"])].get_object()
            pages = {owner.get_object().get("/Pg", page.indirect_reference) for owner in owners}
            assert page.indirect_reference in pages


def test_notes_are_lists_with_their_numbers(reader: Tree) -> None:
    kinds = [str(tag["/S"]) for tag in elements(reader)]
    assert kinds.count("/LI") == kinds.count("/LBody") > 0
    assert "/Lbl" in kinds


def test_parts_become_one_file(tmp_path: Path) -> None:
    one = set_document(briefing_document(bridge()))
    other = set_document(briefing_document(bridge(headline="Title (with 7 0 R \\) in it")))
    joined = join([one, other], mark="nothing", height=842)
    assert complaints_about(joined, tmp_path) == ""
    reader = read(joined)
    assert len(reader.pages) == len(read(one).pages) + len(read(other).pages)
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert titles == ["Harbour bridge to close for a year", "Title (with 7 0 R \\) in it"]
    text = [page.extract_text() for page in (*read(one).pages, *read(other).pages)]
    assert [page.extract_text() for page in reader.pages] == text


def test_what_is_not_understood_is_not_joined() -> None:
    with pytest.raises(ValueError, match="table"):
        read_part(b"%PDF-1.7\nstartxref\n0\n%%EOF")
