"""What the stages worked out of several articles, kept by a digest of what they had before them.

A live site keeps it in memory from one build to the next; on disk it lasts longer. What a build did not ask
for is dropped at its end, so that as much is kept as the last build needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from build_brief.cache.articles import Found
from build_brief.cache.program import fingerprint
from build_brief.cache.sheets import Sheets
from build_brief.cache.store import Store, open_store
from build_brief.cache.values import Shelf, read_value, write_value
from build_brief.model.memory import Value

SHEET = "beside "
"""How the names of rows begin that keep many values; keys are hexadecimal."""

LINKED = "linked.sqlite"
DRAFTS = "drafts.sqlite"
PRINTED = "printed.sqlite"
"""What is kept of the linked articles, of the composed stories, and of the printed pages."""

STAGES = ("model", "language", "read", "analyse", "link", "compose", "publish", "cache")
"""The rooms that decide what is worked out of values whose digest is the key, and how it is kept."""

MODULES = frozenset(
    (
        *(
            f"build_brief.model.{name}"
            for name in (
                "annotations", "article", "briefing", "changes", "dates", "differences", "dossier", "edition",
                "history", "namings", "statements",
            )
        ),
        *(
            f"build_brief.link.{name}"
            for name in (
                "issues.found", "issues.topics", "names.forms", "names.gathering", "names.portraits",
                "stories.terms",
            )
        ),
        *(f"build_brief.compose.{name}" for name in ("drafts", "sentences.passages", "pages.related")),
        *(f"build_brief.publish.{name}" for name in ("wording.citations", "press.printed")),
    )
)  # fmt: skip
"""Where the values are defined that may come out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """What one process keeps in memory from one build to the next."""

    examined: dict[str, Found] = field(default_factory=dict)
    """What each file gave that held an article, by its name."""
    worked_out: defaultdict[str, dict[str, object]] = field(default_factory=lambda: defaultdict(dict))
    """By the file that keeps the same on disk, then by key."""


class KeptWork:
    """A `Memory` in a store, and before it in this process; made by `open_memory`."""

    def __init__(self, store: Store, shelf: Shelf, living: dict[str, object] | None) -> None:
        """Take values from `living`, then from `store`; their words are those of the articles on `shelf`."""
        self._store, self._shelf, self._living = store, shelf, living
        self._known = store.digests()
        self._asked: dict[str, object] = {}
        self._sheets = Sheets(store)

    @property
    def remembers(self) -> bool:
        """Tell whether anything is kept in memory or on disk."""
        return self._living is not None or self._store.is_open

    def recall(self, kind: type[Value], key: str, make: Callable[[], Value], beside: str = "") -> Value:
        """Return what is kept under `key`, a value of `kind`; what `make` returns when nothing is.

        It is on the sheet with all that is kept `beside` the same.
        """
        value = self._living.get(key) if self._living is not None else None
        if not isinstance(value, kind):
            value = self._read(key, beside)
        if not isinstance(value, kind):
            value = make()
            self._keep(key, value, beside)
        if beside:
            self._sheets.ask(SHEET + beside, key)
        self._asked[key] = value if self._living is not None else None
        return value

    def finish(self) -> None:
        """Write the sheets, and drop what nobody asked for."""
        if self._store.is_open:
            self._sheets.finish(self._known)
        for key in sorted(self._known.keys() - self._asked.keys() - self._sheets.names):
            self._store.forget(key)
        if self._living is not None:
            self._living.clear()
            self._living.update(self._asked)

    def _read(self, key: str, beside: str) -> object | None:
        if beside:
            content = self._sheets.take(SHEET + beside, key)
        else:
            content = self._store.fetch(key) if key in self._known else None
        return read_value(content, modules=MODULES, shelf=self._shelf) if content else None

    def _keep(self, key: str, value: object, beside: str) -> None:
        content = write_value(value, shelf=self._shelf) if self._store.is_open else b""
        if content and beside:
            self._sheets.add(SHEET + beside, key, content)
        elif content:
            self._store.keep(key, "", content)


@contextmanager
def open_memory(
    file: Path | None, shelf: Shelf, living: dict[str, object] | None = None
) -> Iterator[KeptWork]:
    """Open what is kept in `file` of work on the articles of `shelf`; without a file only `living` keeps it.

    The articles must be those that the keys tell of: a digest of an article stands for its words.
    """
    with open_store(file, program=fingerprint(STAGES) if file else "") as store:
        memory = KeptWork(store, shelf, living)
        yield memory
        memory.finish()
