"""Write a site into `docs/`: only what changed, each file in one step, never over an editor's work.

A page is an editor's when its content is neither what the build wrote last nor what it would write
now. Such a page stays, and a notice names it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from build_brief.model.problems import Notice, NoticeKind, Report, WriteError
from build_brief.model.site import OutputFile, Site
from build_brief.writing.files import TEMPORARY, digest_if_any, find_temporary, replace_file
from build_brief.writing.manifest import Manifest, read_manifest, write_manifest

RESERVED = TEMPORARY.partition("-")[0]
"""How names begin that are no page's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a build will do to the files of a folder; paths are relative to it, in order."""

    write: tuple[OutputFile, ...]
    remove: tuple[str, ...]
    kept: tuple[str, ...]
    """Edited by hand, though the site has a page of the same path."""
    orphaned: tuple[str, ...]
    """Edited by hand, and no page of the site any more."""
    manifest: Manifest
    """What holds when all is done."""


def write_site(site: Site, docs: Path, *, report: Report) -> frozenset[str]:
    """Make the generated files in `docs` those of `site`, and return the paths of those that changed or went.

    Hold `lock(docs)` meanwhile. Killed at any moment, it leaves each file old or new, and the next build goes
    on from there. Raises `WriteError` when a path would lead out of `docs` or the manifest is damaged;
    `OSError` when the disk refuses.
    """
    docs.mkdir(parents=True, exist_ok=True)
    for left in find_temporary(docs):
        left.unlink()
    known = read_manifest(docs)
    plan = plan_writing(site, docs, known)
    if plan.write or plan.remove:
        write_manifest(docs, _either(known, plan.manifest))
    for file in plan.write:
        replace_file(docs / file.path, file.content)
    for path in plan.remove:
        _remove(docs, path)
    write_manifest(docs, plan.manifest)
    for notice in _notices(plan):
        report(notice)
    return frozenset((*(file.path for file in plan.write), *plan.remove))


def plan_writing(site: Site, docs: Path, known: Manifest) -> Plan:
    """Return what must be done to the files of `docs`, on which the build left what `known` says."""
    wanted = {file.path: file for file in sorted(site.files, key=lambda file: file.path)}
    stale = [path for path in sorted(known.digests) if path not in wanted]
    # One file at a time is in memory: what stands there counts by its digest.
    find = _open_way(docs)
    found = {path: digest_if_any(find(path)) for path in (*wanted, *stale)}
    kept = tuple(
        path
        for path, file in wanted.items()
        if (there := found[path]) is not None and there != file.digest and not known.knows(path, there)
    )
    orphaned = tuple(
        path for path in stale if (there := found[path]) is not None and not known.knows(path, there)
    )
    ours = {path: (file.digest,) for path, file in wanted.items() if path not in kept}
    theirs = {path: known.digests[path] for path in (*kept, *orphaned) if path in known.digests}
    return Plan(
        write=tuple(file for path, file in wanted.items() if path not in kept and found[path] != file.digest),
        remove=tuple(path for path in stale if path not in orphaned and found[path] is not None),
        kept=kept,
        orphaned=orphaned,
        manifest=Manifest(digests=ours | theirs),
    )


def _either(old: Manifest, new: Manifest) -> Manifest:
    """Return a manifest to which both what stands there and what will stand there are the build's own."""
    digests = dict(old.digests)
    for path, wanted in new.digests.items():
        there = digests.setdefault(path, wanted)
        if there != wanted:
            digests[path] = tuple(dict.fromkeys((*there, *wanted)))
    return Manifest(digests=digests)


def _open_way(docs: Path) -> Callable[[str], str]:
    """Return what gives the place of a path in `docs`; it looks at each folder on the way once."""
    inside, start = docs.resolve(), f"{docs}{os.sep}"

    @cache
    def leads_out(folder: str) -> bool:
        odd = (
            folder.startswith("/") or ".." in PurePosixPath(folder).parts or "\\" in folder or "\0" in folder
        )
        return odd or not (docs / folder).resolve().is_relative_to(inside)

    def find(path: str) -> str:
        folder, slash, name = path.rpartition("/")
        odd = name in ("", ".", "..") or "\\" in name or "\0" in name
        if odd or name.startswith(RESERVED) or leads_out(folder or slash):
            problem = f"{path!r} would be written outside the folder."
            raise WriteError(docs.name, problem, "Remove the link or the entry that leads there.")
        return start + path

    return find


def _remove(docs: Path, path: str) -> None:
    """Remove a page, and the folders that it leaves empty."""
    (docs / path).unlink(missing_ok=True)
    for folder in PurePosixPath(path).parents:
        with suppress(OSError):
            if folder.parts:
                (docs / folder).rmdir()


def _notices(plan: Plan) -> Iterator[Notice]:
    for path in plan.kept:
        yield Notice(
            kind=NoticeKind.KEPT,
            path=path,
            message="The page was edited by hand and stays as it is; what the sources say now is not in it.",
            cure="To get the new page, rename yours or undo the edit, and build again.",
        )
    for path in plan.orphaned:
        yield Notice(
            kind=NoticeKind.KEPT,
            path=path,
            message="The page was edited by hand; its sources are gone, and it is kept.",
            cure="Delete it, or give it a name of your own.",
        )
