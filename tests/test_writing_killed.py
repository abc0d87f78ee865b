"""Builds that are killed, builds at the same time, and the folder that takes the site over."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from build_brief.model.problems import BusyError
from build_brief.writing.files import TEMPORARY, replace_file
from build_brief.writing.folders import mirror
from build_brief.writing.lock import lock
from tests.projects import contents, write

KILLED = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from build_brief.model.site import Site, pack_file
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
    files = [pack_file(f"{name}.md", b"new") for name in ("a", "b", "new/c")]
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
        lock(tmp_path / "docs"),
        pytest.raises(BusyError, match="another build is writing to this folder"),
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


def test_a_folder_is_known_for_ours_from_its_first_file_on(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = Path.replace

    def watch(old: Path, new: Path) -> Path:
        moved.append(new.name)
        return replace(old, new)

    new = tree("new", **{"a": "1", "sitemap.xml": "2"})
    monkeypatch.setattr(Path, "replace", watch)
    mirror(new, new.parent / "site", first="sitemap.xml")
    assert moved == ["sitemap.xml", "a"]


def test_a_file_may_take_the_place_of_a_folder(tree: Callable[..., Path]) -> None:
    old, new = tree("old", a__b="1", c="2"), tree("new", a="3", c__d="4")
    mirror(new, old)
    assert contents(old) == {"a": "3", "c/d": "4"}
