"""`build-brief export`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from build_brief.cli.screen import Screen
from build_brief.config import FILE, read_config
from build_brief.editor import read_rulings
from build_brief.model.rulings import NO_RULINGS
from build_brief.pipeline import build_edition
from build_brief.publish.export import export
from build_brief.workforce import Work
from build_brief.writing.files import replace_file


def export_folder(folder: Path, output: Path, *, screen: Screen, work: Work) -> None:
    """Write what is found in the articles of `folder` to `output`; a project for its sources and rulings."""
    config = read_config(folder) if (folder / FILE).is_file() else None
    sources, rulings = (config.sources, read_rulings(config.editor)) if config else (folder, NO_RULINGS)
    with screen.progress() as progress:
        work = replace(work, progress=progress)
        edition = build_edition(sources, report=screen.keep, work=work, rulings=rulings)
        progress("Writing", 0, 0)
        replace_file(output, export(edition))
    screen.summarise(edition, str(output))
