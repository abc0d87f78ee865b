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
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]
Weighed = NDArray[np.float32]
"""As precise as the file; half as much to be looked through as what is added up."""

NO_KEY = np.iinfo(np.int64).max
LARGE = 1 << 21
"""Keys below have their row in a list; larger ones are searched for."""
PACKING = ({"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 2},)


class Table:
    """What the features of one template weigh."""

    def __init__(self, template: str, keys: Numbers, weights: Weighed) -> None:
        """Take the keys in order and a row of weights for each; the last, `NO_KEY`, weighs nothing."""
        self.template, self.keys, self.weights = template, keys, weights
        self._rows: Numbers | None = None
        if len(keys) > 1 and keys[-2] < LARGE:
            self._rows = np.full(keys[-2] + 2, len(keys) - 1, np.int32)
            self._rows[keys[:-1]] = range(len(keys) - 1)

    def weigh(self, keys: Numbers) -> Weighed:
        """Return for each feature, given by its key, a row of what it weighs for each label."""
        if self._rows is not None:
            return self.weights.take(self._rows.take(keys, mode="clip"), axis=0)
        rows = self.keys.searchsorted(keys)
        rows[self.keys.take(rows) != keys] = len(self.keys) - 1
        return self.weights.take(rows, axis=0)


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
            keys = join_keys([columns[name] for name in list_columns(table.template)], len(self.values))
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
