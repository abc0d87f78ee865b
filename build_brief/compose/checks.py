"""Look for the five faults in every sentence as it is printed, after all repairs and choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from build_brief.compose.archive import Archive
from build_brief.compose.faults import FAULTS, find_faults
from build_brief.compose.leads import is_lead
from build_brief.model.edition import Briefing
from build_brief.model.statements import Statement, WordCheck


def check_words(briefings: Iterable[Briefing], archive: Archive) -> WordCheck:
    """Return how many statements the briefings print, and how many of them have which fault."""
    statements = [statement for briefing in briefings for statement in briefing.statements]
    found = Counter(chain.from_iterable(_find(statement, archive) for statement in statements))
    return WordCheck(
        statements=len(statements), faults=tuple((fault, found.get(fault, 0)) for fault in FAULTS)
    )


def _find(statement: Statement, archive: Archive) -> set[str]:
    span = statement.evidence[0]
    found = set(find_faults(statement, archive.mentions_in(span), leads=is_lead(span, archive)))
    whole = archive.sentence_at(span)
    if whole is None or whole.span != span:
        # A clause of somebody's words is printed after his name: it is no sentence and need not be one.
        found.discard("misleading cut")
    return found
