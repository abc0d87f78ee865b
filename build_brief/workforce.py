"""Who does the work that one article takes: nobody twice, this process, several, or a cluster.

What a file gives depends on its name and its bytes alone, so it may be kept, and computed anywhere; the
results come in the order of the files, whoever is done first.
"""

from __future__ import annotations

import hashlib
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from build_brief.analyse import analyse
from build_brief.cache.articles import FILE, STAGES, pack, unpack
from build_brief.cache.program import fingerprint
from build_brief.cache.store import Store, open_store
from build_brief.cluster import PLACE, cluster_executor
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.problems import BriefError, ConfigError, Notice, NoticeKind
from build_brief.read import load, read_bytes
from build_brief.read.folder import FoundFile

MIN_SHARED = 40
"""Articles from which other processes help: starting one costs as much as analysing about twenty."""

SHARE = 8
"""Articles handed over at a time: enough to make the hand-over cheap, few enough to show progress."""

AHEAD = 64
"""Shares handed over before the first is taken back: enough for a few dozen machines, little in memory."""

Examined = tuple[AnnotatedArticle | None, tuple[Notice, ...]]
"""What one file gives: its article, None when it cannot be read, and what was noticed."""

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many articles are done and how many there are; it must not raise."""


def no_progress(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the work is done; nothing of it shows in the result."""

    processes: int = 1
    """More than one start fresh interpreters, so the calling script must be importable."""
    cluster: str | None = None
    """The address of a Dask scheduler, whose machines then do the work instead; None for this machine."""
    cache: Path | None = None
    """The folder where what was found is kept for the next build; None keeps nothing."""
    progress: Progress = no_progress


def examine_files(files: Sequence[FoundFile], work: Work) -> Iterator[Examined]:
    """Yield what each of `files` gives, in their order; of an unchanged file, what is kept of it.

    Raises `BriefError` when those who help are lost, `ConfigError` when there is no such cluster.
    """
    place = work.cache / FILE if work.cache else None
    with open_store(place, program=fingerprint(STAGES) if place else "") as store:
        kept = store.digests()
        changed = [file for file in files if file.name not in kept or kept[file.name] != _digest(file)]
        fresh, names = _examine_all(changed, work), {file.name for file in changed}
        for file in files:
            known = None if file.name in names else unpack(store.fetch(file.name))
            if known:
                yield known
                continue
            found = next(fresh) if file.name in names else _examine_here(file)
            _keep(found, store)
            yield found
        for name in sorted(set(kept).difference(file.name for file in files)):
            store.forget(name)


def _digest(file: FoundFile) -> str | None:
    content = load(file.path)
    return None if content is None else hashlib.sha256(content).hexdigest()


def _keep(examined: Examined, store: Store) -> None:
    """Keep what gave an article; what did not is soon looked at again, and may be mended by then."""
    annotated, notices = examined
    if annotated:
        source = annotated.article.source
        store.keep(annotated.article.id, source.digest, pack((annotated, notices)))


def _examine_all(files: Sequence[FoundFile], work: Work) -> Iterator[Examined]:
    if not work.cluster and (work.processes <= 1 or len(files) < MIN_SHARED):
        yield from map(_examine_here, files)
        return
    try:
        with _helpers(work) as executor:
            yield from _hand_over(files, executor)
    except BrokenExecutor as error:
        place, cure = "this machine", "Run again with --processes 1."
        problem = "a process that analysed articles was ended from outside, perhaps for want of memory."
        raise BriefError(place, problem, cure) from error


def _helpers(work: Work) -> AbstractContextManager[Executor]:
    if work.cluster:
        return cluster_executor(work.cluster)
    # Fresh interpreters: a fork of a program that runs threads (a live server, a progress bar) can hang.
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=work.processes, mp_context=fresh)


def _hand_over(files: Sequence[FoundFile], executor: Executor) -> Iterator[Examined]:
    """Let `executor` examine `files`; the bytes go along, for another machine has other disks."""
    waiting: deque[Future[tuple[Examined, ...]]] = deque()
    for first in range(0, len(files), SHARE):
        share = [(file.name, load(file.path)) for file in files[first : first + SHARE]]
        waiting.append(executor.submit(examine_share, share, fingerprint(STAGES)))
        if len(waiting) > AHEAD:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def examine_share(share: Sequence[tuple[str, bytes | None]], program: str) -> tuple[Examined, ...]:
    """Return what each file, given by name and content, gives; `program` is the `fingerprint` of who asks.

    Raises `ConfigError` on a machine where another version of the program is installed.
    """
    if program != fingerprint(STAGES):
        problem = "a worker has another version of build-brief, of Python or of a package."
        raise ConfigError(PLACE, problem, "Install the same on every machine of the cluster.")
    return tuple(examine(name, content) for name, content in share)


def _examine_here(file: FoundFile) -> Examined:
    return examine(file.name, load(file.path))


def examine(name: str, content: bytes | None) -> Examined:
    """Do all that can be done for one file without another; `content` is None when it cannot be opened.

    A mistake of the program itself costs this one file, and is named like any other reason.
    """
    notices: list[Notice] = []
    try:
        article = read_bytes(content, name=name, report=notices.append)
        return (analyse(article) if article else None), tuple(notices)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other articles are published
        reason = f"The program failed on this file ({type(error).__name__}: {error})."
        cure = "Please report it with the file; until then, move the file away."
        return None, (Notice(kind=NoticeKind.LEFT_OUT, path=name, message=reason, cure=cure),)
