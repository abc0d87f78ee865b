"""A live site makes only the pages that changed, and shows what a whole build would show."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from build_brief.config import read_config
from build_brief.mkdocs.live import LiveSite
from build_brief.mkdocs.plugin import CLOCK, BuildBriefPlugin
from build_brief.mkdocs.site import list_plugins
from build_brief.publish.machines import search_pieces
from tests.projects import ARTICLES, make_project, read_tree

ADDRESS = "http://127.0.0.1:8000/"

PLUGINS: dict[str, BasePlugin[Any]] = MkDocsConfig.plugins.plugin_cache  # type: ignore[attr-defined]
"""Those that MkDocs takes from one live build into the next."""

Change = Callable[[Path], list[str]]
"""Change a project, and return the names of the files in `docs/` that an editor would be seen to change."""


class Live:
    """What `mkdocs serve` does, without a server."""

    def __init__(self, project: Path, site: Path) -> None:
        self.project, self.site = project, site
        self._plugins = list_plugins(read_config(project))
        config = self._load()
        self.plugin = next(p for p in config.plugins.values() if isinstance(p, BuildBriefPlugin))
        config.plugins.on_startup(command="serve", dirty=False)
        assert self.plugin.live
        self.live: LiveSite = self.plugin.live
        self.whole_builds = 0
        self.build_whole()

    def _load(self) -> MkDocsConfig:
        config = load_config(
            config_file=str(self.project / "mkdocs.yml"), site_dir=str(self.site), plugins=self._plugins
        )
        config.site_url = ADDRESS
        return config

    def build_whole(self) -> None:
        self.whole_builds += 1
        build(self._load(), serve_url=ADDRESS)

    def rebuild(self, heard: list[str]) -> None:
        for name in heard:
            self.live.note(name)
        self.whole_builds = 0
        self.live.rebuild(self.build_whole)

    def files(self) -> dict[str, bytes]:
        self.live.complete_search()
        return read_tree(self.site)


@pytest.fixture(autouse=True)
def _as_at_the_start(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(CLOCK, raising=False)
    PLUGINS.clear()
    yield
    PLUGINS.clear()
    os.environ.pop(CLOCK, None)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = make_project(tmp_path / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("build_brief:\n", "build_brief:\n    pdf: false\n", 1), encoding="utf-8")
    return project


@pytest.fixture
def wrapped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that grows by the name of each page that gets its theme."""
    names: list[str] = []
    finish = BuildBriefPlugin.on_post_page

    def watch(plugin: BuildBriefPlugin, output: str, **options: object) -> str:
        names.append(options["page"].file.src_uri)  # type: ignore[attr-defined]
        return finish(plugin, output, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(BuildBriefPlugin, "on_post_page", watch)
    return names


def build_anew(project: Path, site: Path) -> dict[str, bytes]:
    """Build with plugins that know nothing of what was built before, and have no clock yet."""
    known, clock = dict(PLUGINS), os.environ.pop(CLOCK)
    PLUGINS.clear()
    try:
        return Live(project, site).files()
    finally:
        PLUGINS.clear()
        PLUGINS.update(known)
        os.environ[CLOCK] = clock


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def edit_an_article(project: Path) -> list[str]:
    source = project / "sources" / "sport" / "match.txt"
    write(source, source.read_text(encoding="utf-8").replace("Tom Okafor", "Lin Okafor"))
    return []


def add_an_article(project: Path) -> list[str]:
    text = ARTICLES["one.txt"].replace("Ana Ruiz", "Ada Moreno").replace("2025-01-17", "2025-03-01")
    write(project / "sources" / "three.txt", text)
    return []


def remove_an_article(project: Path) -> list[str]:
    (project / "sources" / "sport" / "match.txt").unlink()
    return []


def add_pages_of_their_own(project: Path) -> list[str]:
    write(project / "docs" / "places" / "a.md", "# A\n\n[B](b.md#there), [one](../index.md), zebras\n")
    write(project / "docs" / "places" / "b.md", "# B { #there }\n\n![P](p.svg)\n")
    write(project / "docs" / "places" / "p.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    return ["places/a.md", "places/b.md", "places/p.svg"]


def edit_a_page_and_a_picture(project: Path) -> list[str]:
    write(
        project / "docs" / "places" / "b.md", "---\ntitle: Other\n---\n# B { #there }\n\n![P](p.svg) okapi\n"
    )
    write(project / "docs" / "places" / "p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>\n")
    return ["places/b.md", "places/p.svg"]


def remove_a_page_that_another_links_to(project: Path) -> list[str]:
    (project / "docs" / "places" / "b.md").unlink()
    return ["places/b.md"]


def edit_a_page_of_the_build(project: Path) -> list[str]:
    page = next((project / "docs" / "people").glob("*ruiz*.md"))
    write(page, page.read_text(encoding="utf-8") + "\nA line of our own.\n")
    return [page.relative_to(project / "docs").as_posix()]


def add_a_picture_for_the_card_of_a_page(project: Path) -> list[str]:
    write(project / "docs" / "places" / "port-alder.png", "a picture")
    return ["places/port-alder.png"]


def bring_the_page_back(project: Path) -> list[str]:
    write(project / "docs" / "places" / "b.md", "# B { #there }\n")
    return ["places/b.md"]


PARTS: list[list[Change]] = [
    [edit_an_article, add_pages_of_their_own],
    [edit_a_page_and_a_picture, add_an_article],
    [remove_a_page_that_another_links_to, edit_a_page_of_the_build],
    [bring_the_page_back, add_a_picture_for_the_card_of_a_page, remove_an_article],
]
"""What is changed between one build and the next."""


def test_after_each_change_the_site_is_that_of_a_whole_build(project: Path, tmp_path: Path) -> None:
    live = Live(project, tmp_path / "live")
    for changes in PARTS:
        live.rebuild([name for change in changes for name in change(project)])
        assert live.whole_builds == 0, changes
        first, second = live.files(), build_anew(project, tmp_path / "anew")
        assert differences(first, second) == [], changes


def differences(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return [path for path in sorted({*first, *second}) if first.get(path) != second.get(path)]


def test_only_pages_that_changed_are_made(project: Path, tmp_path: Path, wrapped: list[str]) -> None:
    live = Live(project, tmp_path / "live")
    assert "places/port-alder.md" in wrapped
    wrapped.clear()
    live.rebuild([])
    assert wrapped == []
    live.rebuild(edit_an_article(project))
    assert "quotes.md" in wrapped
    assert "places/port-alder.md" not in wrapped
    wrapped.clear()
    live.rebuild(add_pages_of_their_own(project))
    assert wrapped == ["places/a.md", "places/b.md"]


def change_the_settings(project: Path) -> list[str]:
    settings = project / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8").replace("At a glance:", "All at once:"))
    return []


def change_what_the_navigation_shows(project: Path) -> list[str]:
    page = project / "docs" / "glance.md"
    text = page.read_text(encoding="utf-8").replace("---\n", "---\nicon: material/eye\n", 1)
    write(page, text if text.startswith("---\nicon") else f"---\nicon: material/eye\n---\n{text}")
    return ["glance.md"]


def add_a_page_for_the_navigation(project: Path) -> list[str]:
    write(project / "docs" / "ours.md", "# Ours\n")
    return ["ours.md"]


def change_a_file_of_the_theme(project: Path) -> list[str]:
    write(project / "docs" / "assets" / "images" / "favicon.png", "no picture")
    return ["assets/images/favicon.png"]


def test_what_shows_on_other_pages_makes_a_build_a_whole_one(project: Path, tmp_path: Path) -> None:
    live = Live(project, tmp_path / "live")
    for change in (
        change_the_settings,
        change_what_the_navigation_shows,
        add_a_page_for_the_navigation,
        change_a_file_of_the_theme,
    ):
        live.rebuild(change(project))
        assert live.whole_builds == 1, change
    live.rebuild([])
    assert live.whole_builds == 0
    assert differences(live.files(), build_anew(project, tmp_path / "anew")) == []


def test_a_ruling_that_cannot_be_read_costs_no_whole_build(project: Path, tmp_path: Path) -> None:
    live = Live(project, tmp_path / "live")
    write(project / "editor" / "people.yml", "Ana Ruiz: {rename\n")
    with pytest.raises(Abort):
        live.rebuild(add_pages_of_their_own(project))
    assert live.whole_builds == 0
    (project / "editor" / "people.yml").unlink()
    live.rebuild([])
    assert live.whole_builds == 0
    assert "places/a.html" in live.files()


def test_a_lost_link_is_told_at_each_build(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = Live(project, tmp_path / "live")
    live.rebuild(add_pages_of_their_own(project))
    write(project / "docs" / "places" / "b.md", "# B { #elsewhere }\n")
    for heard in (["places/b.md"], []):
        caplog.clear()
        live.rebuild(heard)
        assert "does not contain an anchor '#there'" in caplog.text
    (project / "docs" / "places" / "b.md").unlink()
    for heard in (["places/b.md"], []):
        caplog.clear()
        live.rebuild(heard)
        assert "'places/b.md' is not found" in caplog.text


def test_the_search_in_pieces_is_made_when_somebody_searches(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_pieces.write_pieces, "__kwdefaults__", {"most": 0})
    live = Live(project, tmp_path / "live")
    before = read_tree(live.site)
    live.rebuild(add_pages_of_their_own(project))
    live.live.complete_search("search/search_index.json")
    pieces = {path: content for path, content in before.items() if path.startswith("search/")}
    assert pieces.items() <= read_tree(live.site).items()
    live.live.complete_search("search/pieces/pages.js")
    assert b"zebras" in b"".join(read_tree(live.site / "search").values())
