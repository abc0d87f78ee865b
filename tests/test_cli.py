"""The command line: what it prints where, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_brief import __version__
from build_brief.writing.lock import lock
from tests.projects import make_project, run

ROOT = Path(__file__).parent.parent
COMMANDS = ("build", "serve", "check", "review", "export", "new", "split")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("built") / "project")
    ended = run("build", project)
    assert ended.returncode == 0, ended.stderr
    return project


def test_version_and_help() -> None:
    assert run("--version").stdout == f"build-brief {__version__}\n"
    shown = run("--help").stdout
    assert [command for command in COMMANDS if not re.search(rf"^  {command} ", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_the_exit_codes(command: str) -> None:
    ended = run(command, "--help")
    assert ended.returncode == 0
    assert "Exit codes: 0 all is well" in ended.stdout


def test_every_command_and_exit_code_is_documented() -> None:
    page = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"## `build-brief {command}" not in page] == []
    options = {
        found for command in COMMANDS for found in re.findall(r"--[a-z-]+", run(command, "--help").stdout)
    }
    assert sorted(option for option in options - {"--help"} if f"`{option}" not in page) == []
    assert [code for code in range(6) if f"| {code} |" not in page] == []


def test_help_does_not_import_the_stages() -> None:
    script = "import sys, build_brief.cli; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    ended = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8")
    assert not {"trafilatura", "babel", "mkdocs", "jinja2", "lxml", "yaml"} & set(ended.stdout.split())


def test_build_writes_pages_and_site_and_says_what_was_found(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    ended = run("build", project)
    assert ended.returncode == 0, ended.stderr
    assert re.fullmatch(
        r"3 articles, 2 stories, \d+ quotes, 0 notices: .*/project/site/index\.html\n", ended.stdout
    )
    assert ended.stderr == ""
    assert (project / "docs" / "index.md").is_file()
    assert (project / "site" / "index.html").is_file()
    assert not list(project.glob(".build_brief*"))


def test_quiet_prints_nothing_when_all_is_well(built: Path) -> None:
    ended = run("build", built, "--quiet")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_docs_only_and_another_folder_for_the_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    assert run("build", project, "--docs-only").returncode == 0
    assert not (project / "site").exists()
    ended = run("build", project, "--site-dir", tmp_path / "elsewhere")
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert not (project / "site").exists()


def test_a_folder_of_somebody_s_own_files_is_not_taken_for_the_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work", encoding="utf-8")
    ended = run("build", project, "--site-dir", mine)
    assert ended.returncode == 2
    assert "holds files of yours (thesis.txt)" in ended.stderr
    assert (mine / "thesis.txt").is_file()


def test_files_that_cannot_be_read_are_named_and_the_others_published(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    sources = project / "sources"
    (sources / "empty.txt").write_bytes(b"")
    (sources / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (sources / "bin\x1b[31mary.txt").write_bytes(bytes(range(256)) * 20)
    ended = run("build", project, "--docs-only")
    assert ended.returncode == 0
    assert ended.stdout.startswith("3 articles, 2 stories")
    for name in ("empty.txt", "photo.jpg", "bin\\x1b[31mary.txt"):
        assert re.search(rf"^left out: {re.escape(name)}: .+\. .+\.$", ended.stderr, re.MULTILINE), (
            ended.stderr
        )
    assert "\x1b" not in ended.stderr
    listed = (project / "docs" / "sources.md").read_text(encoding="utf-8")
    assert "empty.txt" in listed
    assert "photo.jpg" in listed
    assert run("build", project, "--docs-only", "--strict").returncode == 1


def test_a_page_edited_by_hand_is_kept_and_named(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    run("build", project, "--docs-only")
    page = project / "docs" / "timeline.md"
    page.write_text("# Mine\n", encoding="utf-8")
    ended = run("build", project, "--docs-only", "--quiet")
    assert ended.returncode == 0
    assert ended.stderr.startswith("kept: timeline.md: The page was edited by hand")
    assert page.read_text(encoding="utf-8") == "# Mine\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "nowhere"], 2, "nowhere/mkdocs.yml: there is no such file. Name a folder"),
        (["check", "nowhere"], 2, "nowhere/mkdocs.yml: there is no such file. Name a folder"),
        (["export", "nowhere", "--output", "x.json"], 2, "nowhere: There is no such folder."),
        (["export", "empty", "--output", "x.json"], 3, "empty: there is no article in it. Put articles"),
        (["build", "unread"], 3, "sources: no article in it can be read."),
        (["export", "empty"], 2, "Missing option"),
        (["new", "full"], 2, "full: the folder is not empty."),
        (["bild"], 2, "No such command"),
    ],
)
def test_each_error_is_one_line_with_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    make_project(tmp_path / "unread", {"empty.txt": ""})
    ended = run(*arguments)
    assert ended.returncode == code
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (tmp_path / "file").touch()
    ended = run("export", project / "sources", "--output", tmp_path / "file" / "x.json")
    assert ended.returncode == 5
    assert re.fullmatch(r"error: .*file.*\. Make room or allow it, then run again\.\n", ended.stderr)


def test_a_second_build_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with lock(project / "docs"):
        ended = run("build", project)
    assert ended.returncode == 4
    assert "another build is writing to this folder. Wait until it has ended" in ended.stderr
    assert list((project / "docs").iterdir()) == []


def test_a_link_that_does_not_land_fails_the_build_and_leaves_the_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    assert run("build", project).returncode == 0
    before = (project / "site" / "index.html").read_bytes()
    (project / "docs" / "about.md").write_text("[gone](nowhere.md)\n", encoding="utf-8")
    ended = run("build", project)
    assert ended.returncode == 1
    assert "nowhere.md" in ended.stderr
    assert (project / "site" / "index.html").read_bytes() == before
    assert not (project / "site" / "about.html").exists()


def test_export_takes_any_folder_and_a_project(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for number, folder in enumerate((project, project / "sources")):
        ended = run("export", folder, "--output", tmp_path / f"{number}.json", "--quiet")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()
    data = json.loads((tmp_path / "0.json").read_text(encoding="utf-8"))
    assert [article["id"] for article in data["articles"]] == ["one.txt", "sport/match.txt", "two.txt"]


def test_a_new_project_builds_as_soon_as_an_article_lies_in_it(tmp_path: Path) -> None:
    project = tmp_path / "desk"
    ended = run("new", project)
    assert ended.returncode == 0
    assert "build-brief build" in ended.stdout
    assert sorted(entry.name for entry in project.iterdir()) == [
        ".gitignore",
        "docs",
        "editor",
        "mkdocs.yml",
        "sources",
    ]
    assert run("build", project).returncode == 3
    (project / "sources" / "a.txt").write_text("A short text about a bridge in Port Alder.", encoding="utf-8")
    ended = run("build", project)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("1 article, 1 story, ")


def test_output_that_a_terminal_cannot_show_does_not_stop_the_run(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "sources" / "сцена.jpg").write_bytes(b"\xff\xd8")
    ended = run("build", project, "--docs-only", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.returncode == 0
    assert "left out: \\u0441\\u0446" in ended.stderr


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
def test_a_terminal_shows_progress(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - not everywhere

    project = make_project(tmp_path / "project")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "build_brief", "export", project, "--output", tmp_path / "x.json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as ended:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:
            pass  # the other end is closed
    os.close(ours)
    assert ended.returncode == 0
    assert b"Starting" in shown  # the rest is over before the bar is drawn again
