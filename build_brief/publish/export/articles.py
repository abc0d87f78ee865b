"""One article in the export: its text, what its header says, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.model.annotations import AnnotatedArticle, DateMention, IssueMention, Mention, Quote
from build_brief.model.article import Article, Dateline, Paragraph
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import AttributedQuote
from build_brief.publish.export.values import Json, describe_day, offsets

SURE = 0.9
"""At or above it a speaker is printed without doubt."""


def describe_article(annotated: AnnotatedArticle, day: ArticleDay, quotes: Iterable[AttributedQuote]) -> Json:
    """Return one article; the offsets in it are pairs into its own text.

    `quotes` are those of this article.
    """
    return {
        **_describe_header(annotated.article),
        "day": describe_day(day),
        "text": annotated.article.text,
        "paragraphs": [_describe_paragraph(paragraph) for paragraph in annotated.article.paragraphs],
        "sentences": [offsets(sentence.span) for sentence in annotated.sentences],
        "mentions": [_describe_mention(mention) for mention in annotated.mentions],
        "quotes": [
            *(_describe_quote(quote) for quote in quotes),
            *_describe_unprinted(annotated, "headline", annotated.headline_quotes),
            *_describe_unprinted(annotated, "stance", annotated.stances),
        ],
        "issues": [_describe_issue(issue) for issue in annotated.issues],
        "dates": [_describe_date(date) for date in annotated.dates],
    }


def _describe_header(article: Article) -> Json:
    return {
        "id": article.id,
        "path": article.source.path,
        "digest": article.source.digest,
        "format": article.source.format,
        "headline": article.headline,
        "byline": article.byline,
        "publisher": article.publisher,
        "dateline": _describe_dateline(article.dateline),
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": article.url,
        "rights": article.rights.value if article.rights else None,
    }


def _describe_dateline(dateline: Dateline | None) -> Json | None:
    if dateline is None:
        return None
    return {
        "start": dateline.start,
        "end": dateline.end,
        "places": list(dateline.places),
        "agency": dateline.agency,
        "day": dateline.day.isoformat() if dateline.day else None,
    }


def _describe_paragraph(paragraph: Paragraph) -> Json:
    return {
        "number": paragraph.number,
        "start": paragraph.start,
        "end": paragraph.end,
        "kind": paragraph.kind.value,
    }


def _describe_mention(mention: Mention) -> Json:
    return {
        "span": offsets(mention.span),
        "kind": mention.kind.value,
        "form": mention.form.value,
        "name": mention.name,
        "role": offsets(mention.role),
        "gender": mention.gender.value,
        "confidence": mention.confidence,
    }


def _describe_quote(attributed: AttributedQuote) -> Json:
    quote = attributed.quote
    return {
        "id": attributed.id,
        **_describe_words(quote),
        "name": attributed.speaker_name if attributed.speaker else quote.name,
        "entity": attributed.speaker,
        "side": attributed.side,
        "doubtful": attributed.doubtful,
        "headline": False,
        "stance": False,
    }


def _describe_unprinted(annotated: AnnotatedArticle, mark: str, quotes: Iterable[Quote]) -> Iterator[Json]:
    """Yield what no page prints, so that it is nobody's on this site: a headline's words, somebody's wish."""
    for number, quote in enumerate(quotes, start=1):
        yield {
            "id": f"{annotated.article.id}#{mark}{number}",
            **_describe_words(quote),
            "name": quote.name,
            "entity": None,
            "side": None,
            "doubtful": quote.speaker is None or quote.speaker_confidence < SURE,
            "headline": mark == "headline",
            "stance": mark == "stance",
        }


def _describe_words(quote: Quote) -> Json:
    return {
        "kind": quote.kind.value,
        "content": [offsets(span) for span in quote.contents],
        "quoted": [offsets(span) for span in quote.quoted],
        "speaker": offsets(quote.speaker),
        "cue": offsets(quote.cue),
        "addressee": offsets(quote.addressee),
        "confidence": quote.confidence,
        "speaker_confidence": quote.speaker_confidence,
        "continues": quote.continues,
        "rule": quote.rule,
    }


def _describe_issue(issue: IssueMention) -> Json:
    return {"span": offsets(issue.span), "label": issue.label, "rule": issue.rule}


def _describe_date(date: DateMention) -> Json:
    return {
        "span": offsets(date.span),
        "form": date.expression.form.value,
        "tense": date.tense.value,
    }
