"""The issues of each briefing: what is at stake, and the line of each actor."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.compose.positions import write_issue_sections
from build_brief.model.article import Article
from build_brief.model.briefing import IssueSection
from tests.views.stories_opened import open_stories


def view(articles: tuple[Article, ...]) -> str:
    files = open_stories(articles)
    return "\n".join(
        line for file in files for section in write_issue_sections(file) for line in _lines(section)
    )


def _lines(section: IssueSection) -> Iterator[str]:
    yield section.label
    if section.stake:
        yield f"  at stake: {section.stake.text}"
    for line in section.lines:
        yield f"  {line.actor} ({line.statement.voice}): {line.statement.text}"
    for group in section.groups:
        yield f"  “{group.name}” ({group.statement.voice}): {group.statement.text}"
    if section.silent:
        yield f"  no statement: {', '.join(section.silent)}"
