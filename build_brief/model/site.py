"""The files of a site, before any is written."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file to write; until then it is kept packed, for ten thousand articles make a gigabyte of pages."""

    path: str
    """Relative to `docs/`, with `/`; never absolute, never with `..`."""
    digest: str
    """SHA-256 of the content, in hexadecimal."""
    packed: bytes

    @property
    def content(self) -> bytes:
        """What will stand in the file."""
        return zlib.decompress(self.packed)


def pack_file(path: str, content: bytes) -> OutputFile:
    """Return the file at `path`, relative to `docs/`, that holds `content`."""
    return OutputFile(path=path, digest=sha256(content).hexdigest(), packed=zlib.compress(content, level=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All files of the site, by path."""

    files: tuple[OutputFile, ...]
