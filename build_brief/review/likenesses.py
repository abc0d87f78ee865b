"""Find pages whose names are so alike that they may be one: “Rob Shaw” and “Robert Shaw”, “HRW”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from build_brief.language.nearest import fold_words
from build_brief.language.personal_names import may_be_one_name
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dossier import Dossier, Entity, EntityKind
from build_brief.model.rulings import EntityRuling, Rulings
from build_brief.review.doubts import Doubt, list_yaml, quote_yaml, with_sentence

TELLING = 8
"""Letters of a name in which one may be wrong: “Iran” and “Iraq” are two."""
CROWDED = 40
"""Names that share a surname or first word; beyond, likeness says nothing (“University of …”)."""
MOST_SENTENCES = 5
"""Of pages that share a name."""
SHORT_FORMS = frozenset({"the", "of", "for", "and", "&", "in", "on"})


def find_alike(dossier: Dossier, rulings: Rulings) -> tuple[Doubt, ...]:
    """Return a doubt for each name that has several pages, then one for each two names that may be one."""
    articles = {found.article.id: found for found in dossier.articles}
    told_apart = {
        frozenset(map(fold_words, (ruling.name, other)))
        for ruling in rulings.entities
        for other in ruling.apart
    }
    named: defaultdict[tuple[EntityKind, str], list[Entity]] = defaultdict(list)
    for entity in sorted(dossier.entities, key=lambda entity: (-len(entity.mentions), entity.id)):
        named[entity.kind, fold_words(entity.name)].append(entity)
    shared = [pages for _, pages in sorted(named.items()) if len(pages) > 1]
    pairs = {
        tuple(sorted((fold_words(one.name), fold_words(other.name)))): (one, other)
        for one, other in _find_pairs(pages[0] for pages in named.values())
    }
    return (
        *(_doubt_same(pages, articles) for pages in shared if {fold_words(pages[0].name)} not in told_apart),
        *(
            _doubt(*pairs[names], articles, rulings.entities)
            for names in sorted(pairs)
            if frozenset(names) not in told_apart
        ),
    )


def _doubt_same(pages: Sequence[Entity], articles: Mapping[ArticleId, AnnotatedArticle]) -> Doubt:
    name = pages[0].name
    spans = [page.mentions[0].span for page in pages[:MOST_SENTENCES]]
    return Doubt(
        question=f"{name} has {len(pages)} pages ({', '.join(page.id for page in pages)}). Are all one?",
        sentences=tuple(with_sentence(span, articles[span.article.id]) for span in spans),
        file=f"{pages[0].kind.value}.yml",
        lines=(
            f"{quote_yaml(name)}:",
            f"  merge: {list_yaml([name])}",
            f"#  or, when they are not: apart: {list_yaml([name])}",
        ),
    )


def _find_pairs(entities: Iterable[Entity]) -> Iterator[tuple[Entity, Entity]]:
    near: defaultdict[tuple[EntityKind, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in _keys(entity):
            near[entity.kind, key].append(entity)
    for group in near.values():
        if len(group) <= CROWDED:
            yield from (pair for pair in combinations(group, 2) if are_alike(*pair))


def _keys(entity: Entity) -> set[str]:
    """Return what two pages must share to be compared at all."""
    words = fold_words(entity.name).split()
    if entity.kind is EntityKind.PERSON:
        return {words[-1], words[0][:1] + words[-1][:2]}
    return {word for word in words[:1] if word not in SHORT_FORMS} | {
        _initials(entity.name).lower(),
        words[-1],
    }


def are_alike(one: Entity, other: Entity) -> bool:
    """Tell whether two pages of one kind may be one by their names."""
    first, second = fold_words(one.name), fold_words(other.name)
    if one.kind is EntityKind.PERSON:
        return may_be_one_name(one.name.split(), other.name.split()) or _is_misspelt(first, second)
    short = {one.name: _initials(other.name), other.name: _initials(one.name)}
    return any(name == initials for name, initials in short.items()) or _is_misspelt(first, second)


def _is_misspelt(first: str, second: str) -> bool:
    """Tell whether one letter makes the difference, not a number: “Drake” and “Duke” have two."""
    digits = ["".join(filter(str.isdigit, name)) for name in (first, second)]
    long = min(len(first), len(second)) >= TELLING
    return long and digits[0] == digits[1] and Levenshtein.distance(first, second) <= 1


def _initials(name: str) -> str:
    """Return “HRW” for “Human Rights Watch”; empty for a name of one word."""
    words = [word for word in name.split() if word.lower() not in SHORT_FORMS]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


def _doubt(
    one: Entity,
    other: Entity,
    articles: Mapping[ArticleId, AnnotatedArticle],
    rulings: Iterable[EntityRuling],
) -> Doubt:
    names = {fold_words(ruling.name) for ruling in rulings}
    head, merged = sorted((one, other), key=lambda page: (-len(page.mentions), page.id))
    spans = (entity.mentions[0].span for entity in (head, merged))
    again = " Its entry is there already: put both together." if fold_words(head.name) in names else ""
    return Doubt(
        question=f"Are {head.name} ({head.id}) and {merged.name} ({merged.id}) one?{again}",
        sentences=tuple(with_sentence(span, articles[span.article.id]) for span in spans),
        file=f"{one.kind.value}.yml",
        lines=(
            f"{quote_yaml(head.name)}:",
            f"  merge: {list_yaml([merged.name])}",
            f"#  or, when they are not: apart: {list_yaml([merged.name])}",
        ),
    )
