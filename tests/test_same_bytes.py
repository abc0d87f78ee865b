"""Same input, same bytes: whatever the machine, the clock and the order in which files were made."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.projects import ARTICLES, make_project, read_tree, run

MANY = {
    **ARTICLES,
    **{
        f"council/{number:02}.txt": f"""\
Title: Council of ward {number} votes on item {number * 7}
Date: 2025-03-{number % 27 + 1:02}

The council of ward {number} voted on item {number * 7} on Monday, {number + 3} to {number}.

“We had no choice,” Mayor Ines {chr(65 + number % 26)}elton said. The town hall opened in {1900 + number}.
"""
        for number in range(45)
    },
}
"""Enough for the articles to be shared among processes."""


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("first") / "project", MANY)
    ended = run("build", project, "--processes", 1, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert ended.returncode == 0, ended.stderr
    return project


@pytest.mark.parametrize(
    ("order", "processes", "environment"),
    [
        (-1, 2, {"PYTHONHASHSEED": "2", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"}),
        (1, 3, {"PYTHONHASHSEED": "77", "LANG": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"}),
    ],
    ids=["two processes, other order", "three processes"],
)
def test_two_builds_give_the_same_bytes(
    reference: Path, tmp_path: Path, order: int, processes: int, environment: dict[str, str]
) -> None:
    project = make_project(tmp_path / "of another name", MANY, order=order)
    ended = run("build", project, "--processes", processes, **environment)
    assert ended.returncode == 0, ended.stderr
    for folder in ("docs", "site", "sources"):
        first, second = read_tree(reference / folder), read_tree(project / folder)
        assert list(first) == list(second)
        assert [path for path in first if first[path] != second[path]] == []


def test_the_export_is_the_same_too(reference: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MANY, order=-1)
    run("export", reference / "sources", "-o", tmp_path / "1.json", "--processes", 1, PYTHONHASHSEED="1")
    run("export", project / "sources", "-o", tmp_path / "2.json", "--processes", 2, PYTHONHASHSEED="2")
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def test_the_site_s_dates_are_those_of_the_newest_article(reference: Path) -> None:
    sitemap = (reference / "site" / "sitemap.xml").read_text(encoding="utf-8")
    packed = (reference / "site" / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == sitemap
    assert "<lastmod>2025-03-27</lastmod>" in sitemap or "<loc>" not in sitemap
    assert int.from_bytes(packed[4:8], "little") == 1743033600  # 27 March 2025


def test_source_date_epoch_is_honoured(reference: Path, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", MANY)
    assert run("build", project, SOURCE_DATE_EPOCH="999993600").returncode == 0
    packed = (project / "site" / "sitemap.xml.gz").read_bytes()
    assert int.from_bytes(packed[4:8], "little") == 999993600
    assert read_tree(project / "docs") == read_tree(reference / "docs")
