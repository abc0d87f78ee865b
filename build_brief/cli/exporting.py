"""`build-brief export`."""

from __future__ import annotations

from pathlib import Path

from build_brief.cli.screen import Screen
from build_brief.config import FILE, read_config
from build_brief.pipeline import Work, build_edition
from build_brief.publish.export import export
from build_brief.writing.files import replace_file


def export_folder(folder: Path, output: Path, *, screen: Screen, processes: int) -> None:
    """Write what is found in the articles of `folder` to `output`; a project stands for its sources."""
    sources = read_config(folder).sources if (folder / FILE).is_file() else folder
    with screen.progress() as progress:
        work = Work(processes=processes, progress=progress)
        edition = build_edition(sources, report=screen.keep, work=work)
        progress("Writing", 0, 0)
        replace_file(output, export(edition))
    screen.summarise(edition, str(output))
