"""Read `people.yml`, `organisations.yml` and `places.yml`."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from build_brief.editor.sheet import Sheet
from build_brief.model.dossier import EntityKind
from build_brief.model.rulings import EntityRuling, Split

KEYS = ("merge", "split", "apart", "rename", "aliases", "roles", "hide", "show")
EXAMPLE = "`Ana Ruiz:` and below it, indented, `merge: [A. Ruiz]`."


def read_entities(sheet: Sheet, node: yaml.Node | None, kind: EntityKind) -> Iterator[EntityRuling]:
    """Give the rulings of one file, in their order."""
    for key, name, value in sheet.table(node, EXAMPLE):
        fields = sheet.fields(value, name, KEYS)
        if fields:
            yield EntityRuling(
                entry=sheet.entry(key, name),
                kind=kind,
                name=name,
                merge=sheet.word_list(fields.get("merge"), name, "merge"),
                split=tuple(_read_splits(sheet, fields["split"], name)) if "split" in fields else (),
                apart=sheet.word_list(fields.get("apart"), name, "apart"),
                rename=sheet.one(fields, "rename", name),
                aliases=sheet.word_list(fields.get("aliases"), name, "aliases"),
                roles=sheet.word_list(fields.get("roles"), name, "roles"),
                hide=sheet.flag(fields.get("hide"), name, "hide"),
                show=sheet.flag(fields.get("show"), name, "show"),
            )


def _read_splits(sheet: Sheet, node: yaml.Node, name: str) -> Iterator[Split]:
    if not isinstance(node, yaml.MappingNode):
        cure = "Write whom the name means, and in which articles: `split: {Ana Ruiz (painter): [show.txt]}`."
        sheet.wrong(node, name, "split: this is no table.", cure)
        return
    for _, other, value in sheet.table(node, ""):
        articles = sheet.word_list(value, name, f"split: {other}")
        if articles:
            yield Split(name=other, articles=articles)
