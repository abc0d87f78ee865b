"""Apply an editor's word on which articles tell one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_brief.link.names.ruling_desk import say_nearest, unmatched
from build_brief.link.names.settled_names import is_listed
from build_brief.link.stories.linkage import Bounds
from build_brief.model.article import ArticleId
from build_brief.model.dossier import Story
from build_brief.model.problems import Report, RulingsError
from build_brief.model.rulings import Entry, StoryRuling


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A ruling with the articles that its paths mean."""

    ruling: StoryRuling
    together: tuple[ArticleId, ...]
    apart: tuple[ArticleId, ...]
    titled: ArticleId | None
    """An article of the story that the ruling gives a title."""


def find_ruled(
    articles: Iterable[ArticleId], rulings: Iterable[StoryRuling], *, report: Report
) -> tuple[Found, ...]:
    """Return `rulings` with the articles that they mean; a path that means none goes to `report`."""
    ids = sorted(articles)
    found = []
    for ruling in rulings:
        together = _expand(ruling.entry, ruling.together, ids, report)
        apart = _expand(ruling.entry, ruling.apart, ids, report)
        single = _expand(ruling.entry, (ruling.article,) if ruling.article else (), ids, report)
        titled = next(iter((*single, *together)), None) if ruling.title else None
        found.append(Found(ruling=ruling, together=together, apart=apart, titled=titled))
    return tuple(found)


def bind(ids: Sequence[ArticleId], found: Iterable[Found]) -> Bounds:
    """Return the bounds for articles that stand in the order of `ids`.

    Raises `RulingsError` when paths with `*` bring together what another entry keeps apart.
    """
    at = {article: number for number, article in enumerate(ids)}
    together, apart = [], defaultdict[int, set[int]](set)
    first = {article: article for article in ids}
    for one in found:
        together.append(tuple(at[article] for article in one.together))
        for article in one.together:
            first[_root(first, article)] = _root(first, one.together[0])
    for one in found:
        _refuse_joined(one, first)
        numbers = {at[article] for article in one.apart}
        for number in numbers:
            apart[number] |= numbers - {number}
    return Bounds(
        together=tuple(group for group in together if len(group) > 1),
        apart={number: frozenset(others) for number, others in apart.items()},
    )


def mark_ruled(stories: Iterable[Story], found: Sequence[Found]) -> tuple[Story, ...]:
    """Return `stories` in their order, with the titles that an editor gives, and marked when one decided.

    Raises `RulingsError` when one story is given two.
    """
    titles: dict[ArticleId, StoryRuling] = {one.titled: one.ruling for one in found if one.titled}
    ruled = frozenset(article for one in found for article in (*one.together, *one.apart))
    return tuple(
        replace(_give(story, titles), decided=not ruled.isdisjoint(story.articles)) for story in stories
    )


def _give(story: Story, titles: Mapping[ArticleId, StoryRuling]) -> Story:
    given = [titles[article] for article in story.articles if article in titles]
    for other in given[1:]:
        if other.title != given[0].title:
            problem = f"the story has another title in line {given[0].entry.line}."
            raise RulingsError((other.entry.place, problem, "Delete one of the two."))
    return replace(story, title=given[0].title) if given else story


def _expand(
    entry: Entry, patterns: Sequence[str], ids: Sequence[ArticleId], report: Report
) -> tuple[ArticleId, ...]:
    """Return the articles that `patterns` mean, each once."""
    known, found = set(ids), dict[ArticleId, None]()
    for pattern in patterns:
        exact = ArticleId(pattern)
        meant = (
            [exact]
            if exact in known
            else [one for one in ids if "*" in pattern and is_listed(one, (pattern,))]
        )
        found |= dict.fromkeys(meant)
        if not meant:
            report(unmatched(entry, f"no article is {pattern}.", say_nearest(pattern, ids)))
    return tuple(found)


def _refuse_joined(one: Found, first: dict[ArticleId, ArticleId]) -> None:
    roots: dict[ArticleId, ArticleId] = {}
    for article in one.apart:
        other = roots.setdefault(_root(first, article), article)
        if other != article:
            problem = f"{other} and {article} are to be apart, and together elsewhere."
            raise RulingsError((one.ruling.entry.place, problem, "Delete one of the two."))


def _root(first: dict[ArticleId, ArticleId], article: ArticleId) -> ArticleId:
    while first[article] != article:
        article = first[article]
    return article
