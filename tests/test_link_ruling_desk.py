"""The desk knows the name of a group as it is now, whatever rulings have moved in and out of it."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.link.names.forms import LocalName
from build_brief.link.names.gathering import gather_names
from build_brief.link.names.portraits import has_evidence, name_group
from build_brief.link.names.ruling_desk import Desk, Reading
from build_brief.model.problems import ignore
from tests.builders import article


def named(name: str, number: int) -> LocalName:
    """Return somebody as one article names him or her."""
    found = analyse(article(f"The mayor, {name}, spoke on Monday.", id=f"{number}.txt"))
    (local,) = gather_names(found, f"{number}.txt", frozenset()).names
    return local


def test_a_group_that_lost_one_and_got_another_is_named_anew() -> None:
    group = [named("Ana Ruiz", 1)]
    desk = Desk([group], Reading(join=lambda _: [], name=name_group, has_page=has_evidence), ignore)
    assert desk.name(group) == "Ana Ruiz"
    group[:] = [named("Tom Field", 2)]
    assert desk.name(group) == "Tom Field"
