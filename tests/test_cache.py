"""What is kept from one build to the next: never needed, never trusted, never seen in the result."""

from __future__ import annotations

import pickle
import random
import sqlite3
import sys
import zlib
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from build_brief import compose, workforce
from build_brief.analyse import analyse
from build_brief.cache import articles, memory, program, store
from build_brief.cache.articles import FILE
from build_brief.cache.memory import MODULES, Living
from build_brief.cache.store import open_store
from build_brief.cache.values import Shelf
from build_brief.config import Config, read_config
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article
from build_brief.model.briefing import Briefing
from build_brief.model.digests import digest_of
from build_brief.model.dossier import Dossier, Story
from build_brief.model.filling import fill_in
from build_brief.model.problems import Notice
from build_brief.pipeline import build_edition, build_site, cache_of
from build_brief.workforce import Work
from tests.builders import article
from tests.projects import ARTICLES, make_project

SEEDS = sorted(Path(__file__).parents[1].joinpath("sources").glob("*.txt"))
FAR = """\
Title: A lighthouse of the north is painted blue
Date: 2019-06-03

Keepers painted the lighthouse of Nordvik blue on Monday. “It was white too long,” said Ola Berg.
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    read = read_config(make_project(tmp_path / "project"))
    return replace(read, settings=replace(read.settings, pdf=False))


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that grows by the name of each article that is analysed."""
    names: list[str] = []
    analyse = workforce.analyse

    def watch(article: Article) -> AnnotatedArticle:
        names.append(article.id)
        return analyse(article)

    monkeypatch.setattr(workforce, "analyse", watch)
    return names


def build(config: Config, *, kept: bool = True, living: Living | None = None) -> dict[str, bytes]:
    """Return the site, built with what is kept on disk and in memory, or from nothing."""
    work = Work(cache=cache_of(config) if kept else None, living=living)
    site = build_site(config.sources, config=config, report=lambda _: None, work=work)
    # The digest is what is kept of a page, the content what it says when it is asked for again.
    assert all(sha256(file.content).hexdigest() == file.digest for file in site.files)
    return {file.path: file.content for file in site.files}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_values_may_come_out_of_modules_that_are_there(module: str) -> None:
    assert import_module(module)


def test_only_what_changed_is_analysed_again(config: Config, analysed: list[str]) -> None:
    first = build(config)
    assert sorted(analysed) == sorted(ARTICLES)
    analysed.clear()
    assert build(config) == first
    assert analysed == []
    changed = config.sources / "two.txt"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nFerries began on Monday.\n", encoding="utf-8")
    second = build(config)
    assert analysed == ["two.txt"]
    assert second == build(config, kept=False) != first


def test_any_row_of_edits_gives_the_bytes_of_a_build_from_nothing(config: Config) -> None:
    chance = random.Random(9)
    texts = [*ARTICLES.values(), *(file.read_text(encoding="utf-8") for file in SEEDS)]
    living = Living()
    for turn in range(12):
        name = chance.choice(["one.txt", "two.txt", "new.txt", "deep/er.md", "sport/match.txt"])
        file = config.sources / name
        match chance.choice(["write", "add", "remove", "touch", "break"]):
            case "write":
                file.parent.mkdir(exist_ok=True)
                file.write_text(chance.choice(texts), encoding="utf-8")
            case "add" if file.exists():
                file.write_bytes(file.read_bytes() + b"\n\n\xe2\x80\x9cIt is late,\xe2\x80\x9d said Ruiz.\n")
            case "remove" if file.exists() and len(list(config.sources.rglob("*.txt"))) > 1:
                file.unlink()
            case "touch" if file.exists():
                file.touch()
            case "break":
                (config.sources / "broken.txt").write_bytes(b"\x00\x00")
        # In turns: a live site, the next command, and a live site that has missed what the command saw.
        assert build(config, living=living if turn % 3 else None) == build(config, kept=False)


