"""Which sentences several sources of a story tell: the sentence, and where the others have it."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.sentences.passages.corroboration import corroborate
from build_brief.model.article import Article
from tests.views.stories_opened import open_stories


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(line for file in open_stories(articles) for line in _lines(file))


def _lines(file: StoryFile) -> Iterator[str]:
    for passage in file.passages:
        statement = corroborate(passage, file)
        others = [f"{span.article.id} ¶{span.paragraph.number}" for span in statement.evidence[1:]]
        if others:
            yield f"{statement.evidence[0].article.id} | {statement.text} | {', '.join(others)}"
