"""The pages of sources/ are committed, so that a diff shows what a change does to real pages."""

from __future__ import annotations

from pathlib import Path

from build_brief.config import read_config
from build_brief.model.problems import Notice
from build_brief.model.site import OutputFile
from build_brief.pipeline import build_site

ROOT = Path(__file__).parent.parent
STALE = "the committed pages are stale: run `make site`, read the diff of docs/, and commit it"


def is_fresh(file: OutputFile) -> bool:
    committed = ROOT / "docs" / file.path
    # A later version of the typesetter gives a PDF other bytes; `build-brief check` compares them here.
    return committed.exists() and (file.path.endswith(".pdf") or committed.read_bytes() == file.content)


def test_the_committed_pages_are_what_the_program_writes() -> None:
    notices: list[Notice] = []
    site = build_site(ROOT / "sources", config=read_config(ROOT), report=notices.append)
    stale = [file.path for file in site.files if not is_fresh(file)]
    assert stale == [], STALE