def test_a_story_is_drafted_again_only_when_it_is_told_from_something_else(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted: list[str] = []
    draft = compose.write_draft

    def watch(cuttings: Dossier, story: Story) -> compose.Draft:
        drafted.extend(story.articles)
        return draft(cuttings, story)

    monkeypatch.setattr(compose, "write_draft", watch)
    build(config)
    assert sorted(drafted) == sorted(ARTICLES)
    drafted.clear()
    (config.sources / "far.txt").write_text(FAR, encoding="utf-8")
    build(config)
    assert drafted == ["far.txt"]


def test_all_that_is_kept_comes_back(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that may not come out of what is kept is made anew each time, and nobody notices."""
    read: list[object] = []
    open_value = memory.read_value

    def watch(content: bytes, *, modules: frozenset[str], shelf: Shelf) -> object | None:
        read.append(open_value(content, modules=modules, shelf=shelf))
        return read[-1]

    monkeypatch.setattr(memory, "read_value", watch)
    build(config)
    assert read == []
    build(config)
    assert len(read) > len(ARTICLES)
    assert None not in read


def test_of_a_page_that_is_not_printed_only_the_head_is_read(config: Config) -> None:
    def build_anew(cache: Path | None) -> tuple[Briefing, ...]:
        return build_edition(config.sources, report=lambda _: None, work=Work(cache=cache)).briefings

    fresh = build_anew(None)
    assert build_anew(cache_of(config)) == fresh
    kept = build_anew(cache_of(config))
    for briefing in (*kept, *(fill_in(briefing, gaps=()) for briefing in kept)):
        assert briefing.title.text
        with pytest.raises(AttributeError):
            type(briefing).summary.__get__(briefing)  # type: ignore[attr-defined]
    assert kept == fresh
    assert fresh == kept
    assert fill_in(kept[0], gaps=("None.",)) == replace(fresh[0], gaps=("None.",)) != fresh[0]
    assert [hash(briefing.title) for briefing in kept] == [hash(briefing.title) for briefing in fresh]


def test_what_an_editor_rules_is_not_taken_from_before(config: Config) -> None:
    living = Living()
    build(config, living=living)
    ruling = "Ana Maria Ruiz:\n  merge: [Ana Ruiz, Ruiz]\n"
    for content in (ruling, ruling.replace("Maria", "Luisa"), ""):
        config.editor.mkdir(exist_ok=True)
        (config.editor / "people.yml").write_text(content, encoding="utf-8")
        assert build(config, living=living) == build(config, kept=False)


def test_no_digest_is_made_of_what_has_no_order() -> None:
    @dataclass(frozen=True)
    class Unordered:
        held: frozenset[str]

    with pytest.raises(TypeError, match="no order"):
        digest_of(Unordered(frozenset("ab")))


def test_what_was_noticed_is_noticed_again(config: Config) -> None:
    (config.sources / "odd.txt").write_text("Date: never\n\nThe council met on Monday.\n", encoding="utf-8")
    notices: tuple[list[Notice], list[Notice]] = ([], [])
    for noticed in notices:
        work = Work(cache=cache_of(config))
        build_site(config.sources, config=config, report=noticed.append, work=work)
    assert notices[0] == notices[1] != []


def test_a_removed_article_is_forgotten(config: Config) -> None:
    build(config)
    (config.sources / "two.txt").unlink()
    build(config)
    with open_store(cache_of(config) / FILE, program=workforce.fingerprint(workforce.STAGES)) as opened:
        assert sorted(opened.digests()) == ["one.txt", "sport/match.txt"]


@pytest.mark.parametrize("damage", [b"", b"no base at all, but longer than a header " * 40, None])
def test_a_damaged_file_is_made_anew(config: Config, analysed: list[str], damage: bytes | None) -> None:
    first = build(config)
    file = cache_of(config) / FILE
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2] if damage is None else damage)
    assert build(config) == first
    analysed.clear()
    assert build(config) == first
    assert analysed == []


def test_a_damaged_row_is_a_missing_row(config: Config, analysed: list[str]) -> None:
    first = build(config)
    with sqlite3.connect(cache_of(config) / FILE) as base:
        base.execute("UPDATE kept SET content = substr(content, 2) WHERE name = 'one.txt'")
    base.close()
    analysed.clear()
    assert build(config) == first
    assert analysed == ["one.txt"]


class Trap:
    """Runs code when it is read back by a reader that trusts what it reads."""

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (Path("sprung"),))


def test_nothing_in_it_runs(config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = build(config)
    content = zlib.compress(pickle.dumps(Trap()))
    with sqlite3.connect(cache_of(config) / FILE) as base:
        row = (store._seal(content), content)
        base.execute("UPDATE kept SET seal = ?, content = ? WHERE name = 'one.txt'", row)
    base.close()
    assert build(config) == first
    assert not (tmp_path / "sprung").exists()


def test_another_program_trusts_nothing(
    config: Config, analysed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(config)
    analysed.clear()
    monkeypatch.setattr(workforce, "fingerprint", lambda _: "another")
    assert build(config) == first
    assert sorted(analysed) == sorted(ARTICLES)


def test_a_base_that_another_holds_is_done_without(config: Config) -> None:
    first = build(config)
    holder = sqlite3.connect(cache_of(config) / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert build(config) == first
    holder.close()


def test_a_folder_that_cannot_be_made_is_done_without(config: Config) -> None:
    first = build(config, kept=False)
    (config.folder / ".cache").write_text("a file where the folder should be", encoding="utf-8")
    assert build(config) == first


def test_a_full_disk_ends_the_keeping_and_not_the_build(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = store._connect

    def small(file: Path, program: str) -> sqlite3.Connection:
        base = connect(file, program)
        base.execute(f"PRAGMA max_page_count = {base.execute('PRAGMA page_count').fetchone()[0]}")
        return base

    monkeypatch.setattr(store, "_connect", small)
    assert build(config) == build(config, kept=False)
    assert build(config) == build(config, kept=False)


def test_of_more_articles_than_stay_open_none_shows_it(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(config, kept=False)
    monkeypatch.setattr(articles, "OPEN", 1)
    living = Living()
    assert build(config, living=living) == first
    file = config.sources / "two.txt"
    file.write_text(file.read_text(encoding="utf-8") + "\nFerries began on Monday.\n", encoding="utf-8")
    second = build(config, kept=False)
    assert build(config, living=living) == build(config) == second != first


def test_a_closed_article_opens_with_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, "OPEN", 1)
    plain = analyse(article("“It is late,” said Ana Ruiz, the mayor of Lowford, on Monday.", id="1.txt"))
    content = articles.pack((plain, ()))
    read = articles.unpack(content)
    assert read
    with pytest.raises(AttributeError):
        object.__getattribute__(read[0], "quotes")
    for closed in (articles.close(plain, content), read[0]):
        assert closed.quotes == plain.quotes
        articles.close(plain, content)
        with pytest.raises(AttributeError):
            object.__getattribute__(closed, "quotes")
        assert (closed.quotes, closed.mentions) == (plain.quotes, plain.mentions)


def test_another_version_of_a_package_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    found = [program._find_packages.__wrapped__()]
    record = tmp_path / "Some_Reader-1.0.dist-info"
    for version in ("1.0", "1.1"):
        record.mkdir() if version == "1.0" else record.rename(tmp_path / f"some.reader-{version}.dist-info")
        found.append(program._find_packages.__wrapped__())
    assert [sorted({*after} - {*before}) for before, after in pairwise(found)] == [
        ["some-reader-1.0"],
        ["some-reader-1.1"],
    ]
