"""Tell whether enough is said of a topic for it to be an issue of a story.

What an article names as an issue in its first sentences, or its headline names, is what it is about:
there one sentence, or two, is enough. What nobody names must run through the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from build_brief.language.subjects import find_subjects, words_of
from build_brief.link.issues.lines import Line
from build_brief.link.issues.topics import PLAIN, Topic, is_named
from build_brief.model.article import Article

LINES_NEEDED = {3: 2, 2: 2, 1: 2, 0: 4}
"""Sentences that must speak of a known subject, by how plainly it is named as an issue."""
FREE_LINES_NEEDED = {3: 2, 2: 3, 1: 3}
"""The same for words that are no known subject: they need more to be believed."""
HEAD = 2
"""Sentences at the head of an article that say what it is about: “… in a dispute over pay”."""
HEADED_LINES, HINTED_LINES = 2, 3
"""Sentences that must speak of a known subject that a headline names, or may name: “race”."""
RECURRING_LINES = 3
"""The same for a phrase that nobody names as an issue, and that a headline holds."""
UNNAMED_SHARE = 0.05
"""Of a story's sentences, that must speak of a subject which nobody names as an issue."""
WIDE_LINES = 8
"""The same for a story of many articles, when at least half of them speak of it."""
OPENING = 3
"""Sentences at the beginning of an article that open its subject, though they name no issue."""
OPENED_LINES, DISPUTED_LINES = 2, 3
"""Sentences that must speak of a known subject that opens an article, or on which several actors speak."""
OPENED_SHARE = 0.1
"""Of all sentences, that must speak of what opens an article: two are enough in a short one."""
OPENED_VOICES, DISPUTED_VOICES = 1, 2
"""Actors that must speak on it then."""
SPOKEN_LINES, SPOKEN_PARAGRAPHS = 3, 2
"""Sentences and paragraphs that must speak of a known subject that somebody quoted names himself."""
SPOKEN_DENSELY = 2
"""Sentences that are enough for it where they are a good share of a short story."""
TOLD_DENSELY = 3
"""The same where somebody speaks on a subject and does not name it."""
GOOD_SHARE = 0.1
DENSE_SHARE, DENSE_PARAGRAPHS = 0.08, 2
"""Share of all sentences from which fewer paragraphs are enough."""
OPENED_WIDELY, OPENED_WIDELY_SHARE = 3, 0.12
"""Sentences, and their share of all, from which on what opens an article needs nobody who speaks on it."""
ALL_ARTICLES, ALL_LINES = 3, 4
"""Articles of a story that must all speak of a subject, and sentences, for it to be an issue."""
EARLY_LINES = 10
"""Sentences of an article within which a subject is told first, if it is more than an aside."""
MAIN_SHARE = 0.25
"""Of a story's sentences, that must speak of the subject of its headline for it to be about nothing else."""


