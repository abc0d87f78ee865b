"""Let an editor say whom a name means where the article itself leaves it open.

A surname alone, or a name that two people bear, belongs to nobody until somebody decides; and a nickname
may look like no name at all. A name that the article makes plain is left to the step that joins names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from build_brief.language.nearest import fold_words
from build_brief.link.names.forms import KINDS, SURE
from build_brief.model.annotations import NAMING, AnnotatedArticle, Mention, MentionForm, MentionKind
from build_brief.model.article import ParagraphKind, Span
from build_brief.model.dossier import EntityKind
from build_brief.model.rulings import EntityRuling

MENTIONS = {kind: mention for mention, kind in KINDS.items() if mention is not MentionKind.NATIONALITY}

Named = tuple[EntityKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """Whom open names mean, by kind and folded name."""

    everywhere: Mapping[Named, str]
    somewhere: Mapping[Named, tuple[tuple[tuple[str, ...], str], ...]]
    """Articles, and whom the name means in them."""
    words: tuple[tuple[EntityKind, str], ...]
    """The names as the editor writes them, longest first."""

    def find(self, article: str, kind: EntityKind, name: str, *, plain: bool) -> str | None:
        """Return whom the name means in `article`; None when nobody has decided.

        `plain` is false for words of which the article does not say that they are one name's.
        """
        for patterns, meant in self.somewhere.get((kind, fold_words(name)), ()):
            if is_listed(article, patterns):
                return meant
        return self.everywhere.get((kind, fold_words(name))) if plain else None


def settle_names(
    articles: Iterable[AnnotatedArticle], rulings: Iterable[EntityRuling]
) -> tuple[AnnotatedArticle, ...]:
    """Return `articles` in their order, with what `rulings` say of names that were left open."""
    meanings = _read(tuple(rulings))
    if not meanings.words:
        return tuple(articles)
    return tuple(_settle_article(found, meanings) for found in articles)


def is_listed(article: str, patterns: Iterable[str]) -> bool:
    """Tell whether `article` is one of `patterns`, where `*` stands for any letters."""
    return any(
        article == pattern or ("*" in pattern and _as_expression(pattern).fullmatch(article) is not None)
        for pattern in patterns
    )


@lru_cache(maxsize=1024)
def _as_expression(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, re.split(r"\*+", pattern))), re.DOTALL)


def is_address(name: str) -> bool:
    """Tell whether a ruling names a page by its address: `people/ana-ruiz-2`."""
    return name.partition("/")[0] in set(EntityKind) and "/" in name


def _read(rulings: tuple[EntityRuling, ...]) -> Meanings:
    everywhere: dict[Named, str] = {}
    somewhere: defaultdict[Named, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    words: set[tuple[EntityKind, str]] = set()
    for ruling in rulings:
        if not is_address(ruling.name):
            others = (*ruling.merge, *ruling.aliases)
            everywhere |= {(ruling.kind, fold_words(name)): ruling.name for name in others}
            words |= {(ruling.kind, name) for name in others}
        for split in ruling.split:
            somewhere[ruling.kind, fold_words(ruling.name)].append((split.articles, split.name))
            words.add((ruling.kind, ruling.name))
    return Meanings(
        everywhere=everywhere,
        somewhere={named: tuple(found) for named, found in somewhere.items()},
        words=tuple(sorted(words, key=lambda named: (-len(named[1]), named))),
    )


def _settle_article(found: AnnotatedArticle, meanings: Meanings) -> AnnotatedArticle:
    mentions = [_settle(mention, found, meanings) for mention in found.mentions]
    added = list(_find_overlooked(found, meanings))
    if added:
        mentions = sorted([*mentions, *added], key=lambda one: (one.span.start, -one.span.end))
    return replace(found, mentions=tuple(mentions))


def _settle(mention: Mention, found: AnnotatedArticle, meanings: Meanings) -> Mention:
    if not is_open(mention):
        return mention
    kind, article = KINDS[mention.kind], found.article.id
    meant = meanings.find(article, kind, mention.name, plain=True) if mention.name else None
    if meant is None and mention.form in NAMING:
        meant = meanings.find(article, kind, mention.span.text, plain=False)
    return replace(mention, name=meant, confidence=1.0) if meant else mention


def is_open(mention: Mention) -> bool:
    """Tell whether the article leaves open whom a mention means: nobody's, doubtful, or a surname alone."""
    alone = mention.kind is MentionKind.PERSON and mention.name is not None and " " not in mention.name
    return mention.name is None or mention.confidence < SURE or alone


def _find_overlooked(found: AnnotatedArticle, meanings: Meanings) -> Iterator[Mention]:
    """Give a mention for each place where words that an editor knows for a name stand unread."""
    article = found.article
    taken = sorted((mention.span.start, mention.span.end) for mention in found.mentions)
    for kind, words in meanings.words:
        meant = words in article.text and meanings.find(article.id, kind, words, plain=True)
        if not meant:
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", article.text):
            span = article.span(place.start(), place.end())
            if span.paragraph.kind is ParagraphKind.BODY and _is_free(span, taken):
                taken.insert(bisect_left(taken, (span.start, span.end)), (span.start, span.end))
                form = MentionForm.SHORT
                yield Mention(span=span, kind=MENTIONS[kind], form=form, name=meant, confidence=1.0)


def _is_free(span: Span, taken: list[tuple[int, int]]) -> bool:
    return not any(start < span.end and span.start < end for start, end in taken)
