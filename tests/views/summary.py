"""Bottom line (>) and bullets (-) of each story; “(opinion)” after what a writer thinks."""

from __future__ import annotations

from build_brief.model.article import Article
from build_brief.model.statements import Statement, Voice
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    lines = []
    for briefing in compose_articles(articles).briefings:
        lines += [f"> {_print(statement)}" for statement in briefing.bottom_line]
        lines += [f"- {_print(statement)}" for statement in briefing.summary]
    return "\n".join(lines)


def _print(statement: Statement) -> str:
    return f"{statement.text} (opinion)" if statement.voice is Voice.OPINION else statement.text
