"""Gather the issues that stories turn on, and who stands where.

An issue needs evidence: an article names it as one, and the story goes on to speak of it; or the
story speaks of a known subject (trade, abortion, gun laws) again and again. Better no issue than a
silly one: a country that takes part in the story is no issue of it, and what is named once in
passing is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from build_brief.link.issues.company import Company
from build_brief.link.issues.found import Found
from build_brief.link.issues.rulings import IssueBook
from build_brief.link.issues.story_issues import find_story_issues
from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.dossier import (
    AttributedQuote,
    EntityId,
    GroupPosition,
    Issue,
    IssueId,
    Position,
    QuoteId,
    Silence,
    Story,
)

NO_BOOK = IssueBook()


def gather_issues(
    articles: Iterable[AnnotatedArticle],
    company: Company,
    stories: Iterable[Story],
    book: IssueBook = NO_BOOK,
    kept: Kept = NOTHING_KEPT,
) -> tuple[Issue, ...]:
    """Return the issues of all stories, by id; at most seven of each story, the weightiest.

    What the editor's `book` says stands above that.
    """
    annotated = {article.article.id: article for article in articles}
    ruled = book.topics()
    found: list[Found] = []
    for story in stories:
        own = [annotated[article] for article in story.articles]
        found += find_story_issues(own, story, company, ruled, kept)
    book.tell_unmatched(sorted({one.topic.label for one in found}))
    return tuple(sorted(_name_issues(_merge(found, book), book), key=lambda issue: issue.id))


def _merge(found: Iterable[Found], book: IssueBook) -> Iterator[tuple[Found, ...]]:
    """Yield what is the same issue in several stories together."""
    groups: list[list[Found]] = []
    group_of: dict[tuple[str, ...], int] = {}
    for one in found:
        keys = book.keys(one.topic)
        known = sorted({group_of[key] for key in keys if key in group_of})
        number = known[0] if known else len(groups)
        if not known:
            groups.append([])
        groups[number].append(one)
        for key in sorted(keys):
            group_of.setdefault(key, number)
    yield from map(tuple, groups)


def _name_issues(groups: Iterable[tuple[Found, ...]], book: IssueBook) -> Iterator[Issue]:
    taken: set[str] = set()
    for group in groups:
        ruling = book.decide(one.topic.label for one in group)
        if ruling and ruling.hide:
            continue
        label = max(group, key=lambda one: (one.weight, one.topic.label)).topic.label
        if ruling:
            label = ruling.rename or ruling.name
        slug = _slug(label)
        number = next(n for n in range(1, len(taken) + 2) if _numbered(slug, n) not in taken)
        taken.add(_numbered(slug, number))
        yield _issue(IssueId(f"issues/{_numbered(slug, number)}"), label, group)


def _issue(identity: IssueId, label: str, group: Sequence[Found]) -> Issue:
    told = {span.place: span for one in group for span in one.passages}
    passages = [told[place] for place in sorted(told)]
    mentions = [mention for one in group for mention in one.topic.mentions]
    positions = _join_positions(group)
    speaking = {position.actor for position in positions}
    silent = dict.fromkeys(actor for one in group for actor in one.silent if actor not in speaking)
    return Issue(
        id=identity,
        label=label,
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span.place)),
        passages=tuple(passages),
        positions=positions,
        groups=_join_groups(group),
        silent=tuple(silent),
        articles=tuple(sorted({span.article.id for span in passages})),
        silences=tuple(
            Silence(articles=tuple(sorted({span.article.id for span in one.passages})), actors=one.silent)
            for one in group
            if one.silent
        ),
    )


def _join_positions(group: Iterable[Found]) -> tuple[Position, ...]:
    stands = [(position.actor, position) for one in group for position in one.positions]
    return tuple(
        Position(actor=EntityId(actor), quotes=quotes, direct=direct)
        for actor, quotes, direct in _join_stands(stands)
    )


def _join_groups(group: Iterable[Found]) -> tuple[GroupPosition, ...]:
    stands = [(position.name, position) for one in group for position in one.groups]
    return tuple(
        GroupPosition(name=name, quotes=quotes, direct=direct)
        for name, quotes, direct in _join_stands(stands)
    )


def _join_stands(
    stands: Iterable[tuple[str, Position | GroupPosition]],
) -> Iterator[tuple[str, tuple[AttributedQuote, ...], tuple[QuoteId, ...]]]:
    """Yield who is quoted, most first, with all quotes in order and those that name the issue."""
    quotes: dict[str, dict[QuoteId, AttributedQuote]] = {}
    direct: set[QuoteId] = set()
    for who, stand in stands:
        quotes.setdefault(who, {}).update((quote.id, quote) for quote in stand.quotes)
        direct.update(stand.direct)
    for who in sorted(quotes, key=lambda who: (-len(quotes[who]), who)):
        said = sorted(quotes[who].values(), key=lambda quote: quote.place)
        yield who, tuple(said), tuple(sorted(direct & quotes[who].keys()))


def _slug(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "issue"


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"
