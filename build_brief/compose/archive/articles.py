"""What one article tells by itself of the names in it: read once, for each archive that the article is in.

An article is in the archive of its story and in those of the issues that it speaks of; of ten thousand
articles an issue may have two thousand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_brief.compose.archive.genres import is_argued
from build_brief.compose.archive.name_titles import find_name_titles
from build_brief.compose.archive.unread_names import has_unread_name
from build_brief.model.annotations import NAMING, AnnotatedArticle, Mention, MentionForm, MentionKind

LEADS = 3
"""Times that an article names whom it is about, at least."""
INITIALLED = re.compile(r"\b([A-Z][a-z]+) [B-HJ-Z]\b(?![.’'&-]|\s?[A-Z])")
"""A name with an initial after it: an artist's, not a surname."""
REMEMBERED = 4096
"""Articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCard:
    """What an archive asks of an article."""

    people: tuple[tuple[str, tuple[str, int, int]], ...]
    """Each person's full name with the place where it is meant, in order."""
    introductions: Mapping[str, tuple[tuple[int, str], ...]]
    """Where each full name that holds a word is first given, in order: (offset, name)."""
    short_names: Mapping[str, str]
    """The short form used most for a full name."""
    titles: Mapping[str, str]
    """The role first put before each full name, in the article's words."""
    is_unread: bool
    """Whether it is about somebody whose name was not read."""
    leading: Mention | None
    """Whom it is about: a mention of the one person whom it names much more than any other."""
    initialled: frozenset[str]
    """Names printed with a bare initial after them."""
    is_argued: bool
    """Whether somebody argues."""


class _Same:
    """An article as a key: the very object, for comparing all that was found in two would take long."""

    __slots__ = ("annotated",)

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.annotated = annotated

    def __hash__(self) -> int:
        return id(self.annotated)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.annotated is self.annotated


def read_card(annotated: AnnotatedArticle) -> ArticleCard:
    """Return the card of an article; of one that was asked for lately the same."""
    return _read(_Same(annotated))


@lru_cache(maxsize=REMEMBERED)
def _read(key: _Same) -> ArticleCard:
    annotated = key.annotated
    return ArticleCard(
        people=tuple(
            (mention.name, mention.span.place)
            for mention in annotated.mentions
            if mention.kind is MentionKind.PERSON and mention.name
        ),
        introductions=_find_introductions(annotated),
        short_names=_find_short_names(annotated),
        titles={name: title for (_, name), title in find_name_titles((annotated,)).items()},
        is_unread=has_unread_name(annotated),
        leading=_find_leading(annotated),
        initialled=frozenset(INITIALLED.findall(annotated.article.text)),
        is_argued=is_argued(annotated),
    )


def _find_introductions(annotated: AnnotatedArticle) -> dict[str, tuple[tuple[int, str], ...]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for mention in annotated.mentions:
        full = mention.form is MentionForm.FULL and mention.kind is MentionKind.PERSON
        for word in mention.name.split() if full and mention.name else ():
            found[word].setdefault(mention.name or "", mention.span.start)
    return {word: tuple((start, name) for name, start in names.items()) for word, names in found.items()}


def _find_leading(annotated: AnnotatedArticle) -> Mention | None:
    named = [m for m in annotated.mentions if m.kind is MentionKind.PERSON and m.name and m.form in NAMING]
    counted = Counter(mention.name for mention in named).most_common(2)
    if counted and counted[0][1] >= LEADS and (len(counted) == 1 or counted[0][1] >= 2 * counted[1][1]):
        return next(m for m in named if m.name == counted[0][0])
    return None


def _find_short_names(annotated: AnnotatedArticle) -> dict[str, str]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in annotated.mentions:
        if mention.form is MentionForm.SHORT and mention.name and mention.kind is MentionKind.PERSON:
            forms[mention.name][mention.span.text] += 1
    # The most frequent; among equals the first in the article, as Counter keeps order.
    return {name: counted.most_common(1)[0][0] for name, counted in forms.items()}
