"""Apply an editor's word to the groups of names that are one person, body or place.

First what is split off leaves its group, then groups are joined, then names are given. A ruling that finds
no page, or more than it can mean, changes nothing and is named in a notice; two that give one page two
names stop the build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_brief.language.nearest import fold_words
from build_brief.link.names.forms import LocalName
from build_brief.link.names.ruling_desk import (
    UNDECIDED,
    Decision,
    Desk,
    Group,
    Reading,
    with_ruling,
    words_of,
)
from build_brief.link.names.settled_names import is_listed
from build_brief.model.dossier import Entity, EntityKind
from build_brief.model.problems import Report, RulingsError
from build_brief.model.rulings import EntityRuling, Split

Moved = tuple[EntityKind, str, list[LocalName]]
"""What was taken out of its group, and the name of the page where it belongs."""


def settle_groups(
    names: Sequence[LocalName], rulings: Sequence[EntityRuling], *, reading: Reading, report: Report
) -> list[tuple[Group, Decision]]:
    """Return the groups of `names` as the editor has them, each with what is decided about it.

    Raises `RulingsError` when two rulings give one page two names, or one hides what the other names.
    """
    if not rulings:
        return [(group, UNDECIDED) for group in reading.join(names)]
    told, settled = _part_settled(names, rulings)
    desk = Desk(reading.join(told), reading, report)
    desk.note_addresses()
    meant = [desk.find(ruling.kind, ruling.name, loosely=True) for ruling in rulings]
    moved: list[Moved] = []
    for ruling, found in zip(rulings, meant, strict=True):
        moved += [*_keep_apart(ruling, found), *_split(desk, ruling, found, names)]
    for kind, name, locals_ in (*settled, *moved):
        _put(desk, kind, name, locals_)
    for ruling in rulings:
        _apply(desk, ruling)
    return [(group, desk.decision(group)) for group in desk.groups if group]


def dress(entity: Entity, decision: Decision) -> Entity:
    """Return `entity` with the other names and the roles that an editor gives it."""
    if decision is UNDECIDED:
        return entity
    name = decision.name or entity.name
    others = dict.fromkeys((*decision.aliases, entity.name, *entity.aliases))
    aliases = tuple(other for other in others if fold_words(other) != fold_words(name))
    return replace(entity, name=name, aliases=aliases, decided_roles=decision.roles)


def _keep_apart(ruling: EntityRuling, groups: list[Group]) -> Iterator[Moved]:
    """Take out of `groups` what bears a name that a ruling says is another's."""
    for name in ruling.apart:
        wanted = fold_words(name)
        if wanted == fold_words(ruling.name):
            continue  # several pages of one name: nothing joins them anyway
        pulled = [local for group in groups for local in group if fold_words(local.name) == wanted]
        for group in groups:
            group[:] = [local for local in group if fold_words(local.name) != wanted]
        if pulled:
            yield ruling.kind, name, pulled


def _split(
    desk: Desk, ruling: EntityRuling, groups: list[Group], names: Sequence[LocalName]
) -> Iterator[Moved]:
    """Take out of `groups` what a ruling splits off."""
    for split in ruling.split:
        pulled = [local for group in groups for local in group if is_listed(local.article, split.articles)]
        for group in groups:
            group[:] = [local for local in group if not is_listed(local.article, split.articles)]
        if pulled:
            yield ruling.kind, split.name, pulled
        elif not any(_is_there(local, ruling.kind, split) for local in names):
            message = f"in {', '.join(split.articles)} nobody and nothing has this name."
            desk.notice(ruling, message, "Correct the paths, or delete the line.")


def _is_there(local: LocalName, kind: EntityKind, split: Split) -> bool:
    """Tell whether one of the articles has the name that a ruling gives: `settle_names` has seen to it."""
    same = local.kind is kind and fold_words(local.name) == fold_words(split.name)
    return same and is_listed(local.article, split.articles)


def _part_settled(
    names: Sequence[LocalName], rulings: Sequence[EntityRuling]
) -> tuple[list[LocalName], list[Moved]]:
    """Return the names that articles tell, and those that `settle_names` has given to somebody.

    The latter tell nothing of who is one: an article ties them to nobody, or to two.
    """
    given = {
        (ruling.kind, fold_words(name)): name
        for ruling in reversed(rulings)
        for name in (ruling.name, *(split.name for split in ruling.split))
    }
    listed = defaultdict[tuple[EntityKind, str], list[str]](list)
    for ruling in rulings:
        for split in ruling.split:
            listed[ruling.kind, fold_words(split.name)] += split.articles
    told: list[LocalName] = []
    settled: defaultdict[tuple[EntityKind, str], list[LocalName]] = defaultdict(list)
    for local in names:
        key = (local.kind, fold_words(local.name))
        name = given.get(key)
        if name and (not _says(local, name) or is_listed(local.article, listed[key])):
            settled[local.kind, name].append(local)
        else:
            told.append(local)
    return told, [(kind, name, locals_) for (kind, name), locals_ in settled.items()]


def _says(local: LocalName, name: str) -> bool:
    """Tell whether the article itself gives the name."""
    return any(fold_words(words) == fold_words(name) for words in (*local.words, *local.demonyms))


def _put(desk: Desk, kind: EntityKind, name: str, locals_: list[LocalName]) -> None:
    """Add what was taken out to the one page of its new name, or begin one."""
    found = desk.find(kind, name)
    group = found[0] if len(found) == 1 else desk.begin(name)
    group += locals_


def _apply(desk: Desk, ruling: EntityRuling) -> None:
    """Do what a ruling says of its own page."""
    if not (ruling.merge or ruling.rename or ruling.aliases or ruling.roles or ruling.hide or ruling.show):
        return
    found = desk.find(ruling.kind, ruling.name, loosely=True)
    if not found:
        desk.notice_unknown(ruling, ruling.name)
        return
    if len(found) > 1 and fold_words(ruling.name) not in map(fold_words, ruling.merge):
        addresses = ", ".join(sorted(str(desk.address(group) or desk.name(group)) for group in found))
        cure = f"Name one by its address, or write `merge: [{ruling.name}]` when all are one."
        desk.notice(ruling, f"{len(found)} pages have this name ({addresses}).", cure)
        return
    _join(desk, ruling, found)
    _decide(desk, ruling, found[0])


def _join(desk: Desk, ruling: EntityRuling, found: list[Group]) -> None:
    """Add to the first group found the others, and every group that the ruling merges into it."""
    group, name = found[0], desk.name(found[0])
    for other_name in ruling.merge:
        others = [other for other in desk.find(ruling.kind, other_name) if other is not group]
        for other in others:
            group += other
            other.clear()
        if not others and fold_words(other_name) not in {fold_words(ruling.name), *words_of(group)}:
            desk.notice_unknown(ruling, other_name)
    if ruling.merge:
        desk.decide(group, replace(desk.decision(group), name=name))


def _decide(desk: Desk, ruling: EntityRuling, group: Group) -> None:
    """Keep what a ruling says of the page itself; raise `RulingsError` when another says otherwise."""
    known = desk.decision(group)
    if known.entry and (ruling.rename or ruling.hide):
        same = ruling.hide == known.hide and ruling.rename in (None, known.name)
        if not same:
            place = f"{known.entry.file}, line {known.entry.line}, {known.entry.name}"
            problem = f"another entry says otherwise of the same page ({place})."
            raise RulingsError((ruling.entry.place, problem, "Delete one of the two."))
    desk.decide(group, with_ruling(known, ruling))
