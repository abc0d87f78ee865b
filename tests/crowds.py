"""Editions with thousands of people, for what must stay usable when a site grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from build_brief.model.dossier import Entity, EntityId, EntityKind
from build_brief.model.edition import Edition, EntityPage
from tests.editions import bridge

FIRST = ("Ana", "Tom", "Mia", "Óscar", "Żaneta", "Ørjan", "Élise", "Kofi", "Lena", "Ravi", "Noor", "Sam")
SYLLABLES = ("ba", "co", "di", "fu", "go", "ha", "ji", "ko", "la", "mo", "ni", "pa", "ri", "so", "tu", "wa")
OTHERS = ("Анна Иванова", "Жанна Щукина", "王 毅", "김 민수", "Σοφία Γάτου", "Şule Ünal", "2Pac Okafor", "…")


def crowd(size: int) -> Edition:
    """Return the bridge's edition with `size` people, every seventh with a quote or more, in many scripts."""
    edition = bridge()
    ruiz = next(page for page in edition.entities if page.quotes_by)
    people = [person(ruiz, number, name) for number, name in enumerate(islice(names(), size - 1))]
    others = [page for page in edition.entities if page.entity.kind is not EntityKind.PERSON]
    pages = sorted([*people, ruiz, *others], key=lambda page: page.entity.id)
    dossier = replace(edition.dossier, entities=tuple(page.entity for page in pages))
    return replace(edition, dossier=dossier, entities=tuple(pages))


def names() -> Iterator[str]:
    """Give names, those in other scripts first; then surnames with every first syllable in turn."""
    yield from OTHERS
    for shift in range(len(FIRST)):
        for number, (three, two, one) in enumerate(product(SYLLABLES, repeat=3)):
            yield f"{FIRST[(number + shift) % len(FIRST)]} {one}{two}{three}".title()


def person(model: EntityPage, number: int, name: str) -> EntityPage:
    entity: Entity = replace(
        model.entity, id=EntityId(f"people/p-{number:05}"), name=name, aliases=(name.rsplit(maxsplit=1)[-1],)
    )
    said = model.quotes_by * (number % 5 + 1) if number % 7 == 0 else ()
    return replace(model, entity=entity, quotes_by=said)
