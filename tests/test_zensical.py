"""The same pages under Zensical, which reads `mkdocs.yml` and is to follow MkDocs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from build_brief.check import check_html, read_docs
from build_brief.check.findings import Promise
from build_brief.config import read_config
from build_brief.mkdocs.site import load_renderer
from build_brief.pipeline import write_pages
from build_brief.publish import publish
from tests.projects import make_project


def test_the_pages_hold_their_promises_under_zensical(tmp_path: Path) -> None:
    config = read_config(make_project(tmp_path / "project"))
    edition = write_pages(config, report=lambda _: None)
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=config.folder, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = read_docs(config.docs, render=load_renderer(config))
    articles = [annotated.article for annotated in edition.dossier.articles]
    findings = check_html(config.site, pages, publish(edition, settings=config.settings), articles)
    assert [str(failure) for failure in findings.failures] == []
    promises = {Promise.QUOTATIONS, Promise.STATEMENTS, Promise.CITED, Promise.CITATIONS, Promise.LINKS}
    assert promises <= set(findings.tried)
    html = {file.relative_to(config.site).with_suffix("").as_posix() for file in config.site.rglob("*.html")}
    assert {page.removesuffix(".md") for page in pages} <= html
