"""Show the same utterance in its several wordings.

Sources trim what people say: a shorter piece of the same words is no other wording. Words that
stand in another order, or others in their place, are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.compose.differences.wordings import find_differing
from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.sentences.statements import write_quote, write_statement
from build_brief.model.article import ArticleId, Span
from build_brief.model.differences import Difference, DifferenceKind
from build_brief.model.dossier import AttributedQuote, QuoteCluster
from build_brief.model.statements import Statement, Voice

MOST_WORDS = 60
"""Of a telling: in a longer one nobody finds the word that differs."""


def find_wording_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return the utterances that two origins word differently, in the order of the story's clusters."""
    return tuple(found for cluster in file.clusters if (found := _compare(cluster, file)))


def _compare(cluster: QuoteCluster, file: StoryFile) -> Difference | None:
    """Set beside the first report that others word otherwise those others, one of each source."""
    own = {annotated.article.id for annotated in file.articles}
    reports = [q for q in (cluster.fullest, *cluster.variants) if q.article in own]
    for at, one in enumerate(reports if cluster.fullest.speaker_name else ()):
        told: dict[ArticleId, Statement] = {}
        differing: list[Span] = []
        for other in reports[at + 1 :]:
            spans = find_differing(one, other) if one.article != other.article else ()
            pair = [_write(quote, spans, file) for quote in (one, other)] if spans else []
            statements = [statement for statement in pair if statement]
            if len(statements) == 2 and other.article not in told:  # noqa: PLR2004 - it takes two
                told |= {statement.evidence[0].article.id: statement for statement in statements}
                differing += spans
        if told:
            tellings = tuple(told[a.article.id] for a in file.articles if a.article.id in told)
            name, marked = cluster.fullest.speaker_name, tuple(dict.fromkeys(differing))
            return Difference(kind=DifferenceKind.WORDING, topic=name, tellings=tellings, differing=marked)
    return None


def _write(quote: AttributedQuote, spans: Iterable[Span], file: StoryFile) -> Statement | None:
    """Return a statement short enough that prints the words that differ; None when there is none."""
    own = [span for span in spans if span.article.id == quote.article]
    for statement in _write_either(quote, file):
        evidence = statement.evidence[0]
        if len(statement.text.split()) <= MOST_WORDS and all(evidence.covers(span) for span in own):
            return statement
    return None


def _write_either(quote: AttributedQuote, file: StoryFile) -> Iterator[Statement]:
    """Yield the words with the clause that holds them, unless the speaker is in doubt; then the sentence."""
    clause = write_quote(quote.quote, file.archive)
    if clause and not quote.doubtful and not clause.text.startswith("to "):
        yield clause
    sentence = file.archive.sentence_at(quote.quote.contents[0])
    whole = write_statement(sentence.span, file.archive, voice=Voice.REPORTED) if sentence else None
    if whole:
        yield whole
