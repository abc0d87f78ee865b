"""Word lists that an editor can read and add to: one entry a line, `#` starts a comment."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where PyYAML was built with libyaml, a list is read in a sixth of the time; the same is read."""


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the entries of `language/<name>.txt`, as written.

    Raises `FileNotFoundError` when there is no such list.
    """
    return frozenset(_read_lines(name))


@cache
def read_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """Return each line of `language/<name>.txt` as its comma-separated forms, in the file's order."""
    return tuple(tuple(form.strip() for form in line.split(",")) for line in _read_lines(name))


@cache
def read_all_forms(name: str) -> frozenset[str]:
    """Return every form of every line of `language/<name>.txt`."""
    return frozenset(form for forms in read_forms(name) for form in forms)


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of `language/<name>.txt` in the file's order."""
    return tuple(_read_lines(name))


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return what `language/<name>.yml` holds; the one value is kept, so nobody may change it."""
    text = files("build_brief.language").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    table: dict[str, Any] = PARSER(text).get_single_data()
    return table


def _read_lines(name: str) -> Iterator[str]:
    text = files("build_brief.language").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield entry
