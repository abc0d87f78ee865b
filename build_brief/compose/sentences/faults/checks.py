"""Look for the five faults in every sentence as it is printed, after all repairs and choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from build_brief.compose.archive import Archive
from build_brief.compose.archive.asked import once
from build_brief.compose.sentences.faults import CUT, FAULTS, LEANING, find_faults
from build_brief.compose.sentences.kinds.leads import is_lead
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing
from build_brief.model.statements import Statement, WordCheck

Articles = Mapping[ArticleId, AnnotatedArticle]


def check_words(briefing: Briefing, archive: Archive) -> WordCheck:
    """Return how many statements a briefing prints, and how many of them have which fault."""
    explained = [
        statement
        for key in briefing.key_quotes
        for statement in ((key.statement,) if key.setting else ()) + ((key.goes_on,) if key.goes_on else ())
    ]
    found = [(one, check_statement(one, archive)) for one in briefing.statements]
    return _count(found, archive.annotated, explained)


def check_statements(statements: Iterable[Statement], articles: Articles) -> WordCheck:
    """Return how many `statements` there are, and how many of them have which fault."""
    found = []
    for one in statements:
        span = one.evidence[0]
        mentions = [m for m in articles[span.article.id].mentions if span.start <= m.span.start < span.end]
        found.append((one, find_faults(one, mentions, leads=is_lead(span, articles))))
    return _count(found, articles)


@once
def check_statement(statement: Statement, archive: Archive) -> tuple[str, ...]:
    """Return the faults of one statement, by name; of a clause too those that only a sentence can have."""
    span = statement.evidence[0]
    return find_faults(statement, archive.mentions_in(span), leads=is_lead(span, archive.annotated))


def _count(
    found: Sequence[tuple[Statement, tuple[str, ...]]],
    articles: Articles,
    explained: Sequence[Statement] = (),
) -> WordCheck:
    """Return how often each fault was found; what is `explained` right above may lean on that."""
    counted = Counter(
        fault
        for one, faults in found
        for fault in faults
        if not (fault == LEANING and one in explained) and not (fault == CUT and _is_clause(one, articles))
    )
    return WordCheck(
        statements=len(found),
        faults=tuple((fault, counted.get(fault, 0)) for fault in FAULTS),
        edits=sum(len(one.edits) for one, _ in found),
    )


def _is_clause(statement: Statement, articles: Articles) -> bool:
    """Tell whether it is a clause of somebody's words, printed after his name: it need be no sentence."""
    span = statement.evidence[0]
    return not any(sentence.span == span for sentence in articles[span.article.id].sentences)
