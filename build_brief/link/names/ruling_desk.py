"""The groups of names on the editor's desk: found by name or address while rulings are applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from build_brief.language.nearest import find_nearest, fold_words
from build_brief.link.names.forms import LocalName
from build_brief.link.names.ids import name_entities
from build_brief.link.names.settled_names import is_address
from build_brief.model.dossier import EntityId, EntityKind
from build_brief.model.problems import Notice, NoticeKind, Report
from build_brief.model.rulings import EntityRuling, Entry

Group = list[LocalName]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor decides about one group."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hide: bool = False
    show: bool = False
    entry: Entry | None = None
    """The ruling that renames or hides it."""


UNDECIDED = Decision()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How names are joined, and groups read, without any ruling."""

    join: Callable[[Sequence[LocalName]], list[Group]]
    name: Callable[[Sequence[LocalName]], str]
    has_page: Callable[[Sequence[LocalName]], bool]


class Desk:
    """The groups that rulings may mean, with the decisions so far; groups change, their order does not."""

    def __init__(self, groups: list[Group], reading: Reading, report: Report) -> None:
        """Take the groups as the program has found them."""
        self.groups = groups
        self.reading = reading
        self._report = report
        self._decisions: dict[int, Decision] = {}
        self._addresses: dict[int, EntityId] = {}
        self._names: dict[int, tuple[tuple[LocalName, ...], str]] = {}

    def decision(self, group: Group) -> Decision:
        """Return what is decided about `group` so far."""
        return self._decisions.get(id(group), UNDECIDED)

    def decide(self, group: Group, decision: Decision) -> None:
        """Keep what is decided about `group`."""
        self._decisions[id(group)] = decision

    def name(self, group: Group) -> str:
        """Return the name that the page of `group` has now."""
        return self.decision(group).name or self._read_name(group)

    def _read_name(self, group: Group) -> str:
        """Return the name without any ruling; read anew only when the group has changed."""
        members, name = self._names.get(id(group), ((), ""))
        now = tuple(group)
        if members != now:
            name = self.reading.name(group)
            self._names[id(group)] = now, name
        return name

    def begin(self, name: str) -> Group:
        """Return a new group, for a page of this name."""
        group = Group()
        self.groups.append(group)
        self.decide(group, Decision(name=name))
        return group

    def find(self, kind: EntityKind, name: str, *, loosely: bool = False) -> list[Group]:
        """Return the groups that `name` means: pages before names without one; `loosely` also short forms."""
        wanted = fold_words(name)
        groups = [group for group in self.groups if group and group[0].kind is kind]
        if is_address(name):
            return [group for group in groups if self.address(group) == wanted]
        named = [group for group in groups if fold_words(self.name(group)) == wanted]
        pages = [group for group in named if self.reading.has_page(group) or self.decision(group).name]
        within = [
            group
            for group in groups
            if not self.decision(group).name and any(fold_words(local.name) == wanted for local in group)
        ]
        found = pages or named or within
        if not found and loosely:
            found = [group for group in groups if self.reading.has_page(group) and wanted in words_of(group)]
        return found

    def address(self, group: Group) -> EntityId | None:
        """Return where the page of `group` stands without any ruling; None when it has none."""
        return self._addresses.get(id(group))

    def note_addresses(self) -> None:
        """Keep where each page stands now, before a ruling changes anything."""
        pages = [group for group in self.groups if self.reading.has_page(group)]
        named = name_entities([(group, self.reading.name(group)) for group in pages])
        self._addresses = {id(group): address for group, address in zip(pages, named, strict=True)}

    def notice(self, ruling: EntityRuling, message: str, cure: str) -> None:
        """Tell of a ruling that changes nothing."""
        self._report(unmatched(ruling.entry, message, cure))

    def notice_unknown(self, ruling: EntityRuling, name: str) -> None:
        """Tell that no name in the sources is `name`."""
        known = (self.name(group) for group in self.groups if group and group[0].kind is ruling.kind)
        message = f"no name among the {ruling.kind.value} is “{name}”."
        self.notice(ruling, message, say_nearest(name, known))


def unmatched(entry: Entry, message: str, cure: str) -> Notice:
    """Return the notice for a ruling that matches nothing in the sources."""
    message = f"Line {entry.line}, {entry.name}: {message}"
    return Notice(kind=NoticeKind.DOUBT, path=entry.file, message=message, cure=cure)


def say_nearest(name: str, known: Iterable[str]) -> str:
    """Return the cure for a name that is not known."""
    near = find_nearest(name, known)
    meant = f"Did you mean {' or '.join(f'“{one}”' for one in near)}? " if near else ""
    return f"{meant}Correct the entry, or delete it."


def words_of(group: Group) -> set[str]:
    """Return the words by which a group is named anywhere, folded."""
    return {fold_words(words) for local in group for words in (*local.words, *local.demonyms)}


def with_ruling(known: Decision, ruling: EntityRuling) -> Decision:
    """Return `known` with what `ruling` says of the page itself."""
    return replace(
        known,
        name=ruling.rename or known.name,
        aliases=(*known.aliases, *ruling.aliases),
        roles=(*known.roles, *ruling.roles),
        hide=known.hide or ruling.hide,
        show=known.show or ruling.show,
        entry=ruling.entry if ruling.rename or ruling.hide else known.entry,
    )
