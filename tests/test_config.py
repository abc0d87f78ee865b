"""Settings: what is read, what is refused, and how."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_brief.config import Config, read_config
from build_brief.model.article import Rights
from build_brief.model.problems import ConfigError

ROOT = Path(__file__).parent.parent


def read(folder: Path, text: str) -> Config:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return read_config(folder)


def refuse(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text)
    return str(caught.value)


def test_a_title_is_enough(tmp_path: Path) -> None:
    config = read(tmp_path, "site_name: Foreign desk\n")
    root = tmp_path.resolve()
    assert (config.sources, config.docs, config.site) == (root / "sources", root / "docs", root / "site")
    assert config.settings.title == "Foreign desk"
    assert config.settings.source_text is Rights.CITED


def test_settings_of_ours_stand_under_extra(tmp_path: Path) -> None:
    config = read(tmp_path, "site_name: x\nextra:\n  build_brief: {sources: news/2024, source_text: full}\n")
    assert config.sources == tmp_path.resolve() / "news" / "2024"
    assert config.settings.source_text is Rights.FULL


def test_other_sites_have_names_and_addresses(tmp_path: Path) -> None:
    sites = '{"2023": ../2023/index.html, Sport: "https://news.example/sport/", 2021: old/index.html}'
    config = read(tmp_path, f"site_name: x\nextra:\n  build_brief:\n    other_sites: {sites}\n")
    assert config.settings.other_sites == (
        ("2023", "../2023/index.html"),
        ("Sport", "https://news.example/sport/"),
        ("2021", "old/index.html"),
    )


@pytest.mark.parametrize("sites", ["../2023/", "{a: 'javascript:alert(1)'}", "[x]", "{a: 3}"])
def test_what_is_no_address_of_a_site_is_refused(tmp_path: Path, sites: str) -> None:
    message = refuse(tmp_path, f"site_name: x\nextra:\n  build_brief:\n    other_sites: {sites}\n")
    assert "other_sites: must name sites with their addresses" in message


def test_every_wrong_setting_is_named_at_once_with_the_nearest_known(tmp_path: Path) -> None:
    text = "docs_dir: [a]\nextra:\n  build_brief: {source_txt: full, source_text: citd, colour: red}\n"
    message = refuse(tmp_path, text)
    assert message.startswith("mkdocs.yml: ")
    for words in (
        "'source_txt' (did you mean source_text?)",
        "'citd' (did you mean cited?)",
        "'colour' (known are sources, editor, source_text, pdf, card_pictures, other_sites)",
        "site_name: the site needs a title",
        "docs_dir: must be the path of a folder",
    ):
        assert words in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: x\nextra: {build_brief: {sources: docs}}", "sources: the folder must not lie in"),
        ("site_name: x\nextra: {build_brief: {sources: docs/in}}", "sources: the folder must not lie in"),
        ("site_name: x\nextra: {build_brief: {sources: .}}", "docs_dir: the folder must not lie in"),
        ("site_name: x\nextra: {build_brief: 3}", "extra: build_brief: must hold settings"),
        ("site_name: x\n  y: [", "is not YAML"),
        ("- a", "holds no settings"),
        ("", "holds no settings"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, words: str) -> None:
    assert words in refuse(tmp_path, text)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    assert "in line 2" in refuse(tmp_path, "site_name: x\nextra: {a: b")


def test_a_missing_file_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"there is no such file.*build-brief new"):
        read_config(tmp_path / "nowhere")


def test_tags_that_only_mkdocs_understands_do_not_hurt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK", "From outside")
    monkeypatch.delenv("NO_SUCH", raising=False)
    text = """
site_name: !ENV [NO_SUCH, DESK, fallback]
docs_dir: !ENV [NO_SUCH, pages]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify
        kwds: {case: lower}
hooks:
  - !relative
  - !relative $docs_dir
  - !!python/tuple [a, b]
"""
    config = read(tmp_path, text)
    assert config.settings.title == "From outside"
    assert config.docs.name == "pages"


def test_a_variable_without_a_value_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH", raising=False)
    assert "site_name" in refuse(tmp_path, "site_name: !ENV NO_SUCH")


def test_a_new_project_has_the_settings_of_this_one() -> None:
    ours = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    theirs = yaml.safe_load(
        (ROOT / "build_brief" / "cli" / "starter" / "mkdocs.yml").read_text(encoding="utf-8")
    )
    for settings in (ours, theirs):
        settings["extra"].pop("build_brief", None)
        del settings["site_name"], settings["not_in_nav"]
        settings.pop("exclude_docs", None)
    assert ours == theirs
