"""Rendered pages are kept from one build to the next, and nobody can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from build_brief import mkdocs_pages
from build_brief.config import Config, read_config
from build_brief.mkdocs_site import build_html
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


def build(config: Config) -> dict[str, bytes]:
    warnings: list[str] = []
    build_html(config, site=config.site, clock=CLOCK, warn=warnings.append)
    assert warnings == []
    return read_tree(config.site)


def build_anew(config: Config) -> dict[str, bytes]:
    for file in cache_of(config).glob(f"{mkdocs_pages.FILE}*"):
        file.unlink()
    return build(config)


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


def test_damage_costs_time_and_nothing_else(config: Config) -> None:
    first = build(config)
    file = cache_of(config) / mkdocs_pages.FILE
    file.write_bytes(file.read_bytes()[:5000])
    assert build(config) == first == build(config)
