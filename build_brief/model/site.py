"""The files of a site, before any is written."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file to write; ten thousand articles make a gigabyte of them, so its content is fetched at need."""

    path: str
    """Relative to `docs/`, with `/`; never absolute, never with `..`."""
    digest: str
    """SHA-256 of the content, in hexadecimal."""
    fetch: Callable[[], bytes] = field(repr=False, compare=False)
    """Gives the content: unpacks it, reads it, or makes it again."""

    @property
    def content(self) -> bytes:
        """What will stand in the file."""
        return self.fetch()


Pack = Callable[[str, bytes], OutputFile]
"""Makes a file of a path, relative to `docs/`, and its content, which it keeps somewhere."""


def pack_file(path: str, content: bytes) -> OutputFile:
    """Return the file at `path`, relative to `docs/`, that holds `content`; it is kept packed in memory."""
    packed = zlib.compress(content, level=1)
    return OutputFile(path=path, digest=sha256(content).hexdigest(), fetch=partial(zlib.decompress, packed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All files of the site, by path."""

    files: tuple[OutputFile, ...]
