"""What a live site takes for a change: the editor's doing, not its own.

MkDocs watches `docs/` and builds again after whatever happens there, what the build itself wrote included;
and it watches only folders that are there when it starts.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from os import fsdecode
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileModifiedEvent, FileSystemEvent, FileSystemEventHandler

from build_brief.model.problems import WriteError
from build_brief.writing.files import TEMPORARY, read_file_if_any
from build_brief.writing.manifest import FILE, Manifest, read_manifest

Hear = Callable[[FileSystemEvent], None]


class OwnWriting:
    """Knows what the build writes into `docs`, and what it takes away."""

    def __init__(self, docs: Path) -> None:
        """Start with what stands there."""
        self._docs = docs
        self._stamp: object = None
        self._manifest = Manifest(digests={})
        self._taken: set[str] = set()

    def is_own(self, path: Path) -> bool:
        """Tell whether what stands at `path`, or stands there no more, is the build's doing.

        While a build writes, its manifest knows what stood there before and what will.
        """
        if path.name in (TEMPORARY, FILE):
            return True
        known, name = self._read(), path.relative_to(self._docs).as_posix()
        try:
            content = read_file_if_any(path)
        except OSError:  # another program holds it, or it is a folder by now; an error would end the watching
            return False
        return name in self._taken - set(known.digests) if content is None else known.wrote(name, content)

    def _read(self) -> Manifest:
        with suppress(OSError, WriteError):
            found = (self._docs / FILE).stat()
            stamp = found.st_mtime_ns, found.st_ino
            if stamp != self._stamp:
                before, self._manifest = self._manifest, read_manifest(self._docs)
                self._stamp, self._taken = stamp, self._taken | set(before.digests)
        return self._manifest


def heed_editors_alone(server: LiveReloadServer, docs: Path, note: Callable[[str], None]) -> Hear:
    """Let `server`, which watches `docs`, overhear there what the build does.

    The names of the files that an editor changed go to `note`. Returns what makes it build again when it is
    told of a change.
    """
    own, heard = OwnWriting(docs), list[Hear]()
    own.is_own(docs / FILE)  # what stands there now is known before anything goes

    def schedule(handler: FileSystemEventHandler, path: str, **options: Any) -> object:  # noqa: ANN401 - handed on
        hear = handler.on_any_event
        heard.append(hear)

        def listen(event: FileSystemEvent) -> None:
            places = [Path(fsdecode(place)) for place in (event.src_path, event.dest_path) if place]
            theirs = [] if event.is_directory else [place for place in places if not own.is_own(place)]
            for place in theirs:
                note(place.relative_to(docs).as_posix())
            if theirs:
                hear(event)

        handler.on_any_event = listen  # type: ignore[method-assign]
        return plainly(handler, path, **options)

    server.unwatch(str(docs))
    plainly = server.observer.schedule
    server.observer.schedule = schedule  # type: ignore[method-assign,assignment]
    try:
        server.watch(str(docs))
    finally:
        server.observer.schedule = plainly  # type: ignore[method-assign]
    return heard[0]


class Newcomer(FileSystemEventHandler):
    """Lets a live site watch a folder as soon as there is one."""

    def __init__(self, server: LiveReloadServer, folder: Path, hear: Hear) -> None:
        """Wait for `folder`, tell of it by `hear`."""
        self._server, self._folder, self._hear = server, folder, hear

    def on_created(self, event: FileSystemEvent) -> None:
        """Watch the folder that was made, and take its files in, which may be there already."""
        if Path(fsdecode(event.src_path)) == self._folder:
            self._server.watch(str(self._folder))
            self._hear(FileModifiedEvent(str(self._folder)))

    def on_deleted(self, event: FileSystemEvent) -> None:
        """Let go of the folder, whose files rule no more."""
        if Path(fsdecode(event.src_path)) == self._folder:
            with suppress(KeyError):
                self._server.unwatch(str(self._folder))
            self._hear(FileModifiedEvent(str(self._folder)))


def await_folder(server: LiveReloadServer, folder: Path, hear: Hear) -> None:
    """Let `server` watch `folder` once it is there, and tell of it by `hear`."""
    server.observer.schedule(Newcomer(server, folder, hear), str(folder.parent), recursive=False)
