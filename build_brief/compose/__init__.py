"""Stage 4: what the pages say, in what order, at what length; everything in the words of the sources.

The steps stand in `compose` in their order; each is one file with one public function.
"""

from __future__ import annotations

from dataclasses import replace

from build_brief.compose.addresses import name_articles, name_briefings
from build_brief.compose.archive import open_archive
from build_brief.compose.article_briefs import write_article_brief
from build_brief.compose.briefings import write_briefing
from build_brief.compose.changes import write_changes
from build_brief.compose.checks import check_words
from build_brief.compose.chronology import order_all
from build_brief.compose.citations import count_paragraphs, find_cited
from build_brief.compose.entity_pages import write_entity_pages
from build_brief.compose.issue_pages import write_issue_pages
from build_brief.compose.passages import find_passages, open_story
from build_brief.compose.related import relate
from build_brief.compose.so_far import tell_so_far
from build_brief.compose.titles import title_story
from build_brief.model.dossier import Dossier
from build_brief.model.edition import Edition
from build_brief.model.history import NO_HISTORY, History


def compose(dossier: Dossier, history: History = NO_HISTORY) -> Edition:
    """Return everything the site says about `dossier`; the same dossier and history give the same edition.

    The history of the edition is `history` with this edition in it.
    """
    archive = open_archive(dossier)
    passages = {a.article.id: find_passages(a, archive) for a in dossier.articles}
    files = tuple(open_story(story, archive, passages) for story in dossier.stories)
    titles = tuple(title_story(file) for file in files)
    addresses = name_briefings(zip(titles, (story.day.day for story in dossier.stories), strict=True))
    ids = {story.id: address for story, address in zip(dossier.stories, addresses, strict=True)}
    related = relate(files, ids)
    so_far = tell_so_far(dossier.stories, ids)
    briefings = tuple(
        replace(
            write_briefing(file, ids[file.story.id], title, related[file.story.id]),
            so_far=so_far[file.story.id],
        )
        for file, title in zip(files, titles, strict=True)
    )
    sections = {briefing.story.id: briefing.issues for briefing in briefings}
    by_place = {passage.place: passage for of_article in passages.values() for passage in of_article}
    edition = Edition(
        dossier=dossier,
        briefings=briefings,
        articles=(),
        entities=write_entity_pages(files, ids, sections, archive),
        issues=write_issue_pages(files, ids, archive),
        timeline=order_all(dossier.timeline, by_place),
        checked=check_words(briefings, archive),
    )
    slugs = name_articles(a.article for a in dossier.articles)
    articles = tuple(
        write_article_brief(a, archive, passages, (slug, ids[archive.story_of[a.article.id].id]))
        for a, slug in zip(dossier.articles, slugs, strict=True)
    )
    return write_changes(_count_citations(replace(edition, articles=articles)), history, archive)


def _count_citations(edition: Edition) -> Edition:
    """Return the edition with the paragraphs of each article that any page cites."""
    pages = (edition.briefings, edition.articles, edition.entities, edition.issues, edition.timeline)
    cited = count_paragraphs(find_cited(pages))
    return replace(
        edition,
        articles=tuple(replace(brief, cited=cited.get(brief.article.id, ())) for brief in edition.articles),
    )
