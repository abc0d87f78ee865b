"""Which program this is: what another one worked out may differ, and is not taken over."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOM = Path(__file__).parents[1]


@cache
def fingerprint(rooms: Iterable[str] = ()) -> str:
    """Return what tells this program from every other that might make something else of the same bytes.

    Made of the code and the word lists of those `rooms`, of the interpreter, and of the versions of all
    installed packages: any of them may be what reads a page or labels a word.
    """
    from importlib.metadata import distributions

    mark = hashlib.sha256(sys.version.encode())
    packages = sorted({f"{found.name}=={found.version}" for found in distributions()})
    mark.update("\n".join(packages).encode())
    for room in rooms:
        for file in sorted((ROOM / room).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                mark.update(file.relative_to(ROOM).as_posix().encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()
