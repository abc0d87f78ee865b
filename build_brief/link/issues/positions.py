"""Tell who stands where on an issue, and who is named by it and says nothing.

A quote is on an issue when its own words speak of it, or when the sentence around it does and the
words that do are not another quote's. Two sides in one sentence (“London says … while China
maintains …”) are both on it, each with its own claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from build_brief.language.subjects import singular
from build_brief.language.vocabulary import read_words
from build_brief.link.issues.cast import Cast, Saying
from build_brief.link.issues.lines import Demonyms, Line, speaks_of
from build_brief.link.issues.topics import Topic, is_named, is_told
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import (
    AttributedQuote,
    EntityId,
    EntityKind,
    GroupPosition,
    Position,
    QuoteId,
)

CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|whereas|although|though)\b")
"""Where a sentence turns to something else."""
OWN_STAND = re.compile(r"(?:['’]s?)?\s+([a-z-]+(?:\s+[a-z-]+)?)")
STAND_OF = re.compile(r"([a-z]+)\s+(?:from|by)\s+(?:the\s+)?$")
STAND_REACH = 40
"""“Britain’s sharp criticism”, “rebukes from Beijing”: characters before the name."""
CONCERNED_LINES = 2
"""Sentences on an issue that must name an actor before its silence is worth telling."""
CONCERNED_LINES_OF_PERSON = 3
"""The same for a person: stories name people in passing more than they name sides."""
MOST_SILENT = 3


class Spoken(NamedTuple):
    """The sentences on a topic."""

    lines: tuple[Line, ...]
    """Those that speak of it."""
    following: tuple[Line, ...] = ()
    """Those after them, where the story is about nothing else: what is quoted there is on it too."""


def find_positions(
    topic: Topic, spoken: Spoken, cast: Cast, demonyms: Mapping[ArticleId, Demonyms]
) -> tuple[Position, ...]:
    """Return where each actor stands, actors with most statements first, then by id."""
    stated = _find_stated(topic, spoken, cast, demonyms, cast.actors)
    return tuple(
        Position(actor=EntityId(actor), quotes=tuple(quotes), direct=direct)
        for actor, quotes, direct in stated
    )


def find_group_positions(
    topic: Topic, spoken: Spoken, cast: Cast, demonyms: Mapping[ArticleId, Demonyms]
) -> tuple[GroupPosition, ...]:
    """Return where groups without a page stand, those with most statements first, then by name."""
    stated = _find_stated(topic, spoken, cast, demonyms, cast.groups)
    return tuple(
        GroupPosition(name=name, quotes=tuple(quotes), direct=direct) for name, quotes, direct in stated
    )


def _find_stated(
    topic: Topic,
    spoken: Spoken,
    cast: Cast,
    demonyms: Mapping[ArticleId, Demonyms],
    said: Mapping[ArticleId, Sequence[Saying]],
) -> list[tuple[str, list[AttributedQuote], tuple[QuoteId, ...]]]:
    """Return who is quoted on `topic`, most first, with the quotes and those that name it themselves."""
    stated: dict[str, dict[QuoteId, AttributedQuote]] = defaultdict(dict)
    direct: set[QuoteId] = set()
    for line in spoken.lines:
        known = demonyms[line.span.article.id]
        for who, quote in _said_in(line.span, said):
            itself = _speaks_of(topic, quote.quote.contents, known)
            if itself or _is_on(topic, quote, line, cast, known):
                stated[who][quote.id] = quote
                direct |= {quote.id} if itself else set()
    for line in spoken.following:
        for who, quote in _said_in(line.span, said):
            if quote.quote.kind is not QuoteKind.REPORTED:
                stated[who].setdefault(quote.id, quote)
    order = sorted(stated, key=lambda who: (-len(stated[who]), who))
    return [(who, [*stated[who].values()], tuple(sorted(direct & stated[who].keys()))) for who in order]


def _is_on(topic: Topic, quote: AttributedQuote, line: Line, cast: Cast, demonyms: Demonyms) -> bool:
    """Tell whether the sentence around `quote`, which does not name `topic` itself, puts it on it."""
    if not is_told(topic, line):
        return True  # The line stands under a sub-head that names the topic.
    inside = [saying for saying in _said_in(line.span, cast.actors) if saying[1].id != quote.id]
    own = next((who for who, said in _said_in(line.span, cast.actors) if said.id == quote.id), None)
    if any(who != own for who, _ in inside):
        return True
    taken = [content for _, other in inside for content in other.quote.contents]
    # “…, said Elizabeth Bagley, a donor” is not about donors.
    taken += [quote.quote.speaker] if quote.quote.speaker else []
    return any(
        _speaks_of(topic, _without(clause, taken), demonyms) for clause in _clauses_of(quote, line.span)
    )


def _clauses_of(quote: AttributedQuote, sentence: Span) -> list[Span]:
    """Return the clauses of `sentence` that the quote, its speaker or its cue stand in."""
    article = sentence.article
    cuts = [found.start() for found in CLAUSE.finditer(article.text, sentence.start, sentence.end)]
    ends = [sentence.start, *cuts, sentence.end]
    clauses = [article.span(start, end) for start, end in pairwise(ends) if start < end]
    parts = (*quote.quote.contents, quote.quote.speaker, quote.quote.cue)
    return [clause for clause in clauses if any(part and clause.overlaps(part) for part in parts)]


def find_silent(
    positions: Iterable[Position], lines: Sequence[Line], cast: Cast, articles: Iterable[ArticleId]
) -> tuple[EntityId, ...]:
    """Return actors of the story that the lines name and that say nothing there, most named first.

    Silence is said only where nothing in the lines tells of a word or a stand, however doubtfully.
    """
    speaking: set[str] = {position.actor for position in positions}
    if not speaking:
        return ()
    actors = {EntityId(actor) for article in articles for actor, _ in cast.actors.get(article, ())}
    counted: Counter[EntityId] = Counter()
    for line in lines:
        named, standing = _named_in(line.span, cast)
        speaking |= standing | _perhaps_heard(line.span, cast)
        counted.update(named & actors)
    concerned = [
        actor for actor, count in counted.items() if actor not in speaking and count >= _lines_needed(actor)
    ]
    return tuple(sorted(concerned, key=lambda actor: (-counted[actor], actor))[:MOST_SILENT])


def _lines_needed(actor: EntityId) -> int:
    return CONCERNED_LINES_OF_PERSON if actor.startswith(EntityKind.PERSON) else CONCERNED_LINES


def _said_in(span: Span, said: Mapping[ArticleId, Sequence[Saying]]) -> tuple[Saying, ...]:
    sayings = said.get(span.article.id, ())
    return tuple(one for one in sayings if any(part.overlaps(span) for part in one[1].quote.contents))


def _perhaps_heard(span: Span, cast: Cast) -> set[str]:
    """Return the actors of unlikely quotes in `span`."""
    unlikely = cast.unlikely.get(span.article.id, ())
    return {who for who, quote in unlikely if any(part.overlaps(span) for part in quote.quote.contents)}


def _named_in(span: Span, cast: Cast) -> tuple[set[EntityId], set[EntityId]]:
    """Return the actors that `span` names, and those of them that it says have taken a stand."""
    text, named, standing = span.article.text, set(), set()
    there = cast.named.get(span.article.id, ())
    first = bisect_left(there, (span.start,))
    for start, end, actor in there[first : bisect_left(there, (span.end,), lo=first)]:
        named.add(actor)
        after = OWN_STAND.match(text, end, span.end)
        before = STAND_OF.search(text, max(span.start, start - STAND_REACH), start)
        if any(found and _is_stand(found[1]) for found in (after, before)):
            standing.add(actor)
    return named, standing


def _is_stand(words: str) -> bool:
    return any(singular(word) in read_words("stand_nouns") for word in words.split())


def _speaks_of(topic: Topic, spans: Sequence[Span], demonyms: Demonyms) -> bool:
    if any(is_named(topic, span) for span in spans):
        return True
    return topic.is_told_in(*speaks_of([span.text for span in spans], demonyms))


def _without(span: Span, contents: Iterable[Span]) -> list[Span]:
    """Return the pieces of `span` outside `contents`."""
    at, pieces = span.start, []
    for content in sorted(contents, key=lambda content: content.start):
        if at < min(content.start, span.end):
            pieces.append(span.article.span(at, min(content.start, span.end)))
        at = max(at, content.end)
    return [*pieces, span.article.span(at, span.end)] if at < span.end else pieces
