"""The manifest knows what the build wrote, so that an editor's changes can be told from its own.

It stands in `docs/` as a hidden file, which MkDocs does not publish, and belongs into version control:
a page changed by hand is then known as such in every copy of the project.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_brief.model.problems import WriteError
from build_brief.writing.files import replace_file

FILE = ".build_brief.json"
FORMAT = "build_brief manifest"
VERSION = 1


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content`, in hexadecimal."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """For each path, relative to the folder with `/`, the digests that the build may have left there.

    One, except while a build is writing: then the old and the new, since it may be killed at any moment.
    """

    digests: Mapping[str, tuple[str, ...]]

    def wrote(self, path: str, content: bytes) -> bool:
        """Tell whether `content`, found at `path`, is what the build wrote there."""
        return self.knows(path, digest(content))

    def knows(self, path: str, found: str) -> bool:
        """Tell the same of content with the digest `found`."""
        return found in self.digests.get(path, ())


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of `folder`; one that knows nothing when there is none.

    Raises `WriteError` when it cannot be understood: guessing would overwrite an editor's pages.
    """
    try:
        values = json.loads((folder / FILE).read_bytes())
        files = {str(path): tuple(str(known).split()) for path, known in values["files"].items()}
    except FileNotFoundError:
        return Manifest(digests={})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        cure = "Restore it from version control, or delete it together with the pages that the build made."
        raise WriteError(str(folder / FILE), "is damaged.", cure) from error
    return Manifest(digests=files)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write `manifest` into `folder` unless it stands there already."""
    files = {path: " ".join(known) for path, known in sorted(manifest.digests.items())}
    # As `indent=1` prints it, which is ten times as slow: a line for each file.
    lines = json.dumps(files, separators=(",\n  ", ": "))[1:-1]
    listed = f"{{\n  {lines}\n }}" if files else "{}"
    head = f'"format": {json.dumps(FORMAT)},\n "version": {VERSION}'
    content = f'{{\n {head},\n "files": {listed}\n}}\n'.encode()
    file = folder / FILE
    if not file.is_file() or file.read_bytes() != content:
        replace_file(file, content)
