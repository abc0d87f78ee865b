"""Files of a site that are made and not yet written, packed into one file that nobody else sees.

The pages of ten thousand articles would take hundreds of megabytes of memory until the last is printed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from build_brief.model.site import OutputFile, Pack, pack_file


@contextmanager
def open_spool(folder: Path | None) -> Iterator[Pack]:
    """Yield what keeps the content of files on the disk of `folder`, and gives it until this ends.

    In memory without a folder, and when the disk is full or refuses.
    """
    try:
        file = _open(folder) if folder else None
    except OSError:
        file = None
    if file is None:
        yield pack_file
        return
    with file:
        yield partial(_pack, file)


def _open(folder: Path) -> BinaryIO:
    folder.mkdir(parents=True, exist_ok=True)
    # Unbuffered: what a full disk does not take must be known at once, not when the buffer is emptied.
    return TemporaryFile(dir=folder, buffering=0)


def _pack(spool: BinaryIO, path: str, content: bytes) -> OutputFile:
    packed = zlib.compress(content, level=1)
    try:
        start = spool.seek(0, SEEK_END)
        if spool.write(packed) != len(packed):
            return pack_file(path, content)
    except OSError:
        return pack_file(path, content)
    return OutputFile(
        path=path, digest=sha256(content).hexdigest(), fetch=partial(_fetch, spool, start, len(packed))
    )


def _fetch(spool: BinaryIO, start: int, length: int) -> bytes:
    spool.seek(start)
    return zlib.decompress(spool.read(length))
