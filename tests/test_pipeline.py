"""The stages in a row: what a folder gives, however the work is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from build_brief import workforce
from build_brief.analyse.quotes import find_quotes
from build_brief.config import Config, read_config
from build_brief.model.article import Article
from build_brief.model.problems import ConfigError, NothingToReadError, Notice, NoticeKind
from build_brief.pipeline import build_edition, build_site, newest_day, write_pages
from build_brief.workforce import Work
from tests.builders import article
from tests.projects import make_project, read_tree


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return read_config(make_project(tmp_path / "project"))


def ignore(notice: Notice) -> None:
    """Take a notice that the test is not about."""


def test_a_folder_becomes_a_site_in_memory(config: Config) -> None:
    site = build_site(config.sources, config=config, report=ignore)
    paths = [file.path for file in site.files]
    assert paths == sorted(paths)
    assert {"index.md", "quotes.md", "sources.md", "timeline.md", "verification.md"} <= set(paths)
    assert list(config.docs.iterdir()) == []


def test_pages_on_disk_are_those_of_the_site(config: Config) -> None:
    write_pages(config, report=ignore)
    site = build_site(config.sources, config=config, report=ignore)
    written = read_tree(config.docs)
    del written[".build_brief.json"]
    assert written == {file.path: file.content for file in site.files}


def test_processes_share_the_work_and_keep_the_order(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = build_edition(config.sources, report=ignore)
    monkeypatch.setattr(workforce, "MIN_SHARED", 1)
    monkeypatch.setattr(workforce, "SHARE", 1)
    told: list[tuple[str, int, int]] = []
    shared = build_edition(
        config.sources,
        report=ignore,
        work=Work(processes=2, progress=lambda step, done, total: told.append((step, done, total))),
    )
    assert [brief.article for brief in shared.articles] == [brief.article for brief in alone.articles]
    assert shared.dossier == alone.dossier
    assert told == [
        ("Reading", 1, 3),
        ("Reading", 2, 3),
        ("Reading", 3, 3),
        ("Linking", 0, 0),
        ("Composing", 0, 0),
    ]


def test_notices_are_reported_and_kept_in_the_dossier(config: Config) -> None:
    (config.sources / "empty.txt").touch()
    notices: list[Notice] = []
    edition = build_edition(config.sources, report=notices.append)
    assert [(notice.kind, notice.path) for notice in notices] == [(NoticeKind.LEFT_OUT, "empty.txt")]
    assert edition.dossier.notices == tuple(notices)


def test_a_mistake_of_the_program_costs_one_article(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = workforce.analyse

    def stumble(article: Article) -> object:
        if article.id == "one.txt":
            message = "stumbled"
            raise RuntimeError(message)
        return analyse(article)

    monkeypatch.setattr(workforce, "analyse", stumble)
    notices: list[Notice] = []
    edition = build_edition(config.sources, report=notices.append)
    assert [found.article.id for found in edition.dossier.articles] == ["sport/match.txt", "two.txt"]
    (notice,) = notices
    assert (notice.kind, notice.path) == (NoticeKind.LEFT_OUT, "one.txt")
    assert "RuntimeError: stumbled" in notice.message


def test_an_article_without_a_sentence_says_nothing() -> None:
    assert find_quotes(article("Photos: The harbour bridge. Hide Caption 1 of 2"), (), ()).quotes == ()


def test_nothing_to_read_is_an_error_with_a_cure(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToReadError, match=r"there is no article in it\. Put articles there"):
        build_edition(tmp_path / "empty", report=ignore)
    with pytest.raises(ConfigError):
        build_edition(tmp_path / "nowhere", report=ignore)


def test_the_newest_day_is_that_of_the_newest_article(config: Config) -> None:
    assert newest_day(build_edition(config.sources, report=ignore)) == date(2025, 2, 2)
