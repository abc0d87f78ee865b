"""Read YAML front matter: a header between a line `---` and a line `---` or `...`.

Every value is taken as the words that stand there: a headline “1984” or “No” stays one. Front
matter that is not valid YAML (a headline with an unquoted colon, most often) is read line by line.
"""

from __future__ import annotations

import re

import yaml

from build_brief.read.manuscript import SourceFile

FENCED = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LONGEST = 20_000
"""Characters; a header is far shorter, and YAML is slow."""
PLAIN_LINE = re.compile(r"^([A-Za-z]{2,10})[ \t]*:[ \t]*([^\n]*)$", re.MULTILINE)


def read_front_matter(file: SourceFile, text: str) -> tuple[dict[str, str] | None, int]:
    """Return the fields of the front matter and where it ends; None and 0 when `text` has none."""
    found = FENCED.match(text[:LONGEST])
    if not found:
        return None, 0
    try:
        # BaseLoader builds nothing but strings, lists and mappings: safer than the safe one
        loaded = yaml.load(found[1], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError):
        return _read_plain_lines(file, found)
    if isinstance(loaded, dict):
        return _take_words(loaded), found.end()
    return None, 0


def _take_words(loaded: dict[object, object]) -> dict[str, str]:
    """Keep words and lists of words; what nests deeper is no header (and may be huge by its aliases)."""
    fields: dict[str, str] = {}
    for name, value in loaded.items():
        words = [value] if isinstance(value, str) else value
        if isinstance(name, str) and isinstance(words, list):
            fields.setdefault(name, ", ".join(word for word in words if isinstance(word, str)))
    return fields


def _read_plain_lines(file: SourceFile, found: re.Match[str]) -> tuple[dict[str, str] | None, int]:
    fields = {line[1]: line[2].strip().strip("\"'") for line in PLAIN_LINE.finditer(found[1])}
    if not fields:
        file.repaired(
            "The front matter is not valid YAML and was read as text.",
            "Write one “name: value” a line between the two lines of dashes.",
        )
        return None, 0
    file.repaired(
        "The front matter is not valid YAML; its lines were read one by one.",
        "Put values that hold a colon or a quotation mark between double quotes.",
    )
    return fields, found.end()
