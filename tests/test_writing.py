"""Writing pages: only what changed, whole or not at all, never over an editor's work."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from build_brief.model.problems import BusyError, Notice, NoticeKind, WriteError
from build_brief.model.site import OutputFile, Site
from build_brief.writing import write_site
from build_brief.writing.files import TEMPORARY, replace_file
from build_brief.writing.folders import mirror
from build_brief.writing.lock import lock


def site(**pages: str) -> Site:
    files = [
        OutputFile(path=name.replace("__", "/") + ".md", content=text.encode())
        for name, text in pages.items()
    ]
    return Site(files=tuple(files))


def write(folder: Path, **pages: str) -> list[Notice]:
    notices: list[Notice] = []
    write_site(site(**pages), folder, report=notices.append)
    return notices


def contents(folder: Path) -> dict[str, str]:
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".")]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}


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
        write_site(Site(files=(OutputFile(path=path, content=b"x"),)), docs, report=print)
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


KILLED = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from build_brief.model.site import OutputFile, Site
    from build_brief.writing import write_site

    folder, moment = Path(sys.argv[1]), int(sys.argv[2])
    replace, count = Path.replace, 0

    def killed(old, new):
        global count
        if count == moment:
            os._exit(9)  # like a kill: nothing is tidied
        count += 1
        return replace(old, new)

    Path.replace = killed
    files = [OutputFile(path=f"{name}.md", content=b"new") for name in ("a", "b", "new/c")]
    write_site(Site(files=tuple(files)), folder, report=print)
""")


@pytest.mark.parametrize("moment", range(6))
def test_a_build_killed_at_any_moment_leaves_pages_old_or_new(tmp_path: Path, moment: int) -> None:
    write(tmp_path, a="old", b="old", gone__d="old")
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path, str(moment)], check=False)
    assert ended.returncode == (9 if moment < 5 else 0)
    found = contents(tmp_path)
    assert {found["a.md"], found["b.md"], found.get("new/c.md", "new")} <= {"old", "new"}
    # And the next build goes on, takes no half-done page for an editor's, and tidies up.
    assert write(tmp_path, a="newer", b="newer", new__c="newer") == []
    assert contents(tmp_path) == {"a.md": "newer", "b.md": "newer", "new/c.md": "newer"}
    assert not list(tmp_path.rglob(TEMPORARY))


def test_a_second_build_is_refused_and_the_first_one_s_end_frees_the_folder(tmp_path: Path) -> None:
    with (
        lock(tmp_path / "docs"), pytest.raises(BusyError, match="another build is writing to this folder"),
        lock(tmp_path / "docs"),
    ):
        pass
    with lock(tmp_path / "docs"):
        assert list((tmp_path / "docs").iterdir()) == []


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    script = "import os, sys; from pathlib import Path; from build_brief.writing.lock import lock\n"
    script += "with lock(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    build = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with build:
        assert build.stdout
        assert build.stdout.readline() == b"held\n"
        with pytest.raises(BusyError), lock(tmp_path):
            pass
        build.kill()
    with lock(tmp_path):
        pass


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., Path]:
    def make(name: str, **files: str) -> Path:
        for path, text in files.items():
            replace_file(tmp_path / name / path.replace("__", "/"), text.encode())
        return tmp_path / name

    return make


def test_a_folder_is_mirrored_without_touching_what_is_the_same(tree: Callable[..., Path]) -> None:
    old = tree("old", same="1", changed="2", gone__deep="3", **{".hidden": "4"})
    new = tree("new", same="1", changed="two", added__deep="5")
    before = (old / "same").stat().st_ino
    mirror(new, old)
    assert contents(old) == {"same": "1", "changed": "two", "added/deep": "5"}
    assert (old / "same").stat().st_ino == before
    assert (old / ".hidden").exists()
    assert not (old / "gone").exists()


def test_a_file_may_take_the_place_of_a_folder(tree: Callable[..., Path]) -> None:
    old, new = tree("old", a__b="1", c="2"), tree("new", a="3", c__d="4")
    mirror(new, old)
    assert contents(old) == {"a": "3", "c/d": "4"}
