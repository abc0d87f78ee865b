"""`build-brief review`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_brief.cli.screen import Screen, plain
from build_brief.config import Config
from build_brief.editor import read_rulings
from build_brief.pipeline import build_dossier, cache_of
from build_brief.review import Section, review
from build_brief.review.doubts import print_doubt
from build_brief.workforce import Work
from build_brief.writing.files import replace_file

SHOWN = 20
"""Doubts of one sort that a terminal shows; a file has all."""


def review_project(config: Config, output: Path | None, *, screen: Screen, work: Work) -> None:
    """Print what an editor can settle, or write all of it into `output`."""
    rulings = read_rulings(config.editor)
    with screen.progress() as progress:
        work = replace(work, progress=progress, cache=cache_of(config))
        dossier = build_dossier(config.sources, report=screen.keep, work=work, rulings=rulings)
        progress("Reviewing", 0, 0)
        sections = review(dossier, rulings)
    folder = config.editor.name
    if output:
        text = "\n".join(map(plain, lines(sections, folder, limit=None))) + "\n"
        replace_file(output, text.encode("utf-8", "backslashreplace"))
    else:
        for line in lines(sections, folder, limit=SHOWN):
            screen.say(line)
    counts = [f"{section.title}: {len(section.doubts):,}" for section in sections]
    screen.say(f"{'; '.join(counts) or 'Nothing is in doubt'}{f': {output}' if output else ''}.")


def lines(sections: Sequence[Section], folder: str, *, limit: int | None) -> Iterator[str]:
    """Give the lines of the review: everything but the rulings to paste is a comment."""
    for section in sections:
        yield f"# == {section.title}: {len(section.doubts):,}"
        for doubt in section.doubts[:limit]:
            yield ""
            yield from print_doubt(doubt, folder)
        if limit is not None and len(section.doubts) > limit:
            yield f"# {len(section.doubts) - limit:,} more: --output FILE lists all."
        yield ""
