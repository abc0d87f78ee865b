"""Say whom a role phrase means: the one person whom the article gives that role.

“The foreign secretary” is who was called Foreign Secretary; “the top diplomat” is who holds a
diplomat's office and does not act in the same clause; “his counterpart” is the other one of two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_brief.analyse.references.antecedents import Choice
from build_brief.analyse.references.role_phrases import RolePhrase, read_kin
from build_brief.analyse.references.scene import Figure, Scene
from build_brief.language.countries import find_country
from build_brief.model.annotations import Gender, Mention, MentionKind

SAID_SO, BY_KIN, SEVERAL = 0.95, 0.85, 0.6
SURE = 0.85
"""Of whom a name with a role means: “President Lund” may be none of those whom the article names Lund."""
LOWER = frozenset({"vice", "deputy", "assistant", "associate", "under", "undersecretary", "vice-president"})
"""Words that make another office of the same noun."""
FORMER = frozenset({"former", "ex", "then", "retired", "onetime", "one-time"})
LATELY = 4
"""Sentences back in which one of several holders, or a counterpart, is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person with the words of every role the article gives."""

    name: str
    start: int
    """Offset of the first mention."""
    roles: tuple[str, ...] = ()
    """Each role, small."""
    shared: tuple[str, ...] = ()
    """Offices of those whose counterpart it is, country left out."""

    def holds(self, words: frozenset[str]) -> bool:
        """Tell whether one role has all of `words` and is no lower office."""
        for role in self.roles:
            parts = frozenset(role.replace("’s", " ").split())
            if words <= parts and not (parts - words) & LOWER:
                return True
        return False

    def holds_kin(self, head: str) -> bool:
        """Tell whether one role is an office that `head` may stand for."""
        return any(office in f" {role} " for role in (*self.roles, *self.shared) for office in _kin(head))


def _kin(head: str) -> tuple[str, ...]:
    return tuple(f" {office} " for office in read_kin().get(head, ()))


def gather_holders(mentions: Iterable[Mention]) -> tuple[Holder, ...]:
    """Return the people whom an article names, in order of appearance, with their roles."""
    starts: dict[str, int] = {}
    roles: dict[str, list[str]] = {}
    shared: dict[str, list[str]] = {}
    last = ""
    for mention in mentions:
        if mention.kind is MentionKind.PERSON and mention.name:
            starts.setdefault(mention.name, mention.span.start)
            if mention.role and mention.confidence >= SURE:
                own = mention.role.text.replace("'", "’")
                roles.setdefault(mention.name, []).append(own.lower())
                shared.setdefault(mention.name, []).extend(_share_role(own, last))
                last = own
    return tuple(
        Holder(
            name=name,
            start=start,
            roles=tuple(dict.fromkeys(roles.get(name, ()))),
            shared=tuple(dict.fromkeys(shared.get(name, ()))),
        )
        for name, start in starts.items()
    )


def _share_role(role: str, last: str) -> Iterator[str]:
    """Yield the office that a counterpart has too: the one named just before, in another country."""
    if "counterpart" in role:
        yield " ".join(word for word in last.split() if find_country(word) is None).lower()


def choose_holder(
    phrase: RolePhrase, scene: Scene, holders: Sequence[Holder], layers: Sequence[Sequence[Figure]]
) -> Choice | None:
    """Return whom `phrase` means; None when it is nobody the article names."""
    start = scene.tokens[phrase.first].start
    known = [holder for holder in holders if holder.start < start]
    if phrase.head == "counterpart" and phrase.determiner in ("his", "her", "the"):
        return _choose_counterpart(known, layers)
    if phrase.determiner != "the" or not phrase.words:
        return None
    if scene.word(phrase.end) == "of":
        known = [
            holder for holder in known if any(f"of {_after(scene, phrase)}" in role for role in holder.roles)
        ]
    held = [holder for holder in known if holder.holds(phrase.words)]
    if held:
        return _settle([holder.name for holder in held], layers, _rate(scene, phrase, held))
    acting = {figure.name for figure in layers[0] if figure.acts and figure.start < start}
    kin = [holder.name for holder in known if holder.holds_kin(phrase.head) and holder.name not in acting]
    return _settle(kin, layers[: LATELY + 1], BY_KIN, needed=True) if kin else None


def _rate(scene: Scene, phrase: RolePhrase, held: Sequence[Holder]) -> float:
    """Return how sure a role is that its holders are given.

    “The former mayor” may be another mayor, and “the Republican” or “the Texan” another of many.
    """
    if scene.word(phrase.end - 1)[:1].isupper() and len(phrase.words) == 1:
        return SEVERAL
    past = not FORMER.isdisjoint(scene.lower[phrase.first : phrase.end])
    said = any(not FORMER.isdisjoint(role.split()) for holder in held for role in holder.roles)
    return SAID_SO if said or not past else SEVERAL


def _after(scene: Scene, phrase: RolePhrase) -> str:
    return scene.word(phrase.end + 1).lower()


def _settle(
    names: list[str], layers: Sequence[Sequence[Figure]], confidence: float, *, needed: bool = False
) -> Choice | None:
    """Return the one of `names`; of several, the one shown last. With `needed`, shown lately."""
    shown = [figure.name for layer in layers[: LATELY + 1] for figure in reversed(layer)]
    lately = [name for name in shown if name in names]
    if len(names) == 1:
        return Choice(names[0], confidence) if lately or not needed else None
    return Choice(lately[0], SEVERAL) if lately else None


def _choose_counterpart(holders: Sequence[Holder], layers: Sequence[Sequence[Figure]]) -> Choice | None:
    """Return the other one of two who hold one kind of office."""
    owner = next((figure.name for layer in layers for figure in layer if figure.acts and figure.name), None)
    able = [holder for holder in holders if holder.name != owner and owner is not None]
    called = [holder.name for holder in able if any("counterpart" in role for role in holder.roles)]
    own = next((holder for holder in holders if holder.name == owner), None)
    alike = [holder.name for holder in able if own and _share_office(own, holder)]
    for names in (called, alike):
        if len(set(names)) == 1:
            return Choice(names[0], BY_KIN)
    return None


def _share_office(one: Holder, other: Holder) -> bool:
    return any(
        one.holds_kin(head) and other.holds_kin(head)
        for head in ("diplomat", "leader", "lawmaker", "minister")
    )


def gender_of(figure: Figure, genders: Mapping[str, Gender]) -> Gender:
    """Return the gender a figure shows by itself, or else the article's for that name."""
    return figure.gender if figure.name is None else genders.get(figure.name, figure.gender)
