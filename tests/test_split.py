"""A project for each year: nothing torn apart or lost, and a way from each site to the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_brief.cli.screen import Screen
from build_brief.cli.splitting import split_project
from build_brief.config import read_config
from build_brief.model.problems import ConfigError
from build_brief.workforce import Work
from tests.projects import ARTICLES, make_project, run

OLD = """\
Title: Mill to be rebuilt
Date: 2023-05-04
Source: The Evening Post

The old mill at Port Alder will be rebuilt, the council said on Thursday.

“We waited for ten years,” said Councillor Lena Moss.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "desk", {**ARTICLES, "mill.txt": OLD})
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("build_brief:\n", "build_brief:\n    pdf: false\n", 1), "utf-8")
    return project


def split(desk: Path) -> Path:
    archive = desk.parent / "archive"
    with Screen(quiet=True) as screen:
        split_project(read_config(desk), archive, screen=screen, work=Work())
    return archive


def test_the_sites_of_two_years_lead_to_each_other(desk: Path) -> None:
    archive = desk.parent / "archive"
    ended = run("split", desk, "--into", archive)
    assert ended.returncode == 0, ended.stderr
    assert re.search(r"2023: 1 article; build-brief build .*2023\n2025: 3 articles; ", ended.stdout)
    for year in ("2023", "2025"):
        ended = run("build", archive / year)
        assert ended.returncode == 0, ended.stderr
    newer, older = (archive / year / "site" / "index.html" for year in ("2025", "2023"))
    for front, name, title in ((newer, "2023", "Briefings 2023"), (older, "2025", "Briefings 2025")):
        found = re.search(rf'<a href="([^"]+)">{name}</a>', front.read_text(encoding="utf-8"))
        assert found
        there = (front.parent / found[1]).resolve()
        assert f"{title}</title>" in there.read_text(encoding="utf-8")
    assert "Mill to be rebuilt" in older.read_text(encoding="utf-8")
    assert "Mill to be rebuilt" not in newer.read_text(encoding="utf-8")


def test_every_article_is_in_one_year_and_a_story_in_that_of_its_first_day(desk: Path) -> None:
    one, two = ARTICLES["one.txt"], ARTICLES["two.txt"]
    (desk / "sources" / "one.txt").write_text(one.replace("2025-01-17", "2024-12-31"), encoding="utf-8")
    (desk / "sources" / "two.txt").write_text(f"Date: 2025-01-01\n{two}", encoding="utf-8")
    (desk / "sources" / "undated.txt").write_text("Title: A bench\n\nA bench was painted green.\n", "utf-8")
    archive = split(desk)
    names = {year.name: sources(year) for year in sorted(archive.iterdir())}
    assert names == {
        "2023": ["mill.txt"],
        "2024": ["one.txt", "two.txt"],
        "2025": ["sport/match.txt", "undated.txt"],
    }
    for year, files in names.items():
        for name in files:
            assert (archive / year / "sources" / name).read_bytes() == (desk / "sources" / name).read_bytes()


def sources(year: Path) -> list[str]:
    found = (year / "sources").rglob("*.txt")
    return sorted(file.relative_to(year / "sources").as_posix() for file in found)


def test_split_again_follows_the_project_and_keeps_what_was_changed_there(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = split(desk)
    (archive / "2025" / "sources" / "one.txt").write_text("Title: Ours\n\nOurs.\n", encoding="utf-8")
    (desk / "sources" / "sport" / "match.txt").unlink()
    (desk / "sources" / "mill.txt").write_text(OLD.replace("ten years", "nine years"), encoding="utf-8")
    (desk / "editor").mkdir()
    (desk / "editor" / "people.yml").write_text("Lena Moss: {rename: Lena Mossman}\n", encoding="utf-8")
    split(desk)
    assert "2025/sources/one.txt: The file was changed there by hand" in capsys.readouterr().err
    assert (archive / "2025" / "sources" / "one.txt").read_text(encoding="utf-8") == "Title: Ours\n\nOurs.\n"
    assert sources(archive / "2025") == ["one.txt", "two.txt"]
    assert "nine years" in (archive / "2023" / "sources" / "mill.txt").read_text(encoding="utf-8")
    assert (archive / "2023" / "editor" / "people.yml").is_file()


def test_the_years_stand_beside_each_other_on_the_web(desk: Path) -> None:
    settings = desk / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(
        "site_name: Briefings\n", "site_name: 'Desk: all'\nsite_url: https://news.example/desk\n"
    )
    sport = "    other_sites:\n      Sport: https://sport.example/\n"
    settings.write_text(text.replace("build_brief:\n", f"build_brief:\n{sport}", 1), encoding="utf-8")
    made = read_config(split(desk) / "2023").settings
    assert made.title == "Desk: all 2023"
    assert made.address == "https://news.example/desk/2023/"
    assert made.other_sites == (
        ("2025", "https://news.example/desk/2025/"),
        ("Sport", "https://sport.example/"),
    )


def test_nobodys_folder_is_taken_over(desk: Path) -> None:
    theirs = desk.parent / "archive" / "2023" / "notes.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("ours", encoding="utf-8")
    with pytest.raises(ConfigError, match="no split has put there"):
        split(desk)
    with pytest.raises(ConfigError, match="must not lie in docs"), Screen(quiet=True) as screen:
        split_project(read_config(desk), desk / "docs" / "years", screen=screen, work=Work())
