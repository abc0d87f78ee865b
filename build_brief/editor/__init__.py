"""Read what an editor has decided: the files of the folder `editor/` become `Rulings`.

Every fault of every file is found before the run stops, and nothing is written then. What is merely not
found in the sources (a name, an article) is no fault: sources come and go. `link` says so in a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from build_brief.editor.combined import combine
from build_brief.editor.contradictions import find_contradictions
from build_brief.editor.entities import read_entities
from build_brief.editor.issues import read_issues
from build_brief.editor.sheet import Sheet
from build_brief.editor.speakers import read_speakers
from build_brief.editor.stories import read_stories
from build_brief.editor.yaml_text import Fault, Unreadable, parse, read_text
from build_brief.language.nearest import find_nearest
from build_brief.model.dossier import EntityKind
from build_brief.model.problems import RulingsError
from build_brief.model.rulings import NO_RULINGS, Rulings

Ruling = TypeVar("Ruling")

FILES = (*(f"{kind.value}.yml" for kind in EntityKind), "issues.yml", "stories.yml", "speakers.yml")
PASSED_OVER = (".md", ".txt", ".bak", ".orig", ".swp", "~")
"""Notes beside the files, and what editing programs leave behind."""


def read_rulings(folder: Path) -> Rulings:
    """Return the rulings in `folder`; none when there is no such folder.

    Raises `RulingsError` with every fault, each with file, line, entry and cure.
    """
    if not folder.is_dir():
        return NO_RULINGS
    faults: list[Fault] = list(_refuse_others(folder))
    read = partial(_read_file, folder, faults)
    entities = [
        ruling
        for kind in EntityKind
        for ruling in read(f"{kind.value}.yml", partial(read_entities, kind=kind))
    ]
    rulings = Rulings(
        entities=combine(entities, faults),
        issues=combine(read("issues.yml", read_issues), faults),
        stories=tuple(read("stories.yml", read_stories)),
        speakers=tuple(read("speakers.yml", read_speakers)),
    )
    faults += find_contradictions(rulings)
    if faults:
        raise RulingsError(*faults)
    return rulings


def _refuse_others(folder: Path) -> Iterator[Fault]:
    """Give a fault for each file that would be overlooked: `person.yml`, `people.yaml`."""
    for name in sorted(path.name for path in folder.iterdir()):
        if name in FILES or name.startswith(".") or name.lower().endswith(PASSED_OVER):
            continue
        near = find_nearest(Path(name).stem, (Path(file).stem for file in FILES), most=1)
        meant = f"Did you mean {near[0]}.yml? " if near else ""
        yield f"{folder.name}/{name}", "no such file is read.", f"{meant}Files here are {', '.join(FILES)}."


def _read_file(
    folder: Path,
    faults: list[Fault],
    name: str,
    read: Callable[[Sheet, yaml.Node | None], Iterator[Ruling]],
) -> tuple[Ruling, ...]:
    """Return the rulings of the file `name`, none when it is missing; add its faults to `faults`."""
    file, sheet = folder / name, Sheet(f"{folder.name}/{name}")
    if not file.is_file():
        return ()
    try:
        rulings = tuple(read(sheet, parse(read_text(file))))
    except Unreadable as error:
        faults.append((f"{sheet.name}, line {error.line}", error.problem, error.cure))
        return ()
    faults += sheet.faults
    return rulings
