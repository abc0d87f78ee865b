"""Where the sources of the one story differ: kind, topic, note, the tellings, the words that differ."""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.compose.differences import find_differences
from build_brief.compose.sentences.passages import StoryFile
from build_brief.model.article import Article
from tests.views.stories_opened import open_stories


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(line for file in open_stories(articles) for line in _lines(file))


def _lines(file: StoryFile) -> Iterator[str]:
    for difference in find_differences(file):
        yield " | ".join(filter(None, (difference.kind, difference.topic, difference.note)))
        for telling in difference.tellings:
            evidence = telling.evidence[0]
            own = [span.text for span in difference.differing if evidence.covers(span)]
            marked = f" [{', '.join(own)}]" if own else ""
            yield f"  {evidence.article.id} ¶{evidence.paragraph.number} {telling.text}{marked}"
