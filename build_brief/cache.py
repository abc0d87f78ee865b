"""What `read` and `analyse` found in each file, kept from one build to the next.

Nothing in it is needed and nothing is trusted: it serves only the same bytes under the same name, read by
the same program; a row that is damaged is a row that is missing, and a file that is no cache is made anew.
It is opened like a foreign file, so only the values of the model come out of it, and no code.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache as remember
from importlib.metadata import distributions
from pathlib import Path

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.problems import Notice

FILE = "articles.sqlite"

Found = tuple[AnnotatedArticle, tuple[Notice, ...]]
"""An article and what was noticed in its file."""

BATCH = 50
"""Articles between two commits: what a killed build loses, against a wait for the disk at each article."""

PATIENCE = 0.2
"""Seconds to wait for another build that writes; then this one does without."""

STAGES = ("model", "language", "read", "analyse")
"""The rooms whose code and word lists decide what is found in one article."""

MODULES = tuple(f"build_brief.model.{name}" for name in ("annotations", "article", "dates", "problems"))
"""What may come out of a row: the values that these define, and days."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS program (fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS article (
    name TEXT PRIMARY KEY, digest TEXT NOT NULL, seal BLOB NOT NULL, content BLOB NOT NULL
);
"""


class Cache:
    """The articles of one folder of sources; made by `open_cache`."""

    def __init__(self, base: sqlite3.Connection | None) -> None:
        """Keep in `base`; without one nothing is found and nothing kept."""
        self._base = base
        self._unsaved = 0

    def digests(self) -> Mapping[str, str]:
        """Return the name of each kept file with the SHA-256 of the bytes it had then, in hexadecimal."""
        return {str(name): str(digest) for name, digest in self._ask("SELECT name, digest FROM article")}

    def fetch(self, name: str) -> Found | None:
        """Return what the file called `name` gave; None when that is not kept, or is damaged."""
        rows = self._ask("SELECT seal, content FROM article WHERE name = ?", name)
        return _unpack(*rows[0]) if rows else None

    def keep(self, found: Found) -> None:
        """Keep what a file gave; a disk that is full or a base that is locked ends the keeping, no more."""
        content = _pack(found)
        source = found[0].article.source
        row = (found[0].article.id, source.digest, _seal(content), content)
        self._tell("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?)", *row)
        self._unsaved += 1
        if self._unsaved >= BATCH:
            self.save()

    def forget(self, name: str) -> None:
        """Drop what is kept of a file that is gone."""
        self._tell("DELETE FROM article WHERE name = ?", name)

    def save(self) -> None:
        """Make what was kept last through a crash."""
        self._unsaved = 0
        try:
            if self._base:
                self._base.commit()
        except sqlite3.Error:
            self._give_up()

    def _ask(self, question: str, *values: object) -> list[tuple[object, ...]]:
        try:
            return self._base.execute(question, values).fetchall() if self._base else []
        except sqlite3.Error:
            self._give_up()
            return []

    def _tell(self, order: str, *values: object) -> None:
        try:
            if self._base:
                self._base.execute(order, values)
        except sqlite3.Error:
            self._give_up()

    def _give_up(self) -> None:
        if self._base:
            self.close()

    def close(self) -> None:
        """Let the file go; what was not saved is lost."""
        base, self._base = self._base, None
        with suppress(sqlite3.Error):
            if base:
                base.close()


@contextmanager
def open_cache(folder: Path | None) -> Iterator[Cache]:
    """Open the cache in `folder`, made when missing; one that keeps nothing when None or not to be had."""
    opened = Cache(_open(folder / FILE) if folder else None)
    try:
        yield opened
        opened.save()
    finally:
        opened.close()


def _open(file: Path) -> sqlite3.Connection | None:
    """Return the base in `file`, emptied when another program wrote it, made anew when it is damaged."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _connect(file)
    except sqlite3.OperationalError:
        return None  # locked, read-only or no room: this build does without
    except sqlite3.DatabaseError:
        with suppress(OSError, sqlite3.Error):
            file.unlink()
            return _connect(file)
    except OSError:
        pass
    return None


def _connect(file: Path) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=PATIENCE)
    try:
        base.executescript(SCHEMA)
        if base.execute("SELECT fingerprint FROM program").fetchall() != [(fingerprint(),)]:
            base.execute("DELETE FROM article")
            base.execute("DELETE FROM program")
            base.execute("INSERT INTO program VALUES (?)", (fingerprint(),))
            base.commit()
    except BaseException:
        base.close()
        raise
    return base


def _pack(found: Found) -> bytes:
    return zlib.compress(pickle.dumps(found, protocol=5), level=1)


def _unpack(seal: object, content: object) -> Found | None:
    """Return what is in a row, None when it is not what was put there."""
    if not isinstance(content, bytes) or _seal(content) != seal:
        return None
    try:
        found = _ValuesOnly(io.BytesIO(zlib.decompress(content))).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, TypeError, ValueError, AttributeError):
        return None
    return found if isinstance(found, tuple) and isinstance(found[0], AnnotatedArticle) else None


class _ValuesOnly(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever the bytes ask for."""

    def find_class(self, module_name: str, global_name: str) -> type:
        if (module_name, global_name) == ("datetime", "date"):
            return date
        kind = getattr(sys.modules[module_name], global_name, None) if module_name in MODULES else None
        if not isinstance(kind, type) or kind.__module__ != module_name:
            message = f"{module_name}.{global_name} is no value of ours"
            raise pickle.UnpicklingError(message)
        return kind


def _seal(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


@remember
def fingerprint() -> str:
    """Return what tells this program from every other that might find something else in the same bytes.

    Made of the code and the word lists of the stages that see one article, of the interpreter, and of the
    versions of all installed packages: any of them may be what reads a page or labels a word.
    """
    room = Path(__file__).parent
    mark = hashlib.sha256(sys.version.encode())
    packages = sorted(f"{found.name}=={found.version}" for found in distributions())
    mark.update("\n".join(packages).encode())
    for stage in STAGES:
        for file in sorted((room / stage).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                mark.update(file.relative_to(room).as_posix().encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()
