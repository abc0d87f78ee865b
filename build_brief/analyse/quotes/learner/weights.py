"""The weights of the model that marks who said what: how they are kept in a file, and added up.

A feature is a template filled with values (`features.py`). Each value has a number, and the numbers of
a feature's values, written one after the other as digits, are its key; a table for each template
holds the keys that weigh something, in order, with a weight for each label.

The file is packed with xz: one line of JSON (labels, values, how many keys each template has), the
keys, and the weights in columns, labels of the word before first (“transitions”), little-endian.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Rows = NDArray[np.integer[Any]]
Scores = NDArray[np.float64]
Weighed = NDArray[np.float32]
"""As precise as the file; half as much to be looked through as what is added up."""

NO_KEY = np.iinfo(np.int64).max
LARGE = 1 << 21
"""Keys below have their row in a list; larger ones are found by `SPREAD`."""
SPREAD = np.int64(-7046029254386353131)
"""Odd, and near to two to the power of 64 over the golden ratio: keys times this differ in their first digits
(Knuth, “The Art of Computer Programming” 3, 6.4, “Fibonacci hashing”)."""
ROOM = 4
"""Slots for each key: with so many, hardly three of them want the same."""
PACKING = ({"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 2},)


class Table:
    """What the features of one template weigh."""

    def __init__(self, template: str, keys: Numbers, weights: Weighed) -> None:
        """Take the keys in order and a row of weights for each; the last, `NO_KEY`, weighs nothing."""
        self.template, self.keys, self.weights = template, keys, weights
        self.columns = list_columns(template)
        self._nothing = len(keys) - 1
        self._is_list = len(keys) > 1 and keys[-2] < LARGE
        self._slots = 1 << (ROOM * len(keys)).bit_length()
        self._rows = self._list_rows() if self._is_list else self._lay_out()

    def weigh(self, keys: Numbers) -> Weighed:
        """Return for each feature, given by its key, a row of what it weighs for each label."""
        rows = self._rows[0].take(keys, mode="clip") if self._is_list else self._look_up(keys)
        return self.weights.take(rows, axis=0)

    def _list_rows(self) -> list[Rows]:
        rows = np.full(self.keys[-2] + 2, self._nothing, np.min_scalar_type(self._nothing))
        rows[self.keys[:-1]] = range(self._nothing)
        return [rows]

    def _lay_out(self) -> list[Rows]:
        """Return for each slot the row of a key that wants it; then the same for the keys that are left."""
        wanted, left = self._spread(self.keys), np.arange(self._nothing)
        laid: list[Rows] = []
        while len(left) or not laid:
            laid.append(np.full(self._slots, self._nothing, np.int32))
            laid[-1][wanted[left]] = left
            left = left[laid[-1][wanted[left]] != left]
        return laid

    def _look_up(self, keys: Numbers) -> Rows:
        wanted = self._spread(keys)
        rows = self._rows[0].take(wanted)
        left = np.flatnonzero(self.keys.take(rows) != keys)
        for others in self._rows[1:]:
            rows[left] = others.take(wanted.take(left))
            left = left[self.keys.take(rows.take(left)) != keys.take(left)]
        rows[left] = self._nothing
        return rows

    def _spread(self, keys: Numbers) -> Numbers:
        """Return the slot that each key wants."""
        return (keys * SPREAD >> np.int64(32)) & (self._slots - 1)


class Weights(NamedTuple):
    """A linear-chain model: what each label weighs for a word, and after each label."""

    labels: tuple[str, ...]
    values: Mapping[str, int]
    """The number of each value, from 1; 0 is a value that no feature has."""
    tables: tuple[Table, ...]
    transitions: Scores
    """A row for each label of the word before, a column for each label of the word."""

    def score(self, columns: Mapping[str, Numbers]) -> Scores:
        """Return for each word, a row, what each label weighs; `columns` hold the numbers of its values."""
        scores = np.zeros((len(columns["word"]), len(self.labels)))
        for table in self.tables:
            keys = join_keys([columns[name] for name in table.columns], len(self.values))
            scores += table.weigh(keys)
        return scores


@cache
def list_columns(template: str) -> tuple[str, ...]:
    """Return the names of the columns that `template` tells together, in order."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name)


def join_keys(columns: Sequence[Numbers], values: int) -> Numbers:
    """Return the keys of features whose values have the numbers in `columns`, of `values` values in all."""
    keys = columns[0]
    for column in columns[1:]:
        keys = keys * (values + 1) + column
    return keys


def make_table(template: str, weighed: Mapping[int, Sequence[float]], labels: int) -> Table:
    """Return the table of a template from the keys that weigh something, each with one for each label."""
    keys = sorted(weighed)
    rows = [*(weighed[key] for key in keys), [0.0] * labels]
    return Table(template, np.array([*keys, NO_KEY], np.int64), np.array(rows, np.float32))


def pack_weights(weights: Weights) -> bytes:
    """Return the file that holds `weights`, to the precision of four bytes each."""
    sizes = {table.template: len(table.keys) for table in weights.tables}
    head = {"labels": weights.labels, "values": list(weights.values), "sizes": sizes}
    keys = np.concatenate([np.diff(table.keys, prepend=0) for table in weights.tables])
    rows = np.concatenate([weights.transitions, *(table.weights for table in weights.tables)])
    parts = (json.dumps(head, ensure_ascii=False).encode(), b"\n", keys.astype("<i8"), rows.T.astype("<f4"))
    return lzma.compress(b"".join(map(bytes, parts)), filters=PACKING)


def unpack_weights(file: bytes) -> Weights:
    """Return the weights that `pack_weights` wrote."""
    head, _, body = lzma.decompress(file).partition(b"\n")
    known = json.loads(head)
    labels, sizes = tuple(known["labels"]), known["sizes"]
    ends = np.cumsum(list(sizes.values()))
    steps = np.frombuffer(body, "<i8", count=ends[-1])
    rows = np.frombuffer(body, "<f4", offset=steps.nbytes).reshape(len(labels), -1).T
    transitions, weights = rows[: len(labels)], rows[len(labels) :]
    tables = tuple(
        Table(template, np.cumsum(steps[end - size : end]), np.ascontiguousarray(weights[end - size : end]))
        for (template, size), end in zip(sizes.items(), ends.tolist(), strict=True)
    )
    values = {value: number for number, value in enumerate(known["values"], 1)}
    return Weights(labels, values, tables, np.ascontiguousarray(transitions, np.float64))
