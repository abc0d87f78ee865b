"""Small dossiers from marked text, never by running earlier stages.

`{he > David Lammy}` marks a mention and its name; `{he > ?}` one that nobody resolved; `~0.6` after
the name sets the confidence, `@org`, `@place` and `@nationality` the kind (a person otherwise).
Quotes are given apart, as `quote(source, "words", speaker="he said's he", name="David Lammy")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_brief.analyse.sentences import find_sentences
from build_brief.model.annotations import (
    AnnotatedArticle,
    DateMention,
    Mention,
    MentionForm,
    MentionKind,
    Quote,
    QuoteKind,
)
from build_brief.model.article import Article
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import (
    AttributedQuote,
    Dossier,
    Entity,
    EntityId,
    EntityKind,
    Issue,
    QuoteCluster,
    QuoteId,
    Story,
    StoryId,
    TimelineEntry,
)
from build_brief.model.namings import EntityMention, gather_namings
from tests import builders

MARKED = re.compile(
    r"\{(?P<words>[^{}>]+) > (?P<name>[^{}@~]+?)(?: ~(?P<confidence>[\d.]+))?(?: @(?P<kind>\w+))?\}"
)
PRONOUNS = {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "hers", "theirs"}
KINDS = {
    "org": (MentionKind.ORGANISATION, EntityKind.ORGANISATION),
    "place": (MentionKind.PLACE, EntityKind.PLACE),
    "nationality": (MentionKind.NATIONALITY, EntityKind.PLACE),
    None: (MentionKind.PERSON, EntityKind.PERSON),
}


def annotated(
    marked: str, *, quotes: Sequence[tuple[str, str, str]] = (), **settings: object
) -> AnnotatedArticle:
    """Annotate an article: `quotes` are (content, kind, name) with content words of the text."""
    source = builders.article(MARKED.sub(lambda found: found["words"], marked), **settings)  # type: ignore[arg-type]
    mentions, shift = [], 0
    for found in MARKED.finditer(marked):
        start = found.start() - shift
        shift += len(found[0]) - len(found["words"])
        mentions.append(_mention(source, found, start))
    return AnnotatedArticle(
        article=source,
        sentences=find_sentences(source),
        mentions=tuple(mentions),
        quotes=tuple(quote(source, words, QuoteKind(kind), name) for words, kind, name in quotes),
        issues=(),
        dates=_dates(),
    )


def _dates() -> tuple[DateMention, ...]:
    return ()


def _mention(source: Article, found: re.Match[str], start: int) -> Mention:
    words, name = found["words"], found["name"].strip()
    known = None if name == "?" else name
    if words.lower() in PRONOUNS:
        form = MentionForm.PRONOUN
    elif words.lower().startswith("the ") and words != known:
        form = MentionForm.ROLE
    else:
        form = MentionForm.FULL if words == known else MentionForm.SHORT
    return Mention(
        span=source.span(start, start + len(words)),
        kind=KINDS[found["kind"]][0],
        form=form,
        name=known,
        confidence=float(found["confidence"] or 1),
    )


def quote(source: Article, words: str, kind: QuoteKind, name: str) -> Quote:
    contents = tuple(builders.span(source, part) for part in words.split(" | "))
    return Quote(
        contents=contents,
        kind=kind,
        quoted=contents if kind is QuoteKind.VERBATIM else (),
        speaker=builders.span(source, name.rsplit(maxsplit=1)[-1]) if name else None,
        cue=None,
        name=name or None,
        rule="by hand",
        confidence=1.0 if name else 0.5,
        speaker_confidence=1.0 if name else 0.5,
    )


def dossier(
    *articles: AnnotatedArticle,
    stories: Iterable[Iterable[str]] | None = None,
    issues: tuple[Issue, ...] = (),
    timeline: tuple[TimelineEntry, ...] = (),
) -> Dossier:
    """Join annotated articles: one story of all of them unless `stories` lists article ids."""
    ordered = tuple(sorted(articles, key=lambda a: a.article.id))
    entities = _entities(ordered)
    ids = {entity.name: entity.id for entity in entities}
    quotes = tuple(
        AttributedQuote(
            id=QuoteId(f"{a.article.id}#{number}"),
            quote=q,
            speaker=ids.get(q.name or ""),
            speaker_name=q.name or "",
            side=None,
            doubtful=q.speaker_confidence < 0.9,
        )
        for a in ordered
        for number, q in enumerate(a.quotes, start=1)
    )
    groups = stories or [[a.article.id for a in ordered]]
    return Dossier(
        articles=ordered,
        days=tuple((a.article.id, ArticleDay(day=a.article.published)) for a in ordered),
        entities=entities,
        quotes=quotes,
        clusters=tuple(QuoteCluster(fullest=q, variants=()) for q in quotes),
        stories=tuple(_story(ordered, list(group)) for group in groups),
        issues=issues,
        timeline=timeline,
        notices=(),
    )


def _story(articles: tuple[AnnotatedArticle, ...], group: list[str]) -> Story:
    members = tuple(a.article for a in articles if a.article.id in group)
    days = [member.published for member in members if member.published]
    return Story(
        id=StoryId(members[0].id),
        articles=tuple(member.id for member in members),
        origins=tuple((member.id,) for member in members),
        day=ArticleDay(day=min(days) if days else None),
        shared_terms=(),
    )


def _entities(articles: tuple[AnnotatedArticle, ...]) -> tuple[Entity, ...]:
    found: dict[tuple[EntityKind, str], list[Mention]] = {}
    kinds = dict(KINDS.values())
    for a in articles:
        for mention in a.mentions:
            if mention.name and mention.confidence >= 0.9:
                found.setdefault((kinds[mention.kind], mention.name), []).append(mention)
    entities = [
        Entity(
            id=EntityId(f"{kind}/{name.lower().replace(' ', '-')}"),
            kind=kind,
            name=name,
            aliases=(),
            named=gather_namings(EntityMention(span=one.span, role=one.role) for one in mentions),
        )
        for (kind, name), mentions in found.items()
    ]
    return tuple(sorted(entities, key=lambda entity: entity.id))
