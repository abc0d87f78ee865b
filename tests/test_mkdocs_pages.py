"""Rendered pages are kept from one build to the next, and nobody can tell."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from build_brief.config import Config, read_config
from build_brief.mkdocs import pages as mkdocs_pages
from build_brief.mkdocs.pages import program_of, workers
from build_brief.mkdocs.site import build_html
from build_brief.model.problems import CheckError
from build_brief.pipeline import cache_of, write_pages
from tests.projects import make_project, read_tree

CLOCK = "1735689600"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    config = read_config(make_project(tmp_path / "project"))
    write_pages(config, report=lambda _: None)
    return config


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that grows by the name of each page that MkDocs renders."""
    names: list[str] = []
    render = Page.render

    def watch(page: Page, *arguments: object) -> None:
        names.append(page.file.src_uri)
        render(page, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Page, "render", watch)
    return names


def build(config: Config, processes: int = 1) -> dict[str, bytes]:
    warnings: list[str] = []
    build_html(config, site=config.site, clock=CLOCK, warn=warnings.append, processes=processes)
    assert warnings == []
    return read_tree(config.site)


def build_anew(config: Config, processes: int = 1) -> dict[str, bytes]:
    for file in cache_of(config).glob(f"{mkdocs_pages.FILE}*"):
        file.unlink()
    return build(config, processes)


def test_a_second_build_renders_nothing_and_gives_the_same_bytes(config: Config, rendered: list[str]) -> None:
    first = build(config)
    assert "quotes.md" in rendered
    rendered.clear()
    assert build(config) == first
    assert rendered == []


def test_only_a_changed_page_is_rendered(config: Config, rendered: list[str]) -> None:
    page = config.docs / "places" / "ours.md"
    page.write_text("# Ours\n\nSee [the ledger](../quotes.md#page).\n", encoding="utf-8")
    build(config)
    rendered.clear()
    page.write_text("# Ours\n\n## New\n\nSee [the people](../people/index.md).\n", encoding="utf-8")
    after = build(config)
    assert rendered == ["places/ours.md"]
    assert after == build_anew(config)


def test_a_link_whose_target_moved_is_rendered_anew(config: Config, rendered: list[str]) -> None:
    (config.docs / "places" / "a.md").write_text("[b](b.md)\n", encoding="utf-8")
    (config.docs / "places" / "b.md").write_text("# B\n", encoding="utf-8")
    build(config)
    (config.docs / "places" / "b.md").unlink()
    rendered.clear()
    with pytest.raises(CheckError, match=r"'b\.md'.*not found"):
        build_html(config, site=config.site, clock=CLOCK, warn=lambda _: None)
    assert rendered == ["places/a.md"]


def test_a_lost_anchor_of_a_kept_page_is_still_told(config: Config) -> None:
    (config.docs / "places" / "a.md").write_text("[b](b.md#there)\n", encoding="utf-8")
    (config.docs / "places" / "b.md").write_text("# B { #there }\n", encoding="utf-8")
    build(config)
    (config.docs / "places" / "b.md").write_text("# B { #elsewhere }\n", encoding="utf-8")
    with pytest.raises(CheckError, match="does not contain an anchor '#there'"):
        build_html(config, site=config.site, clock=CLOCK, warn=lambda _: None)


def test_with_an_extension_that_may_read_other_files_nothing_is_kept(
    config: Config, rendered: list[str]
) -> None:
    file = config.folder / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    file.write_text(settings.replace("  - attr_list\n", "  - attr_list\n  - pymdownx.snippets\n"))
    build(config)
    rendered.clear()
    build(config)
    assert "quotes.md" in rendered


def test_two_processes_render_the_same_bytes_as_one(
    config: Config, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (config.docs / "places" / "ours.md").write_text(
        "---\ntitle: Theirs\nsearch: {boost: 2}\n---\n"
        "# Ours\n\nSee [the ledger](../quotes.md#page).[^1]\n\n[^1]: So.\n",
        encoding="utf-8",
    )
    alone = build_anew(config)
    monkeypatch.setattr(workers, "MIN_SHARED", 1)
    rendered.clear()
    assert build_anew(config, processes=2) == alone
    assert rendered == []  # all elsewhere, and what came back was taken
    assert build(config) == alone  # and kept


def test_a_page_that_mkdocs_has_something_to_say_of_is_rendered_here(
    config: Config, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (config.docs / "places" / "a.md").write_text("[b](b.md)\n", encoding="utf-8")
    monkeypatch.setattr(workers, "MIN_SHARED", 1)
    with pytest.raises(CheckError, match=r"'b\.md'.*not found"):
        build_html(config, site=config.site, clock=CLOCK, warn=lambda _: None, processes=2)
    assert rendered == ["places/a.md"]


class Lost(Executor):
    """Processes that are gone when their work is wanted."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def submit(self, *_: object, **__: object) -> Future[Any]:  # type: ignore[override]
        future = Future[Any]()
        future.set_exception(BrokenExecutor())
        return future


def refuse(*_: object, **__: object) -> None:
    """Be a machine that has no locks between processes."""
    raise OSError


@pytest.mark.parametrize("helpers", [Lost, refuse])
def test_without_helpers_every_page_is_rendered_here(
    config: Config, rendered: list[str], monkeypatch: pytest.MonkeyPatch, helpers: object
) -> None:
    alone = build(config)
    monkeypatch.setattr(workers, "MIN_SHARED", 1)
    monkeypatch.setattr(workers, "ProcessPoolExecutor", helpers)
    rendered.clear()
    assert build_anew(config, processes=2) == alone
    assert "quotes.md" in rendered


def test_few_pages_are_rendered_here(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", pytest.fail)
    build(config, processes=2)


def test_what_the_search_finds_is_found_once(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(config)
    page = config.docs / "places" / "ours.md"
    page.write_text("# Ours\n\nA herd of aardvarks.\n", encoding="utf-8")
    parsed: list[str] = []
    parse = SearchIndex.add_entry_from_context

    def watch(index: SearchIndex, found: Page) -> None:
        if not (found.meta.get("search") or {}).get("exclude"):
            parsed.append(found.file.src_uri)
        parse(index, found)

    monkeypatch.setattr(SearchIndex, "add_entry_from_context", watch)
    second = build(config)
    assert parsed == ["places/ours.md"]
    assert b"aardvarks" in second["search/search_index.json"]
    page.unlink()
    assert build(config) == first


def test_other_rules_of_validation_are_other_settings(config: Config) -> None:
    before = program_of(load(config))
    file = config.folder / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    file.write_text(settings.replace("    anchors: warn", "    anchors: ignore"), encoding="utf-8")
    assert before is not None
    assert before != program_of(load(config))


def load(config: Config) -> MkDocsConfig:
    return load_config(config_file=str(config.folder / "mkdocs.yml"))


def test_damage_costs_time_and_nothing_else(config: Config) -> None:
    first = build(config)
    file = cache_of(config) / mkdocs_pages.FILE
    file.write_bytes(file.read_bytes()[:5000])
    assert build(config) == first == build(config)
