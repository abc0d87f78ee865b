"""Look for the five faults in every sentence as it is printed, after all repairs and choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.faults import FAULTS, LEANING, find_faults
from build_brief.compose.sentences.kinds.leads import is_lead
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing
from build_brief.model.statements import Statement, WordCheck


def check_words(briefing: Briefing, archive: Archive) -> WordCheck:
    """Return how many statements a briefing prints, and how many of them have which fault."""
    explained = [
        statement
        for key in briefing.key_quotes
        for statement in ((key.statement,) if key.setting else ()) + ((key.goes_on,) if key.goes_on else ())
    ]
    return check_statements(briefing.statements, archive.annotated, explained)


def check_statements(
    statements: Iterable[Statement],
    articles: Mapping[ArticleId, AnnotatedArticle],
    explained: Sequence[Statement] = (),
) -> WordCheck:
    """Return how many `statements` there are, and how many of them have which fault.

    Words that are `explained` by what stands right above them, in the same block, may lean on it.
    """
    every = tuple(statements)
    found = Counter(
        fault for one in every for fault in _find(one, articles) if fault != LEANING or one not in explained
    )
    return WordCheck(
        statements=len(every),
        faults=tuple((fault, found.get(fault, 0)) for fault in FAULTS),
        edits=sum(len(one.edits) for one in every),
    )


def _find(statement: Statement, articles: Mapping[ArticleId, AnnotatedArticle]) -> set[str]:
    span = statement.evidence[0]
    annotated = articles[span.article.id]
    mentions = tuple(one for one in annotated.mentions if span.start <= one.span.start < span.end)
    found = set(find_faults(statement, mentions, leads=is_lead(span, articles)))
    if not any(sentence.span == span for sentence in annotated.sentences):
        # A clause of somebody's words is printed after his name: it is no sentence and need not be one.
        found.discard("misleading cut")
    return found
