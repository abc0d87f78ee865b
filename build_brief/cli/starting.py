"""`build-brief new`: a project that builds as soon as an article lies in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from build_brief.cli.screen import Screen
from build_brief.editor import FILES
from build_brief.model.problems import ConfigError
from build_brief.writing.files import replace_file

STARTER = files("build_brief.cli") / "starter"

PLACES = {
    "mkdocs.yml": "mkdocs.yml",
    "gitignore": ".gitignore",
    "sources-readme.md": "sources/README.md",
    **{f"editor/{name}": f"editor/{name}" for name in FILES},
}
"""What stands in the starter, and where it goes in the project."""


def start_project(folder: Path, *, screen: Screen) -> None:
    """Fill `folder`, made when missing; raise `ConfigError` when it holds something already."""
    if folder.is_dir() and any(folder.iterdir()):
        raise ConfigError(str(folder), "the folder is not empty.", "Name a new folder, or an empty one.")
    for name in ("sources", "docs", "editor"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, place in PLACES.items():
        replace_file(folder / place, (STARTER / name).read_bytes())
    screen.say(f"{folder}: put articles into {folder / 'sources'}, then run: build-brief build {folder}")
