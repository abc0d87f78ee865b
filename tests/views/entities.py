"""Each entity: id, name, aliases, side, and the articles that mention it; each article is a story."""

from __future__ import annotations

from build_brief.analyse.names import find_names
from build_brief.analyse.references import resolve_references
from build_brief.analyse.sentences import find_sentences
from build_brief.link.names.entities import resolve_entities
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article
from build_brief.model.dossier import Entity


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(show(entity) for entity in resolve_entities(map(annotate, articles), ()).entities)


def annotate(article: Article) -> AnnotatedArticle:
    sentences = find_sentences(article)
    mentions = resolve_references(article, sentences, find_names(article, sentences))
    return AnnotatedArticle(
        article=article, sentences=sentences, mentions=mentions, quotes=(), issues=(), dates=()
    )


def show(entity: Entity) -> str:
    where = sorted({mention.span.article.id.removesuffix(".txt") for mention in entity.mentions})
    parts = [entity.id, entity.name]
    if entity.aliases:
        parts.append("also " + ", ".join(entity.aliases))
    if entity.side:
        parts.append(f"for {entity.side}")
    return " | ".join([*parts, f"in {' '.join(where)}"])
