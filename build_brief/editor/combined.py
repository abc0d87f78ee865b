"""Put entries of one name together, so that what `review` prints can be pasted below what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from build_brief.editor.yaml_text import Fault
from build_brief.language.nearest import fold_words
from build_brief.model.rulings import EntityRuling, IssueRuling

Ruling = TypeVar("Ruling", EntityRuling, IssueRuling)

LISTS = frozenset({"merge", "split", "apart", "aliases", "roles", "words"})
OTHERS = frozenset({"rename", "hide", "show"})


def combine(rulings: Iterable[Ruling], faults: list[Fault]) -> tuple[Ruling, ...]:
    """Return one ruling for each name, in order; two that rename differently are a fault."""
    found: dict[tuple[str, str], Ruling] = {}
    for ruling in rulings:
        key = (ruling.entry.file, fold_words(ruling.name))
        known = found.get(key)
        if known and known.rename and ruling.rename and known.rename != ruling.rename:
            problem = f"renamed already, to “{known.rename}” ({known.entry.file}, line {known.entry.line})."
            faults.append((ruling.entry.place, problem, "Delete one of the two."))
        found[key] = _add(known, ruling) if known else ruling
    return tuple(found.values())


def _add(known: Ruling, ruling: Ruling) -> Ruling:
    """Return `known` with what `ruling` adds; the entry is that of the first."""
    return replace(known, **_join_fields(known, ruling))


def _join_fields(known: EntityRuling | IssueRuling, ruling: EntityRuling | IssueRuling) -> dict[str, Any]:
    held = {field.name for field in fields(known)}
    joined: dict[str, Any] = {}
    for name in sorted(held & LISTS):
        joined[name] = tuple(dict.fromkeys((*getattr(known, name), *getattr(ruling, name))))
    for name in sorted(held & OTHERS):
        joined[name] = getattr(known, name) or getattr(ruling, name)
    return joined
