"""One file on disk, written in one step: whoever looks sees the old content or the new, never half."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from io import FileIO
from pathlib import Path

TEMPORARY = ".build_brief-tmp"
"""One name for each folder: files are written one after another, and what a killed run left is replaced."""


def replace_file(path: Path, content: bytes) -> None:
    """Give `path` the content `content` in one step; folders on the way are made.

    Raises `OSError` when that is not possible; then the old file stands as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / TEMPORARY
    temporary.unlink(missing_ok=True)
    try:
        # "x": a link that somebody put there in between is not followed.
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def read_file_if_any(path: Path) -> bytes | None:
    """Return the content of the file at `path`, None when there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def digest_if_any(path: str) -> str | None:
    """Return the SHA-256 of the file at `path`, in hexadecimal, None when there is none.

    A build asks this of every page: without a `Path` and a buffer it takes a third of the time.
    """
    try:
        with FileIO(path) as file:
            return sha256(file.readall()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None


def find_temporary(folder: Path) -> Iterator[Path]:
    """Yield what killed builds left anywhere in `folder`."""
    for place, _, names in os.walk(folder):
        if TEMPORARY in names:
            yield Path(place, TEMPORARY)
