"""A file that keeps bytes from one build to the next, each under a name and a digest of what they came from.

Nothing in it is needed and nothing is trusted: a row that is damaged is a row that is missing, a file that
is no store is made anew, and a disk that is full or a store that another build holds is done without.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

BATCH = 50
"""Rows between two commits: what a killed build loses, against a wait for the disk at each row."""

PATIENCE = 0.2
"""Seconds to wait for another build that writes; then this one does without."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS program (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS kept (
    name TEXT PRIMARY KEY, digest TEXT NOT NULL, seal BLOB NOT NULL, content BLOB NOT NULL
);
"""


class Store:
    """Bytes by name; made by `open_store`."""

    def __init__(self, base: sqlite3.Connection | None) -> None:
        """Keep in `base`; without one nothing is found and nothing kept."""
        self._base = base
        self._unsaved = 0

    @property
    def is_open(self) -> bool:
        """Tell whether anything is kept."""
        return self._base is not None

    def digests(self) -> Mapping[str, str]:
        """Return each name with the digest that was given with it."""
        return {str(name): str(digest) for name, digest in self._do("SELECT name, digest FROM kept")}

    def fetch(self, name: str) -> bytes | None:
        """Return what is kept under `name`; None when nothing is, or it is not what was put there."""
        for seal, packed in self._do("SELECT seal, content FROM kept WHERE name = ?", name):
            if isinstance(packed, bytes) and _seal(packed) == seal:
                with suppress(zlib.error):
                    return zlib.decompress(packed)
        return None

    def keep(self, name: str, digest: str, content: bytes) -> None:
        """Keep `content` under `name` in place of what was there."""
        packed = zlib.compress(content, level=1)
        self._do("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", name, digest, _seal(packed), packed)
        self._unsaved += 1
        if self._unsaved >= BATCH:
            self.save()

    def forget(self, name: str) -> None:
        """Drop what is kept under `name`."""
        self._do("DELETE FROM kept WHERE name = ?", name)

    def save(self) -> None:
        """Make what was kept last through a crash."""
        self._unsaved = 0
        try:
            if self._base:
                self._base.commit()
        except sqlite3.Error:
            self.close()

    def close(self) -> None:
        """Let the file go; what was not saved is lost."""
        base, self._base = self._base, None
        with suppress(sqlite3.Error):
            if base:
                base.close()

    def _do(self, order: str, *values: object) -> list[tuple[object, ...]]:
        try:
            return self._base.execute(order, values).fetchall() if self._base else []
        except sqlite3.Error:
            self.close()
            return []


@contextmanager
def open_store(file: Path | None, *, program: str) -> Iterator[Store]:
    """Open the store in `file`, made when missing; one that keeps nothing when None or not to be had.

    `program` tells who works the kept things out: what another program kept is dropped.
    """
    opened = Store(_open(file, program) if file else None)
    try:
        yield opened
        opened.save()
    finally:
        opened.close()


def _open(file: Path, program: str) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _connect(file, program)
    except sqlite3.OperationalError:
        return None  # locked, read-only or no room: this build does without
    except sqlite3.DatabaseError:
        with suppress(OSError, sqlite3.Error):
            file.unlink()
            return _connect(file, program)
    except OSError:
        pass
    return None


def _connect(file: Path, program: str) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=PATIENCE)
    try:
        base.executescript(SCHEMA)
        if base.execute("SELECT fingerprint FROM program").fetchall() != [(program,)]:
            base.execute("DELETE FROM kept")
            base.execute("DELETE FROM program")
            base.execute("INSERT INTO program VALUES (?)", (program,))
            base.commit()
    except BaseException:
        base.close()
        raise
    return base


def _seal(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()
