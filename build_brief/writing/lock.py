"""One build at a time: the folder that is written to is locked while a build runs.

The lock is on the folder itself, so it leaves no file behind, and the system frees it when the build
ends in whatever way: there is no stale lock to remove.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_brief.model.problems import BusyError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold `folder`, made when missing, for the length of the block.

    Raises `BusyError` at once when another build, of this process or another, holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = _open(folder)
    try:
        _seize(handle)
    except OSError:
        os.close(handle)
        problem = "another build is writing to this folder."
        raise BusyError(str(folder), problem, "Wait until it has ended, or stop it.") from None
    try:
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _open(folder: Path) -> int:
        # Windows locks no folders; the file stays, but only a running build holds it.
        return os.open(folder / ".build_brief.lock", os.O_RDWR | os.O_CREAT)

    def _seize(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
