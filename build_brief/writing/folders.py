"""Make one folder hold what another holds, file by file, without touching what is the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def mirror(source: Path, target: Path, *, first: str = "") -> None:
    """Remove from `target` what `source` has not, and move what changed from `source` into it.

    The file `first` goes before all others, so that the folder is known by it from its beginning.

    Both must lie on one disk. Hidden files of `target` (`.git`, `.nojekyll`) stay. Whoever looks meanwhile,
    or after a kill, sees each file old or new.
    """
    wanted = set(_files(source))
    for path in sorted(set(_files(target)) - wanted):
        (target / path).unlink()
        for folder in path.parents[:-1]:
            with suppress(OSError):
                (target / folder).rmdir()
    for path in sorted(wanted, key=lambda path: (path.as_posix() != first, path)):
        old, new = target / path, source / path
        if not old.is_file() or old.read_bytes() != new.read_bytes():
            old.parent.mkdir(parents=True, exist_ok=True)
            new.replace(old)


def _files(folder: Path) -> Iterator[Path]:
    """Give every file of `folder` relative to it, hidden ones and those in hidden folders left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                yield Path(place, name).relative_to(folder)
