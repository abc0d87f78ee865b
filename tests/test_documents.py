"""What README and CONTRIBUTING tell people to type works, and what they point to is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from tests.projects import ARTICLES

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
COMMANDS = [
    command
    for document in DOCUMENTS
    for block in re.findall(
        r"^```sh\n(.*?)^```", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    for command in block.splitlines()
]
RUNS_THIS = "make test"
"""The one command that cannot be tried from inside: it is what runs this file before a change lands."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project as after `scripts/prepare`, with the packages of the running Python."""
    folder = tmp_path_factory.mktemp("checkout") / "build_brief"
    copytree(
        ROOT, folder, ignore=ignore_patterns(".*_cache", ".git", ".venv", ".hypothesis", "site", "build")
    )
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (folder / ".venv" / ".prepared-site").touch()
    return folder


def test_the_commands_run_in_the_order_they_are_told(checkout: Path) -> None:
    assert RUNS_THIS in COMMANDS
    for command in dict.fromkeys(COMMANDS):
        if command == RUNS_THIS:
            continue
        if command.startswith("build-brief build"):
            (checkout / "my-briefings" / "sources" / "one.txt").write_text(
                ARTICLES["one.txt"], encoding="utf-8"
            )
        done = run(command, checkout)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    assert (checkout / "site" / "index.html").exists()
    assert (checkout / "briefings.json").exists()


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command.split(),
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


DECISIONS = ROOT / "docs" / "decisions"
WRITTEN_BY_HAND = [
    *DOCUMENTS,
    *(f"docs/{page}.md" for page in ("architecture", "command", "editing", "export", "hosting")),
    *("docs/quotes-model.md", "docs/speed.md"),
    *(path.relative_to(ROOT).as_posix() for path in sorted(DECISIONS.glob("*.md"))),
]


@pytest.mark.parametrize("document", WRITTEN_BY_HAND)
def test_links_lead_to_files(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    missing = [link for link in links if not ((ROOT / document).parent / link.partition("#")[0]).exists()]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_targets_of_make_that_are_named_exist(document: str) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`?\bmake (\w+)`", (ROOT / document).read_text(encoding="utf-8")))
    assert named <= targets


def test_the_check_before_landing_is_the_one_readme_names() -> None:
    assert RUNS_THIS in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_room_of_the_house_is_described() -> None:
    described = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "build_brief").iterdir() if not path.name.startswith("__")}
    assert sorted(room for room in rooms if f"`{room}`" not in described) == []


def test_every_decision_is_in_the_index_under_its_own_title() -> None:
    entries = re.findall(
        r"^- \[(\d{4})\]\((\S+)\) (.+)$",
        (DECISIONS / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    titles = {
        path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in DECISIONS.glob("[0-9]*.md")
    }
    assert {name: f"# {title}" for _, name, title in entries} == titles
    assert [number for number, _, _ in entries] == [name[:4] for _, name, _ in entries]
    assert len(entries) == len(titles)
