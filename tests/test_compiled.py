"""Compiled modules find what their source finds, and are taken only while that is what they are made of."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from build_brief.compiled import (
    FOLDER,
    LIBRARY,
    PURE,
    RECORD,
    ROOT,
    SUFFIX,
    CompiledModules,
    digest_source,
    write_record,
)

PROJECT = ROOT.parent
COMPILE = "scripts/compile_modules.py"
PART = ("build_brief.analyse.quotes.claims.alone", "build_brief.analyse.quotes.claims.openers")
"""To compile all takes minutes. Pairs of a claim and its passage, which these handle, were once told apart by
identity: compiled, a pair is made anew wherever it is read, and the second part of a quote was lost."""


def find_missing() -> str:
    """Return what keeps modules from being compiled here; empty when nothing does."""
    compiler = str(sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"no C compiler ({compiler})"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return "no headers of this Python"
    absent = [name for name in ("mypyc", "setuptools") if importlib.util.find_spec(name) is None]
    return f"{absent[0]} is not installed" if absent else ""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program in which `PART` is compiled."""
    missing = find_missing()
    if missing:
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(
        ROOT, folder / "build_brief", ignore=shutil.ignore_patterns("__pycache__", "__compiled__")
    )
    (folder / "scripts").mkdir()
    for name in (COMPILE, "pyproject.toml"):
        shutil.copy(PROJECT / name, folder / name)
    ended = run(folder, folder / COMPILE, *PART)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return folder


def run(folder: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the program in `folder`."""
    path = os.pathsep.join((str(folder), str(PROJECT)))
    kept = {name: value for name, value in os.environ.items() if name != PURE}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=kept | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def analyse_all(folder: Path, **environment: str) -> list[str]:
    """Return how many modules ran compiled, how many quotes were found, and a digest of all found."""
    ended = run(folder, PROJECT / "tests" / "analysed.py", **environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


@pytest.fixture(scope="module")
def by_source() -> list[str]:
    return analyse_all(PROJECT, **{PURE: "1"})


def test_a_compiled_part_finds_the_same_and_gives_way_to_a_changed_source(
    copy: Path, by_source: list[str]
) -> None:
    assert by_source[0] == "0 compiled"
    assert analyse_all(copy) == [f"{len(PART)} compiled", *by_source[1:]]

    changed = copy / "build_brief" / "language" / "tokens.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n# Changed.\n", encoding="utf-8")
    told = "from build_brief.compiled import tell_state; print(tell_state())"
    state = run(copy, "-c", told).stdout
    assert state.startswith("The compiled modules are of another version and are not used")


def test_all_compiled_modules_find_the_same(by_source: list[str]) -> None:
    if not (FOLDER / RECORD).exists():
        pytest.skip("nothing is compiled: `make fast` would do it")
    found = analyse_all(PROJECT)
    if found[0] == by_source[0]:
        pytest.skip("what is compiled is of another version: `make fast` makes it anew")
    assert found[1:] == by_source[1:]


def make_folder(folder: Path, digest: str) -> CompiledModules:
    """Write what compiling leaves, but nothing that loads."""
    name = "build_brief.language.tokens"
    file = folder.joinpath(*name.split(".")).with_suffix(SUFFIX)
    file.parent.mkdir(parents=True)
    file.touch()
    write_record(folder, digest, [name])
    return CompiledModules(folder)


def test_nothing_compiled_is_found_where_there_is_none(tmp_path: Path) -> None:
    finder = CompiledModules(tmp_path / "nowhere")
    assert finder.files == {}
    assert finder.find_spec("build_brief.language.tokens", None) is None


def test_modules_of_another_source_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_brief.compiled._load_library", lambda _: pytest.fail("loaded"))
    assert make_folder(tmp_path, digest="of another").files == {}


def test_a_part_without_the_rest_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_brief.compiled._load_library", lambda _: pytest.fail("loaded"))
    finder = make_folder(tmp_path, digest_source())
    next(tmp_path.rglob(f"*{SUFFIX}")).unlink()
    assert finder.files == {}


def test_a_library_that_does_not_load_here_leaves_the_source(tmp_path: Path) -> None:
    finder = make_folder(tmp_path, digest_source())
    (tmp_path / f"{LIBRARY}{SUFFIX}").write_bytes(b"of another machine")
    assert finder.files == {}
    assert LIBRARY not in sys.modules


def test_only_modules_of_the_record_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_brief.compiled._load_library", lambda _: True)
    finder = make_folder(tmp_path, digest_source())
    spec = finder.find_spec("build_brief.language.tokens", None)
    assert spec is not None
    assert spec.origin == str(tmp_path / "build_brief" / "language" / f"tokens{SUFFIX}")
    assert finder.find_spec("build_brief.language.dates", None) is None
    assert finder.find_spec("build_brief.language", None) is None


@pytest.mark.parametrize("change", ["a changed letter", "a new file", "another name"])
def test_any_change_of_the_source_is_seen(tmp_path: Path, change: str) -> None:
    for room in ("analyse", "language", "model"):
        (tmp_path / room).mkdir()
    file = tmp_path / "model" / "one.py"
    file.write_text("A = 1\n", encoding="utf-8")
    before = digest_source(tmp_path)
    if change == "a changed letter":
        file.write_text("A = 2\n", encoding="utf-8")
    elif change == "a new file":
        (tmp_path / "language" / "two.py").touch()
    else:
        file.rename(tmp_path / "analyse" / "one.py")
    assert digest_source(tmp_path) != before


def test_the_tests_run_the_source() -> None:
    assert os.environ[PURE]
    assert not any(isinstance(finder, CompiledModules) for finder in sys.meta_path)
    assert FOLDER.parent.name == "__compiled__"
    assert (FOLDER / RECORD).parent == FOLDER
