"""Read the model that crfsuite trained, which keeps features as text, as the `Weights` that are shipped.

The layout is crfsuite's: the offset of the features stands at byte 28, and each is a type, a source,
a target (four bytes each) and a weight (eight). The source is an attribute, or a label.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from string import Formatter

import numpy as np
from pycrfsuite import Tagger

from build_brief.analyse.quotes.learner.features import TEMPLATES
from build_brief.analyse.quotes.learner.weights import Weights, join_keys, list_columns, make_table

FEATURE = struct.Struct("<IIId")
STATE = 0
"""The type of a feature that tells something of a word; the other type tells of two labels in a row."""
VALUE = r"(\||[^|]+)"
"""A value as a feature writes it; of the marks that are values, only `|` itself holds one."""
STATE_VALUE = "([=OBIE])"
KEPT, HALF = ~((1 << 42) - 1) & (1 << 64) - 1, 1 << 41
"""The ten leading bits of a weight's fraction are kept; the rest is noise to pack."""


def _write_pattern(template: str) -> re.Pattern[str]:
    parts = (
        re.escape(text) + ("" if name is None else STATE_VALUE if name.startswith("state") else VALUE)
        for text, name, _, _ in Formatter().parse(template)
    )
    return re.compile("".join(parts))


PATTERNS = {template[0]: (template, _write_pattern(template)) for template in TEMPLATES}


def read_model(model: bytes) -> Weights:
    """Return the weights in `model`."""
    tagger = Tagger()
    tagger.open_inmemory(model)
    info = tagger.info()
    labels = tuple(sorted(info.labels, key=lambda label: int(info.labels[label])))
    attributes = sorted(info.attributes, key=lambda attribute: int(info.attributes[attribute]))
    weights = np.zeros((len(attributes), len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    places = _place_features(model)
    for kind, source, target, weight in FEATURE.iter_unpack(model[places.start : places.stop]):
        (weights if kind == STATE else transitions)[source, target] = weight
    read = [_read_attribute(attribute) for attribute in attributes]
    values = _number_values(read)
    weighed: dict[str, dict[int, list[float]]] = {template: {} for template in TEMPLATES}
    for (template, parts), row in zip(read, weights.tolist(), strict=True):
        (key,) = join_keys([np.array([values[part]]) for part in parts], len(values))
        weighed[template][int(key)] = row
    tables = tuple(make_table(template, rows, len(labels)) for template, rows in weighed.items())
    return Weights(labels, values, tables, transitions)


def _number_values(read: Iterable[tuple[str, Sequence[str]]]) -> dict[str, int]:
    """Return a number for each value, from 1; columns of few values go first, so that most keys are small."""
    columns: dict[str, set[str]] = {}
    for template, parts in read:
        for name, part in zip(list_columns(template), parts, strict=True):
            columns.setdefault(name, set()).add(part)
    few = sorted(columns, key=lambda name: (len(columns[name]), name))
    ordered = dict.fromkeys(value for name in few for value in sorted(columns[name]))
    return {value: number for number, value in enumerate(ordered, 1)}


def _read_attribute(attribute: str) -> tuple[str, tuple[str, ...]]:
    """Return the template that wrote `attribute`, and the values in it."""
    template, pattern = PATTERNS[attribute[0]]
    found = pattern.fullmatch(attribute)
    if found is None:
        message = f"no feature is written so: {attribute}"
        raise ValueError(message)
    return template, found.groups()


def _place_features(model: bytes) -> range:
    """Return where the features stand in `model`, byte for byte."""
    (start,) = struct.unpack_from("<I", model, 28)
    (count,) = struct.unpack_from("<I", model, start + 8)
    return range(start + 12, start + 12 + FEATURE.size * count)


def round_weights(model: bytes) -> bytes:
    """Return `model` with each weight to three digits: it says the same and packs to two thirds."""
    rounded = bytearray(model)
    for place in _place_features(model)[:: FEATURE.size]:
        (bits,) = struct.unpack_from("<Q", model, place + 12)
        struct.pack_into("<Q", rounded, place + 12, (bits + HALF) & KEPT)
    return bytes(rounded)