def voices_needed(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> int | None:
    """Return how many actors must speak on `topic` for it to be an issue; None when too little is told of it.

    What is named, or runs through the story, needs none; what only opens it needs somebody who has a say, and
    an aside needs two.
    """
    needed = _voices_by_place(topic, told, lines)
    aside = needed is not None and _is_aside(topic, told, lines)
    return DISPUTED_VOICES if aside else needed


def _voices_by_place(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> int | None:
    if _is_evident(topic, told, lines):
        return 0
    if told and topic.subject and is_headed(topic, articles_of(told)):
        return OPENED_VOICES
    if topic.subject and _opens_and_recurs(told, lines):
        return 0
    opened = len(told) >= max(OPENED_LINES, OPENED_SHARE * len(lines))
    if topic.subject and opened and opens(told):
        return OPENED_VOICES
    if topic.subject and len(told) >= max(TOLD_DENSELY, GOOD_SHARE * len(lines)):
        return OPENED_VOICES
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    disputed = len(paragraphs) >= DISPUTED_LINES and len(told) >= UNNAMED_SHARE * len(lines)
    return DISPUTED_VOICES if topic.subject and disputed else None


def may_be_spoken_on(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a known subject is an issue if the words of somebody quoted name it."""
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    often = len(told) >= max(SPOKEN_LINES, UNNAMED_SHARE * len(lines))
    often = often or len(told) >= max(SPOKEN_DENSELY, GOOD_SHARE * len(lines))
    fit = topic.subject is not None and not _is_aside(topic, told, lines)
    return fit and often and len(paragraphs) >= SPOKEN_PARAGRAPHS


def _is_aside(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a subject is only told far down, in few sentences, and neither named nor in a headline."""
    if not told or topic.weight or len(told) >= GOOD_SHARE * len(lines):
        return False
    late = all(line.number > EARLY_LINES for line in told)
    return late and not is_headed(topic, articles_of(told), hinted=True)


def _is_evident(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether enough is said of `topic`; one that nobody names must run through the story."""
    if not topic.subject and not topic.mentions:
        return len(told) >= RECURRING_LINES
    if topic.weight >= PLAIN and any(line.number <= HEAD and is_named(topic, line.span) for line in told):
        return True
    if topic.subject and is_headed(topic, articles_of(told)):
        return len(told) >= HEADED_LINES
    if topic.subject and len(told) >= HINTED_LINES and is_headed(topic, articles_of(told), hinted=True):
        return True
    needed = (LINES_NEEDED if topic.subject else FREE_LINES_NEEDED).get(topic.weight, len(told) + 1)
    return len(told) >= needed if topic.weight else _runs_through(told, lines, needed)


def _is_told_by_all(told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether each of several articles speaks of it."""
    telling = _count_articles(told)
    return telling >= ALL_ARTICLES and len(told) >= ALL_LINES and telling == _count_articles(lines)


def _count_articles(lines: Iterable[Line]) -> int:
    return len({line.span.article.id for line in lines})


def _opens_and_recurs(told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether a subject opens an article and a good share of what follows speaks of it."""
    return len(told) >= max(OPENED_WIDELY, OPENED_WIDELY_SHARE * len(lines)) and opens(told)


def find_following(topic: Topic, told: Sequence[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the sentences that come right after those on `topic`, name no other subject, and are on it too.

    That is so where a headline names it and a good part of the story speaks of it: what is quoted next
    (“This is a compromise”) answers what was told.
    """
    if not topic.subject or len(told) < MAIN_SHARE * len(lines) or not is_headed(topic, articles_of(told)):
        return ()
    places = {line.span.place for line in told}
    return tuple(
        line
        for before, line in pairwise(lines)
        if before.span.place in places
        and line.span.place not in places
        and line.span.article == before.span.article
        and not line.subjects
    )


def is_headed(topic: Topic, articles: Iterable[Article], *, hinted: bool = False) -> bool:
    """Tell whether a headline of `articles` names the known subject of `topic`.

    Words that name it only among issues (“race”, “guns”) count when `hinted`.
    """
    headlines = {article.id: article.headline or "" for article in articles}
    return any(
        hit.subject == topic.subject
        for headline in headlines.values()
        for hit in find_subjects(words_of(headline), named=hinted)
    )


def articles_of(told: Iterable[Line]) -> Iterator[Article]:
    """Yield the article of each of these sentences."""
    return (line.span.article for line in told)


def opens(told: Iterable[Line]) -> bool:
    """Tell whether one of the first sentences of an article speaks of it."""
    return any(line.number <= OPENING for line in told)


def _runs_through(told: Sequence[Line], lines: Sequence[Line], needed: int) -> bool:
    """Tell whether a good share of the sentences speak of it, or many in most articles, or all do.

    It must be `needed` paragraphs, or fewer where these hold a larger share.
    """
    if _is_told_by_all(told, lines):
        return True
    paragraphs = {(line.span.article.id, line.span.paragraph.number) for line in told}
    dense = len(told) >= max(needed, DENSE_SHARE * len(lines)) and len(paragraphs) >= DENSE_PARAGRAPHS
    articles, telling = _count_articles(lines), _count_articles(told)
    if telling < min(articles, 2) or not (dense or len(paragraphs) >= needed):
        return False
    widely = len(told) >= WIDE_LINES and telling * 2 >= articles
    return widely or len(told) >= UNNAMED_SHARE * len(lines)
