"""Say what is at stake on an issue, in one sentence of a source.

By preference that is the sentence which names the issue, short, early, no quotation, and on this issue
rather than on many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_brief.compose.archive import Archive, Place
from build_brief.compose.sentences.passages import is_empty
from build_brief.compose.sentences.statements import write_statement
from build_brief.compose.sentences.wordings import likeness, weigh_words
from build_brief.language.subjects import read_passage, words_of
from build_brief.model.article import Span
from build_brief.model.dossier import Issue
from build_brief.model.statements import Statement

ALIKE = 0.5
"""Share of all their words from which on a stake says what a line says."""
STAKES_TRIED = 25
"""Sentences that are tried as the stake: the best that stands alone is nearly always among the first."""
BROAD = 0.4
"""What a sentence loses for each issue that it speaks of: a list of issues explains none."""
SHORTEST_WORD = 4
BEST_LENGTH = 22
"""Words of a sentence that explains and can be read at once."""


def rank_stakes(issue: Issue, breadth: Mapping[Place, int], archive: Archive) -> list[Span]:
    """Return the sentences on `issue`, those first that say best what it is about."""
    explain = {
        passage.place: _explain(passage, issue, archive) - BROAD * breadth.get(passage.place, 0)
        for passage in issue.passages
    }
    return sorted(issue.passages, key=lambda passage: (-explain[passage.place], passage.place))


def write_stake(
    ranked: Sequence[Span],
    archive: Archive,
    printed: Sequence[Statement],
    alone: Mapping[Place, Statement] | None,
) -> Statement | None:
    """Return the first of the sentences `ranked` that stands alone and says none of the `printed` again.

    `alone` are the statements that may be used; without it each sentence is tried.
    """
    for passage in ranked[:STAKES_TRIED]:
        statement = write_statement(passage, archive) if alone is None else alone.get(passage.place)
        if statement and not any(_says_again(statement, other) for other in printed):
            return statement
    return None


def _says_again(stake: Statement, line: Statement) -> bool:
    """Tell whether a stake gives the words of a line that is printed under it, from another source."""
    return likeness(weigh_words(stake.text), weigh_words(line.text)) >= ALIKE


def _explain(passage: Span, issue: Issue, archive: Archive) -> float:
    """Return how well a sentence says what the issue is about."""
    words = len(passage.text.split())
    names = any(passage.covers(mention.span) for mention in issue.mentions)
    quoted = bool(archive.quotes_in(passage)) + (is_empty(passage.text) and not names)
    early = 1 / passage.paragraph.number
    aside = not names and not _speaks_of(issue, passage.text)
    return 1.5 * names - 2.0 * quoted - aside - abs(words - BEST_LENGTH) / BEST_LENGTH + early


def _speaks_of(issue: Issue, text: str) -> bool:
    """Tell whether a sentence has a word of the issue itself, and does not only stand under its sub-head."""
    words = set(words_of(text))
    return issue.label in read_passage(text).subjects or any(
        len(word) >= SHORTEST_WORD and word in words for word in words_of(issue.label)
    )
