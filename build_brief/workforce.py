"""Who does the work that one article takes: nobody twice, this process, several, or a cluster.

What a file gives depends on its name and its bytes alone, so it may be kept, and computed anywhere; the
results come in the order of the files, whoever is done first.
"""

from __future__ import annotations

import hashlib
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from build_brief.analyse import analyse
from build_brief.cache.articles import FILE, STAGES, Found, close, pack, unpack
from build_brief.cache.memory import Living, open_memory
from build_brief.cache.program import fingerprint
from build_brief.cache.store import Store, open_store
from build_brief.cache.values import Shelf
from build_brief.cluster import PLACE, cluster_executor
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article
from build_brief.model.memory import Memory
from build_brief.model.problems import BriefError, ConfigError, Notice, NoticeKind
from build_brief.model.site import Pack, pack_file
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
    living: Living | None = None
    """What this process keeps from one build to the next, for a live site; None keeps nothing."""
    pack: Pack = pack_file
    """Keeps the files of the site until they are written."""

    def remember(
        self, file: str, articles: Iterable[Article], found: Iterable[AnnotatedArticle] = ()
    ) -> AbstractContextManager[Memory]:
        """Open what is kept in `file` of work on `articles`, or on all that was `found` in them."""
        shelf = Shelf(articles, found)
        living = self.living.worked_out[file] if self.living else None
        return open_memory(self.cache / file if self.cache else None, shelf, living)


def examine_files(files: Sequence[FoundFile], work: Work) -> Iterator[Examined]:
    """Yield what each of `files` gives, in their order; of an unchanged file, what is kept of it.

    Raises `BriefError` when those who help are lost, `ConfigError` when there is no such cluster.
    """
    place = work.cache / FILE if work.cache else None
    living = work.living.examined if work.living else {}
    with open_store(place, program=fingerprint(STAGES) if place else "") as store:
        kept, now = store.digests(), {file.name: _digest(file) for file in files}
        known = {
            name for name, found in now.items() if found in (_mark(living.get(name)), kept.get(name, ""))
        }
        fresh = _examine_all([file for file in files if file.name not in known], work)
        for file in files:
            examined = (
                _recall(file.name, now[file.name], living, store) if file.name in known else next(fresh)
            )
            if examined is None or file.name not in known:
                examined = _keep(examined or _examine_here(file), store)
            if examined[0]:
                living[file.name] = examined[0], examined[1]
            yield examined
        for name in sorted({*kept, *living}.difference(now)):
            living.pop(name, None)
            store.forget(name)


def _digest(file: FoundFile) -> str | None:
    content = load(file.path)
    return None if content is None else hashlib.sha256(content).hexdigest()


def _mark(found: Found | None) -> str:
    """Return the digest of the file that gave `found`, empty for nothing."""
    return found[0].article.source.digest if found else ""


def _recall(name: str, digest: str | None, living: Mapping[str, Found], store: Store) -> Examined | None:
    """Return what the file `name` gave when it had this digest; None when what is kept is damaged."""
    found = living.get(name)
    return found if _mark(found) == digest else unpack(store.fetch(name))


def _keep(examined: Examined, store: Store) -> Examined:
    """Keep what gave an article; what did not is soon looked at again, and may be mended by then."""
    annotated, notices = examined
    if not annotated or not store.is_open:
        return examined
    source, content = annotated.article.source, pack((annotated, notices))
    store.keep(annotated.article.id, source.digest, content)
    return close(annotated, content), notices


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
