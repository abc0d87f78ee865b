"""Read `issues.yml`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from build_brief.editor.sheet import Sheet
from build_brief.model.rulings import IssueRuling

KEYS = ("words", "merge", "rename", "hide")
EXAMPLE = "`Housing:` and below it, indented, `words: [rents, affordable homes]`."


def read_issues(sheet: Sheet, node: yaml.Node | None) -> Iterator[IssueRuling]:
    """Give the rulings of the file, in their order."""
    for key, name, value in sheet.table(node, EXAMPLE):
        fields = sheet.fields(value, name, KEYS)
        if fields:
            yield IssueRuling(
                entry=sheet.entry(key, name),
                name=name,
                words=sheet.word_list(fields.get("words"), name, "words"),
                merge=sheet.word_list(fields.get("merge"), name, "merge"),
                rename=sheet.one(fields, "rename", name),
                hide=sheet.flag(fields.get("hide"), name, "hide"),
            )
