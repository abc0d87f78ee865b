"""Small projects on disk, and the command run on them as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from build_brief.cli.starting import STARTER
from build_brief.model.problems import Notice
from build_brief.model.site import Site, pack_file
from build_brief.writing import write_site

ARTICLES = {
    "one.txt": """\
Title: Harbour bridge to close for a year
Date: 2025-01-17
Source: The Harbour Gazette

PORT ALDER — The harbour bridge at Port Alder will close for a year, the transport ministry said on Friday.

“We will not gamble with lives,” Transport Minister Ana Ruiz told reporters. “The bridge has to be repaired.”

The bridge opened in 1961 and carries 40,000 vehicles a day. Traders fear for their income.

Work on the bridge begins on 3 March, the ministry said.
""",
    "two.txt": """\
Title: Port Alder bridge to be shut
Source: The Evening Post

The harbour bridge at Port Alder is to be shut for fourteen months, officials said on Friday.

Transport Minister Ana Ruiz said the city would “not gamble with the lives” of drivers.

Ruiz added that ferries would run every ten minutes from the harbour while the bridge is closed.
""",
    "sport/match.txt": """\
Title: Rovers win the cup at last
Date: 2025-02-02
Source: The Evening Post

Rovers won the regional cup on Sunday, beating Athletic 2-1 in front of 12,000 people.

“It is the best day of my life,” said coach Tom Okafor.
""",
}


def make_project(folder: Path, articles: dict[str, str] | None = None, *, order: int = 1) -> Path:
    """Make a project with `articles`; `order` -1 creates the files the other way round."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_bytes((STARTER / "mkdocs.yml").read_bytes())
    for name, text in list((ARTICLES if articles is None else articles).items())[::order]:
        file = folder / "sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "sources").mkdir(exist_ok=True)
    return folder


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `build-brief` in a process of its own, with `environment` on top of this one's."""
    return subprocess.run(
        [sys.executable, "-m", "build_brief", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
    )


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path, hidden ones too."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def site(**pages: str) -> Site:
    """Return a site of Markdown pages; `people__ruiz` is `people/ruiz.md`."""
    files = [pack_file(name.replace("__", "/") + ".md", text.encode()) for name, text in pages.items()]
    return Site(files=tuple(files))


def write(folder: Path, **pages: str) -> list[Notice]:
    """Write the pages into `folder`, and return what was noticed."""
    notices: list[Notice] = []
    write_site(site(**pages), folder, report=notices.append)
    return notices


def contents(folder: Path) -> dict[str, str]:
    """Return the text of every file of `folder` that is not hidden."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(".")]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}
