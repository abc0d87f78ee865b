"""Find rulings that cannot all hold; which of them is meant, only the editor knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_brief.editor.yaml_text import Fault
from build_brief.language.nearest import fold_words
from build_brief.model.rulings import EntityRuling, Entry, IssueRuling, Rulings, SpeakerRuling, StoryRuling

CURE = "Delete one of the two."


def find_contradictions(rulings: Rulings) -> Iterator[Fault]:
    """Give a fault for each ruling that contradicts an earlier one, or itself."""
    for kind in dict.fromkeys(ruling.kind for ruling in rulings.entities):
        yield from _find_in_names([ruling for ruling in rulings.entities if ruling.kind is kind])
    yield from _find_in_names(rulings.issues)
    for ruling in rulings.entities:
        yield from _find_in_splits(ruling)
    yield from _find_in_stories(rulings.stories)
    yield from _find_in_speakers(rulings)


def _fault(entry: Entry, problem: str, other: Entry | None = None) -> Fault:
    against = f" ({other.file}, line {other.line})" if other and other != entry else ""
    return entry.place, f"{problem}{against}.", CURE


def _find_in_names(rulings: Sequence[EntityRuling | IssueRuling]) -> Iterator[Fault]:
    """Give what is merged twice or into itself in a ring, hidden and shown, hidden and merged away."""
    into: dict[str, EntityRuling | IssueRuling] = {}
    for ruling in rulings:
        for name in ruling.merge:
            known = into.setdefault(fold_words(name), ruling)
            if known is not ruling:
                yield _fault(ruling.entry, f"“{name}” is merged into “{known.name}” already", known.entry)
    for ruling in rulings:
        if ruling.hide and (ruling.rename or getattr(ruling, "show", False)):
            yield _fault(ruling.entry, "hidden, and yet to be shown")
        yield from _find_in_merges(ruling, into)


def _find_in_merges(
    ruling: EntityRuling | IssueRuling, into: dict[str, EntityRuling | IssueRuling]
) -> Iterator[Fault]:
    """Give what is wrong with deciding about a name that another entry merges away."""
    head = into.get(fold_words(ruling.name))
    if head is None or head is ruling:
        return
    above, seen = head, {id(ruling)}
    while id(above) not in seen and (following := into.get(fold_words(above.name))):
        seen.add(id(above))
        above = following
    if above is ruling:
        yield _fault(
            ruling.entry, f"“{ruling.name}” and “{head.name}” are merged into each other", head.entry
        )
    elif ruling.rename or ruling.hide:
        done = "hidden" if ruling.hide else "renamed"
        yield _fault(ruling.entry, f"{done}, but merged into “{head.name}”", head.entry)


def _find_in_splits(ruling: EntityRuling) -> Iterator[Fault]:
    meant: dict[str, str] = {}
    merged = {fold_words(name) for name in (*ruling.merge, *ruling.aliases)}
    for name in ruling.apart:
        if fold_words(name) in merged:
            yield _fault(ruling.entry, f"“{name}” is both the same and apart")
    for split in ruling.split:
        if fold_words(split.name) == fold_words(ruling.name):
            yield _fault(ruling.entry, f"“{split.name}” is split off from itself")
        if fold_words(split.name) in merged:
            yield _fault(ruling.entry, f"“{split.name}” is both merged and split off")
        for article in split.articles:
            known = meant.setdefault(article, split.name)
            if known != split.name:
                yield _fault(ruling.entry, f"in {article} it is both “{known}” and “{split.name}”")


def _find_in_stories(rulings: Sequence[StoryRuling]) -> Iterator[Fault]:
    """Give stories that are to be kept apart and together, and those with two titles."""
    first: dict[str, str] = {}
    for ruling in rulings:
        for article in ruling.together[1:]:
            first[_root(first, article)] = _root(first, ruling.together[0])
    for ruling in rulings:
        known: dict[str, str] = {}
        for article in ruling.apart:
            other = known.setdefault(_root(first, article), article)
            if other != article:
                yield _fault(ruling.entry, f"{other} and {article} are to be apart, and together elsewhere")
    yield from _find_in_titles(rulings, first)


def _find_in_titles(rulings: Sequence[StoryRuling], first: dict[str, str]) -> Iterator[Fault]:
    titles: dict[str, StoryRuling] = {}
    for ruling in rulings:
        if ruling.title:
            article = ruling.article or ruling.together[0]
            known = titles.setdefault(_root(first, article), ruling)
            if known.title != ruling.title:
                yield _fault(ruling.entry, "the story has another title already", known.entry)


def _root(first: dict[str, str], article: str) -> str:
    while first.get(article, article) != article:
        article = first[article]
    return article


def _find_in_speakers(rulings: Rulings) -> Iterator[Fault]:
    said: dict[tuple[str, int, str], SpeakerRuling] = {}
    for ruling in rulings.speakers:
        place = (ruling.article, ruling.paragraph, fold_words(ruling.words))
        known = said.setdefault(place, ruling)
        if known.speaker != ruling.speaker:
            yield _fault(ruling.entry, "the quote has another speaker already", known.entry)
