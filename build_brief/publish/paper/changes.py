"""What a version of a briefing has that the one before had not, as it is printed."""

from __future__ import annotations

from collections.abc import Iterable

from build_brief.model.article import Article
from build_brief.model.changes import Changes, Gone
from build_brief.model.statements import Statement
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.sheet import Sheet, Value
from build_brief.publish.wording.changes import GONE, describe_versions


def gather_changes(sheet: Sheet, changes: Changes | None) -> Value | None:
    """Return what is new in a version; None in the first, where all is."""
    if changes is None or changes.number == 1:
        return None
    return {
        "versions": describe_versions(changes),
        "before": changes.number - 1,
        "added": _titles(sheet, changes.added),
        "changed": _titles(sheet, changes.changed),
        "withdrawn": [isolated(plain(file)) for file in changes.withdrawn],
        "new": [
            sheet.statement(statement) | {"by": _by(sheet, statement, speaker)}
            for statement, speaker in zip(changes.new, changes.speakers, strict=True)
        ],
        "gone": [_describe_gone(sheet, gone) for gone in changes.gone],
    }


def _by(sheet: Sheet, statement: Statement, speaker: str) -> str:
    """Return who says it, where its words do not, and in which source."""
    source = sheet.source(statement.evidence[0].article)
    return f"{isolated(plain(speaker))} · {source}" if speaker else source


def _titles(sheet: Sheet, articles: Iterable[Article]) -> list[str]:
    return [f"{_title(sheet, article)} ({sheet.source(article)})" for article in articles]


def _title(sheet: Sheet, article: Article) -> str:
    return isolated(plain(sheet.press.briefs[article.id].title.text))


def _describe_gone(sheet: Sheet, gone: Gone) -> str:
    source = _title(sheet, gone.article) if gone.article else isolated(plain(gone.file))
    paragraphs = ", ".join(f"¶{number}" for number in gone.paragraphs)
    return f"{source}, {paragraphs}: {GONE[gone.reason]}"
