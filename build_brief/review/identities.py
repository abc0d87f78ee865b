"""Find names that may mean two people, nobody that the article tells, or something worth a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_brief.language.nearest import fold_words
from build_brief.link.names.roles import role_words
from build_brief.model.annotations import NAMING, AnnotatedArticle, Mention, MentionForm, MentionKind
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import Dossier, Entity, EntityKind, Story
from build_brief.model.rulings import Rulings
from build_brief.review.doubts import Doubt, list_yaml, quote_yaml, with_sentence

SURE = 0.9
"""Confidence from which a mention counts as the entity's, as in `link`."""
FILES = {
    MentionKind.PERSON: EntityKind.PERSON,
    MentionKind.ORGANISATION: EntityKind.ORGANISATION,
    MentionKind.PLACE: EntityKind.PLACE,
}


def find_doubtful_joins(dossier: Dossier, rulings: Rulings) -> tuple[Doubt, ...]:
    """Return a doubt for each person of several stories whose roles in them share no word."""
    articles = {found.article.id: found for found in dossier.articles}
    stories = {article: story for story in dossier.stories for article in story.articles}
    ruled = {fold_words(ruling.name) for ruling in rulings.entities if ruling.merge or ruling.split}
    return tuple(
        doubt
        for entity in dossier.entities
        if entity.kind is EntityKind.PERSON and fold_words(entity.name) not in ruled
        for doubt in _doubt_join(entity, articles, stories)
    )


def _doubt_join(
    entity: Entity, articles: dict[ArticleId, AnnotatedArticle], stories: dict[ArticleId, Story]
) -> Iterator[Doubt]:
    """Give a doubt when another story's roles are not those of the story with most roles."""
    roles: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in entity.titled:
        if mention.role:
            roles[stories[mention.span.article.id].id].append(mention.role)
    words = {story: role_words(tuple(span.text for span in spans)) for story, spans in roles.items()}
    main = max(roles, key=lambda story: (len(roles[story]), story), default=None)
    apart = [story for story in sorted(roles) if main and words[story] and not words[story] & words[main]]
    if main is None or not words[main] or not apart:
        return
    told = sorted({span.article.id for story in apart for span in roles[story]})
    spans = [roles[main][0], *(roles[story][0] for story in apart[:2])]
    role = " ".join(roles[apart[0]][0].text.split())
    yield Doubt(
        question=f"Is {entity.name} ({entity.id}) the same in all stories? The roles share no word.",
        sentences=tuple(with_sentence(span, articles[span.article.id]) for span in spans),
        file="people.yml",
        lines=(
            f"{quote_yaml(entity.name)}:",
            "  split:",
            f"    {quote_yaml(f'{entity.name} ({role})')}: {list_yaml(told)}",
            f"#  or, when it is one person: merge: {list_yaml([entity.name])}",
        ),
    )


def find_open_names(dossier: Dossier) -> tuple[Doubt, ...]:
    """Return a doubt for each name of which an article does not tell whose it is."""
    people = [entity for entity in dossier.entities if entity.kind is EntityKind.PERSON]
    bearers: defaultdict[tuple[ArticleId, str], list[str]] = defaultdict(list)
    for entity in people:
        for article in (naming.article.id for naming in entity.named):
            for word in set(entity.name.split()):
                bearers[article, word].append(entity.name)
    doubts = []
    for found in dossier.articles:
        for name, mention in _first_open(found).items():
            able = sorted(set(bearers[found.article.id, name.split()[-1]]))
            guess = mention.name if mention.name in able else next(iter(able), None)
            if guess:
                doubts.append(_doubt_open(name, mention, found, (guess, able)))
    return tuple(doubts)


def _first_open(found: AnnotatedArticle) -> dict[str, Mention]:
    """Return the first mention of each person's name that the article leaves open."""
    first: dict[str, Mention] = {}
    for mention in found.mentions:
        if mention.kind is MentionKind.PERSON and mention.form in NAMING and mention.confidence < SURE:
            first.setdefault(" ".join(mention.span.text.split()), mention)
    return first


def _doubt_open(name: str, mention: Mention, found: AnnotatedArticle, able: tuple[str, list[str]]) -> Doubt:
    guess, others = able
    return Doubt(
        question=f"Whose name is {name} in {found.article.id}? It may be {' or '.join(others)}.",
        sentences=(with_sentence(mention.span, found),),
        file="people.yml",
        lines=(
            f"{quote_yaml(name)}:",
            "  split:",
            f"    {quote_yaml(guess)}: {list_yaml([found.article.id])}",
        ),
    )


def find_thin_names(dossier: Dossier, rulings: Rulings) -> tuple[Doubt, ...]:
    """Return a doubt for each name of a body or place that is sure, and yet has no page."""
    paged = {mention.span.place for entity in dossier.entities for mention in entity.mentions}
    ruled = {
        (ruling.kind, fold_words(name))
        for ruling in rulings.entities
        for name in (ruling.name, *ruling.merge)
    }
    first: dict[tuple[EntityKind, str], tuple[Mention, AnnotatedArticle]] = {}
    for found in dossier.articles:
        for mention in found.mentions:
            kind = FILES.get(mention.kind)
            plain = mention.form is MentionForm.FULL and mention.confidence >= SURE and mention.name
            if kind and kind is not EntityKind.PERSON and plain and mention.span.place not in paged:
                first.setdefault((kind, plain), (mention, found))
    return tuple(
        Doubt(
            question=f"Does {name} deserve a page among the {kind.value}? It is named too seldom to know.",
            sentences=(with_sentence(mention.span, found),),
            file=f"{kind.value}.yml",
            lines=(f"{quote_yaml(name)}:", "  show: yes"),
        )
        for (kind, name), (mention, found) in sorted(first.items())
        if (kind, fold_words(name)) not in ruled
    )
