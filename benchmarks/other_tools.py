"""Measure what a user might run instead of a build of ours, on the same articles and pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

from benchmarks.processor_time import Seconds, spent_by_others, tell, timed

from build_brief.config import Config

PLAIN = """\
site_name: Briefings
use_directory_urls: false
theme: {name: material, font: false}
markdown_extensions: [attr_list, footnotes, md_in_html, tables, toc]
nav: [{Desk: index.md}]
validation: {nav: {omitted_files: ignore}}
"""
"""Settings for MkDocs alone: the same theme and extensions, nothing of ours."""


def time_others(config: Config, *, html: bool) -> Seconds:
    """Return the seconds of what a user might run instead on the same articles and pages."""
    import spacy  # noqa: PLC0415 - an extra, and slow to import
    import trafilatura  # noqa: PLC0415 - slow to import

    texts = [file.read_text(encoding="utf-8") for file in sorted(config.sources.iterdir())]
    pages = [f"<html><body><article><p>{escape(text)}</p></article></body></html>" for text in texts]
    english = spacy.blank("en")
    english.add_pipe("sentencizer")
    seconds = Seconds()
    with timed(seconds, "trafilatura, a page each"):
        for page in pages:
            trafilatura.extract(page)
    with timed(seconds, "spaCy blank English, sentences"):
        for text in texts:
            english(text)
    if html:
        shutil.rmtree(config.site)
        (config.folder / "plain.yml").write_text(PLAIN, encoding="utf-8")
        seconds["mkdocs build"] = _time_command(config.folder, "mkdocs", "build", "-q", "-f", "plain.yml")
        tell(seconds)
        shutil.rmtree(config.site)
        seconds["zensical build"] = _time_command(config.folder, "zensical", "build")
    return seconds


def _time_command(folder: Path, module: str, *arguments: str) -> float:
    before = spent_by_others()
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=sys.stderr)
    return spent_by_others() - before
