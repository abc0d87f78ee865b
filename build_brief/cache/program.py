"""Which program this is: what another one worked out may differ, and is not taken over."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOM = Path(__file__).parents[1]

RECORD = re.compile(r"(?P<name>.+?)(?P<version>-[^-]+)?\.(?:dist-info|egg-info)", re.IGNORECASE)
"""What an installed package leaves, with its name and version; what stands in it takes long to read."""


@cache
def fingerprint(rooms: Iterable[str] = ()) -> str:
    """Return what tells this program from every other that might make something else of the same bytes.

    Made of the code and the word lists of those `rooms`, of the interpreter, and of the versions of all
    installed packages: any of them may be what reads a page or labels a word.
    """
    mark = hashlib.sha256(sys.version.encode())
    mark.update("\n".join(_find_packages()).encode())
    for room in rooms:
        for file in sorted((ROOM / room).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                mark.update(file.relative_to(ROOM).as_posix().encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()


@cache
def _find_packages() -> tuple[str, ...]:
    """Return name and version of all packages that are installed where this program looks for modules."""
    places = [Path(place) for place in sys.path if place]
    names = {entry.name for place in places if place.is_dir() for entry in place.iterdir()}
    records = (RECORD.fullmatch(name) for name in names)
    return tuple(sorted({_normalise(found["name"]) + (found["version"] or "") for found in records if found}))


def _normalise(name: str) -> str:
    """Return the name of a package as every installer writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()
