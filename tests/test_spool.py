"""Files wait for being written on disk, and in memory when the disk refuses."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

import pytest

from build_brief.cache import spool
from build_brief.cache.spool import open_spool


def test_what_is_kept_comes_back_in_any_order_and_leaves_nothing(tmp_path: Path) -> None:
    contents = {f"{number}.md": bytes([number]) * number * 100 for number in range(20)}
    with open_spool(tmp_path / "cache") as pack:
        files = [pack(path, content) for path, content in contents.items()]
        assert {file.path: file.content for file in reversed(files)} == contents
        assert pack("late.md", b"late").content == b"late"
        assert all(file.digest == sha256(contents[file.path]).hexdigest() for file in files)
    assert list((tmp_path / "cache").iterdir()) == []


class Full:
    """A disk that takes half of what it is given, and then nothing."""

    def __init__(self, file: BinaryIO, error: OSError | None) -> None:
        self._file, self._error = file, error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def seek(self, *place: int) -> int:
        return self._file.seek(*place)

    def write(self, content: bytes) -> int:
        if self._error:
            raise self._error
        return self._file.write(content[: len(content) // 2])


@pytest.mark.parametrize("error", [None, OSError(errno.ENOSPC, "full")], ids=["cut short", "refused"])
def test_a_full_disk_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError | None
) -> None:
    make = spool._open
    monkeypatch.setattr(spool, "_open", lambda folder: Full(make(folder), error))
    with open_spool(tmp_path) as pack:
        assert pack("a.md", b"every word" * 100).content == b"every word" * 100


@pytest.mark.parametrize("folder", [None, "file"])
def test_without_a_folder_files_wait_in_memory(tmp_path: Path, folder: str | None) -> None:
    (tmp_path / "file").write_bytes(b"")
    with open_spool(tmp_path / folder if folder else None) as pack:
        assert pack("a.md", b"a").content == b"a"
