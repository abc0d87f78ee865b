"""Count what a briefing says, for its header and for the verification page."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.model.edition import Briefing, IssueSection
from build_brief.model.statements import Statement

WORDS_A_MINUTE = 220
"""Silent reading of English news prose: 238 in Brysbaert (2019), less for lists and tables."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return “1 story” or “2 stories”; the plural is the noun with an s unless it is given."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def find_statements(briefing: Briefing) -> Iterator[Statement]:
    """Give every statement that the page of `briefing` prints, in the order of the page."""
    yield from briefing.bottom_line
    yield from briefing.summary
    yield from (key.statement for key in briefing.key_quotes)
    for section in briefing.issues:
        yield from find_issue_statements(section)
    for difference in briefing.differences:
        yield from difference.tellings
    for only in briefing.only_in:
        yield from only.statements
    for dated in (*briefing.background, *briefing.timeline, *briefing.next):
        yield dated.statement
    yield from (related.tie for related in briefing.related)


def find_issue_statements(section: IssueSection) -> Iterator[Statement]:
    """Give every statement of one issue."""
    if section.stake:
        yield section.stake
    yield from (line.statement for line in section.lines)


def minutes_to_read(briefing: Briefing) -> int:
    """Return whole minutes, at least one."""
    words = sum(len(statement.text.split()) for statement in find_statements(briefing))
    return max(1, round(words / WORDS_A_MINUTE))
