"""Which quotes report one utterance: each line a cluster, the fullest first.

A paragraph of such a case is `Speaker: words`, with the speaker's words in quotation marks; all
articles of a case tell one story.
"""

from __future__ import annotations

from build_brief.language.quote_marks import find_quoted
from build_brief.link.utterances.variants import cluster_quotes
from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.article import Article, Paragraph, Span
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import AttributedQuote, EntityId, QuoteId, Story, StoryId


def view(articles: tuple[Article, ...]) -> str:
    quotes = [quote(article, paragraph) for article in articles for paragraph in article.paragraphs]
    clusters = cluster_quotes(quotes, [story(articles)])
    return "\n".join(
        " + ".join(name(quote) for quote in (cluster.fullest, *cluster.variants)) for cluster in clusters
    )


def name(quote: AttributedQuote) -> str:
    span = quote.quote.contents[0]
    return f"{span.article.id.removesuffix('.txt')}{span.paragraph.number}"


def story(articles: tuple[Article, ...]) -> Story:
    ids = tuple(article.id for article in articles)
    return Story(
        id=StoryId(ids[0]),
        articles=ids,
        origins=tuple((article,) for article in ids),
        day=ArticleDay(day=None),
        shared_terms=(),
    )


def quote(article: Article, paragraph: Paragraph) -> AttributedQuote:
    whole = article.paragraph_span(paragraph)
    speaker, _, words = whole.text.partition(": ")
    start = whole.start + len(speaker) + 2
    quoted = tuple(
        article.span(found.start, found.end)
        for found in find_quoted(article.text, start, whole.end)
        if found.depth == 0
    )
    verbatim = len(quoted) == 1 and len(quoted[0].text) + 2 == len(words)
    return AttributedQuote(
        id=QuoteId(f"{article.id}#{paragraph.number}"),
        quote=Quote(
            contents=(quoted[0] if verbatim else article.span(start, whole.end),),
            kind=QuoteKind.VERBATIM if verbatim else QuoteKind.MIXED if quoted else QuoteKind.REPORTED,
            quoted=quoted,
            speaker=Span(article=article, start=whole.start, end=start - 2),
            cue=None,
            name=speaker,
            rule="case",
            confidence=1.0,
            speaker_confidence=1.0,
        ),
        speaker=EntityId(f"people/{speaker.lower()}") if speaker.istitle() else None,
        speaker_name=speaker,
        side=None,
        doubtful=False,
    )
