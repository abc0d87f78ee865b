"""A body or country whose director or president speaks is not silent."""

from __future__ import annotations

import pytest

from build_brief.compose.positions.heard import is_heard, lay_out
from build_brief.model.dossier import Entity, EntityId, EntityKind


@pytest.mark.parametrize(
    ("name", "kind", "roles", "heard"),
    [
        ("France", EntityKind.PLACE, ("French President",), True),
        ("France", EntityKind.PLACE, ("Canadian Prime Minister",), False),
        ("Office of Harbour Works", EntityKind.ORGANISATION, ("OHW Director",), True),
        (
            "Office of Harbour Works",
            EntityKind.ORGANISATION,
            ("director of the Office of Harbour Works",),
            True,
        ),
        ("Office of Harbour Works", EntityKind.ORGANISATION, ("head of the dockers' union",), False),
    ],
)
def test_who_speaks_for_whom(
    name: str,
    kind: EntityKind,
    roles: tuple[str, ...],
    heard: bool,  # noqa: FBT001
) -> None:
    actor = Entity(id=EntityId("x/y"), kind=kind, name=name, aliases=(), named=())
    assert is_heard(actor, lay_out(roles)) is heard
