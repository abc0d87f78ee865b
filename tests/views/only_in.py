"""What one source of the one story alone tells."""

from __future__ import annotations

from build_brief.compose.differences.only_in import find_only_in
from build_brief.model.article import Article
from tests.views.stories_opened import open_stories


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        f"{only.article.id} | {statement.text}"
        for file in open_stories(articles)
        for only in find_only_in(file)
        for statement in only.statements
    )
