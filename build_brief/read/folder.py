"""Find the files of a folder of sources, and say which are left out and why.

Hidden files, folders that begin with `.` or `_`, READMEs, an editor's settings (`people.yml`), the
history of the site and the pictures that a browser saves beside a page are passed over in silence.
Nothing outside the folder is ever read: a link that leads there is refused.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_brief.model.problems import ConfigError, Notice, NoticeKind, Report
from build_brief.read.other_kinds import describe_unread

PASSED_OVER = frozenset(("thumbs.db", "desktop.ini"))
SETTINGS = frozenset((".yml", ".yaml"))
HISTORY = "history.json"
"""What earlier builds said; at the top of the folder only."""
PAGES = (".html", ".htm")
PAGE_PARTS = "_files"
"""A browser saves `Page.html` together with a folder `Page_files`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read."""

    path: Path
    name: str
    """Relative to the folder of sources, with `/`: the id of its article."""


def find_files(folder: Path, suffixes: Collection[str], *, report: Report) -> tuple[FoundFile, ...]:
    """Return the files under `folder` with one of `suffixes` (small letters), by name.

    Says in notices which others were left out. Raises `ConfigError` when there is no such folder.
    """
    if not folder.is_dir():
        raise ConfigError(folder.name, "There is no such folder.", "Create it and put articles into it.")
    root = Path(os.path.realpath(folder))
    candidates = sorted(_walk(folder, ""), key=lambda found: found.name)
    return tuple(found for found in candidates if _is_accepted(found, root, suffixes, report))


def _walk(folder: Path, prefix: str) -> Iterator[FoundFile]:
    """Yield files and links; folders are entered, links to folders are yielded and judged as files."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    for entry in entries:
        if _is_passed_over(entry.name, names, top=not prefix):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith("_"):
                yield from _walk(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield FoundFile(path=Path(entry.path), name=prefix + entry.name)


def _is_passed_over(name: str, names: Collection[str], *, top: bool) -> bool:
    stem, suffix = Path(name.lower()).stem, Path(name.lower()).suffix
    if name.startswith(".") or stem == "readme" or name.lower() in PASSED_OVER or name.endswith("~"):
        return True
    if name.endswith(PAGE_PARTS) and any(name.removesuffix(PAGE_PARTS) + page in names for page in PAGES):
        return True
    return top and (suffix in SETTINGS or name == HISTORY)


def _is_accepted(found: FoundFile, root: Path, suffixes: Collection[str], report: Report) -> bool:
    refusal = _find_refusal(found, root, suffixes)
    if refusal:
        reason, cure = refusal
        name = found.name.encode("utf-8", "replace").decode("utf-8")
        report(Notice(kind=NoticeKind.LEFT_OUT, path=name, message=reason, cure=cure))
    return not refusal


def _find_refusal(found: FoundFile, root: Path, suffixes: Collection[str]) -> tuple[str, str] | None:
    """Return reason and cure when the file must not or cannot be read."""
    try:
        found.name.encode("utf-8")
    except UnicodeEncodeError:
        return "The file's name is not valid UTF-8.", "Give the file another name."
    if found.path.is_symlink():
        real = Path(os.path.realpath(found.path))
        if not real.is_relative_to(root):
            return "It is a link that leads outside the folder.", "Put a copy of the file here instead."
        if real.is_dir():
            return "It is a link to a folder.", "Delete the link; the folder itself is read."
    if found.path.suffix.lower() not in suffixes:
        return describe_unread(found.path.suffix.lower())
    if not found.path.is_file():
        return "It is no regular file, or a link to nothing.", "Put a copy of the article here instead."
    return None
