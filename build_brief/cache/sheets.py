"""Small values kept many to a row: to fetch and unpack a row takes longer than to read one of them.

A sheet has what is asked for in one breath: what linking made of one article, some hundred printed pages.
It is fetched whole when the first of its values is asked for, and written whole at the end of a build when
other values stand on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from build_brief.cache.store import Store
from build_brief.cache.values import Shelf, read_value, write_value
from build_brief.model.memory import key_of

Packed = Mapping[str, bytes]
"""The bytes of values, by key."""

PLAIN = Shelf()
"""A sheet itself holds words and bytes alone."""


class Sheets:
    """The sheets of a store, of which nothing is trusted: one that is damaged is one that is missing."""

    def __init__(self, store: Store) -> None:
        """Keep sheets in `store`."""
        self._store = store
        self._open: dict[str, dict[str, bytes]] = {}
        """What has been fetched and not yet asked for."""
        self._asked: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._fresh: defaultdict[str, dict[str, bytes]] = defaultdict(dict)

    @property
    def names(self) -> frozenset[str]:
        """The sheets of which something was asked for."""
        return frozenset(self._asked)

    def ask(self, sheet: str, key: str) -> None:
        """Note that the value of `key` is needed, whoever has it."""
        self._asked[sheet][key] = None

    def take(self, sheet: str, key: str) -> bytes | None:
        """Return what is kept under `key` in `sheet`, once; None when nothing is."""
        if sheet not in self._open:
            self._open[sheet] = dict(self._fetch(sheet))
        return self._open[sheet].pop(key, None)

    def add(self, sheet: str, key: str, content: bytes) -> None:
        """Keep `content` in `sheet` from the end of this build on."""
        self._fresh[sheet][key] = content

    def finish(self, known: Mapping[str, str]) -> None:
        """Write the sheets on which other values stand than `known` says, by the digest of each."""
        for sheet, keys in self._asked.items():
            if self._fresh.get(sheet) or known.get(sheet) != _digest(keys):
                old = self._fetch(sheet)
                values = {key: old[key] for key in keys if key in old} | self._fresh.get(sheet, {})
                self._store.keep(sheet, _digest(values), write_value(values, shelf=PLAIN))

    def _fetch(self, sheet: str) -> Packed:
        content = self._store.fetch(sheet)
        values = read_value(content, modules=frozenset(), shelf=PLAIN) if content else None
        return values if isinstance(values, dict) else {}


def _digest(keys: Mapping[str, object]) -> str:
    return key_of(sorted(keys))
