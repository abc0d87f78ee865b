"""Writing pages: only what changed, whole or not at all, never over an editor's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_brief.model.problems import NoticeKind, WriteError
from build_brief.model.site import Site, pack_file
from build_brief.writing import write_site
from build_brief.writing.files import replace_file
from tests.projects import contents, write


def test_pages_are_written_and_a_rebuild_touches_nothing(tmp_path: Path) -> None:
    assert write(tmp_path, index="a", people__ruiz="b") == []
    assert contents(tmp_path) == {"index.md": "a", "people/ruiz.md": "b"}
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    assert write(tmp_path, people__ruiz="b", index="a") == []
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_only_the_page_that_changed_is_touched(tmp_path: Path) -> None:
    write(tmp_path, index="a", people__ruiz="b")
    before = (tmp_path / "index.md").stat()
    write(tmp_path, index="a", people__ruiz="c")
    after = (tmp_path / "index.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert contents(tmp_path)["people/ruiz.md"] == "c"


def test_a_page_whose_source_is_gone_is_removed_with_its_folder(tmp_path: Path) -> None:
    write(tmp_path, index="a", people__ruiz="b")
    assert write(tmp_path, index="a") == []
    assert contents(tmp_path) == {"index.md": "a"}
    assert not (tmp_path / "people").exists()


def test_a_page_edited_by_hand_is_kept_and_named_every_time(tmp_path: Path) -> None:
    write(tmp_path, index="a", people__ruiz="b")
    (tmp_path / "people" / "ruiz.md").write_text("mine", encoding="utf-8")
    for _ in range(2):
        (notice,) = write(tmp_path, index="a2", people__ruiz="b2")
        assert (notice.kind, notice.path) == (NoticeKind.KEPT, "people/ruiz.md")
        assert "rename yours or undo the edit" in notice.cure
    assert contents(tmp_path) == {"index.md": "a2", "people/ruiz.md": "mine"}


def test_an_edit_that_is_undone_makes_the_page_ours_again(tmp_path: Path) -> None:
    write(tmp_path, index="a")
    (tmp_path / "index.md").write_text("mine", encoding="utf-8")
    write(tmp_path, index="a2")
    (tmp_path / "index.md").write_text("a", encoding="utf-8")
    assert write(tmp_path, index="a2") == []
    assert contents(tmp_path) == {"index.md": "a2"}


def test_an_edit_that_says_what_the_build_says_is_no_edit(tmp_path: Path) -> None:
    write(tmp_path, index="a")
    (tmp_path / "index.md").write_text("a2", encoding="utf-8")
    assert write(tmp_path, index="a2") == []
    assert write(tmp_path, index="a3") == []
    assert contents(tmp_path) == {"index.md": "a3"}


def test_a_page_deleted_by_hand_is_written_again(tmp_path: Path) -> None:
    write(tmp_path, index="a")
    (tmp_path / "index.md").unlink()
    assert write(tmp_path, index="a") == []
    assert contents(tmp_path) == {"index.md": "a"}


def test_an_editor_s_own_page_stays(tmp_path: Path) -> None:
    tmp_path.joinpath("about.md").write_text("mine", encoding="utf-8")
    tmp_path.joinpath("index.md").write_text("mine too", encoding="utf-8")
    (notice,) = write(tmp_path, index="a", people__ruiz="b")
    assert notice.path == "index.md"
    assert contents(tmp_path) == {"about.md": "mine", "index.md": "mine too", "people/ruiz.md": "b"}


def test_an_edited_page_whose_source_is_gone_is_kept_and_named(tmp_path: Path) -> None:
    write(tmp_path, index="a", people__ruiz="b")
    (tmp_path / "people" / "ruiz.md").write_text("mine", encoding="utf-8")
    for _ in range(2):
        (notice,) = write(tmp_path, index="a")
        assert (notice.kind, notice.path) == (NoticeKind.KEPT, "people/ruiz.md")
    assert contents(tmp_path)["people/ruiz.md"] == "mine"


def test_the_manifest_is_the_same_whatever_came_before(tmp_path: Path) -> None:
    write(tmp_path / "one", index="a", people__ruiz="b")
    write(tmp_path / "two", index="old", places__rome="c")
    write(tmp_path / "two", people__ruiz="b", index="a")
    name = ".build_brief.json"
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("text", ["{", "[]", '{"files": 3}', "<<<<<<< ours", '{"files": {"a": null}'])
def test_a_damaged_manifest_stops_the_build_before_it_writes(tmp_path: Path, text: str) -> None:
    write(tmp_path, index="a")
    (tmp_path / ".build_brief.json").write_text(text, encoding="utf-8")
    with pytest.raises(WriteError, match=r"\.build_brief\.json: is damaged"):
        write(tmp_path, index="b")
    assert contents(tmp_path) == {"index.md": "a"}


@pytest.mark.parametrize(
    "path", ["../out.md", "/out.md", "a/../../out.md", "a\\b.md", "", "a/.build_brief.json"]
)
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    docs = tmp_path / "docs"
    with pytest.raises(WriteError):
        write_site(Site(files=(pack_file(path, b"x"),)), docs, report=print)
    assert contents(tmp_path) == {}


def test_a_manifest_cannot_make_the_build_delete_outside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    docs.mkdir()
    digest = "0" * 64
    (docs / ".build_brief.json").write_text(json.dumps({"files": {"../mine.md": digest}}), encoding="utf-8")
    with pytest.raises(WriteError):
        write(docs, index="a")
    assert (tmp_path / "mine.md").exists()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    docs.mkdir()
    outside.mkdir()
    (docs / "people").symlink_to(outside, target_is_directory=True)
    with pytest.raises(WriteError):
        write(docs, people__ruiz="b")
    assert list(outside.iterdir()) == []


def test_a_failed_write_leaves_the_old_page_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    replace_file(file, b"old")

    def refuse(_old: Path, _new: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    assert file.read_bytes() == b"old"
