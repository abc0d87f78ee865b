"""The articles of a case as the stories they make, each ready to compose from."""

from __future__ import annotations

from build_brief.analyse import analyse
from build_brief.compose.archive import open_archive
from build_brief.compose.sentences.passages import StoryFile, find_passages, open_story
from build_brief.link import link
from build_brief.model.article import Article


def open_stories(articles: tuple[Article, ...]) -> tuple[StoryFile, ...]:
    dossier = link(map(analyse, articles))
    archive = open_archive(dossier)
    passages = {found.article.id: find_passages(found, archive) for found in dossier.articles}
    return tuple(open_story(story, archive, passages) for story in dossier.stories)
