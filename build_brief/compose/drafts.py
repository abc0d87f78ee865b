"""Draft one story from its cuttings: all that it says by itself, before it is set beside the others.

What only the whole edition can tell, its address, its neighbours, its versions, is added when the drafts are
put together. Nothing here may look beyond the cuttings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_brief.compose.archive import Archive, open_archive
from build_brief.compose.briefings import write_briefing
from build_brief.compose.leading.titles import title_story
from build_brief.compose.pages.article_briefs import write_article_brief
from build_brief.compose.pages.citations import count_paragraphs, find_cited
from build_brief.compose.pages.entity_pages import find_about, find_appearances, find_standing
from build_brief.compose.pages.issue_pages import find_issue_appearances, find_issue_dates
from build_brief.compose.pages.related import Subjects, find_subjects
from build_brief.compose.pages.versions import list_said
from build_brief.compose.sentences.faults.checks import check_words
from build_brief.compose.sentences.passages import find_passages, open_story
from build_brief.compose.times.chronology import find_dated
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing, BriefingId, DatedStatement
from build_brief.model.dossier import Dossier, EntityId, IssueId, QuoteId, Story
from build_brief.model.edition import Appearance, ArticleBrief
from build_brief.model.history import KnownStatement
from build_brief.model.statements import WordCheck

NO_PAGE = BriefingId("")
"""Stands where the address of the briefing will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One story as far as its own articles tell it."""

    briefing: Briefing
    """Without address, neighbours and versions."""
    articles: tuple[ArticleBrief, ...]
    """In the order of the story, without addresses."""
    subjects: Subjects
    dated: tuple[DatedStatement, ...]
    """Its lines of the site's timeline."""
    appearances: tuple[tuple[EntityId, Appearance], ...]
    standing: tuple[EntityId, ...]
    """Who has a line on an issue in it, or speaks for whoever has."""
    on_issues: tuple[tuple[IssueId, Appearance], ...]
    issue_dates: tuple[tuple[IssueId, tuple[DatedStatement, ...]], ...]
    """Its lines of each issue's timeline."""
    about: tuple[tuple[EntityId, QuoteId], ...]
    """Whom its quotes name beside their speaker."""
    said: tuple[KnownStatement, ...]
    checked: WordCheck
    cited: tuple[tuple[ArticleId, tuple[int, ...]], ...]
    """Numbers of the paragraphs that all this cites, by article."""


def write_draft(cuttings: Dossier, story: Story) -> Draft:
    """Return what `story` says of itself, told from its `cuttings` alone."""
    archive = open_archive(cuttings)
    passages = {article: find_passages(archive.annotated[article], archive) for article in story.articles}
    file = open_story(story, archive, passages)
    briefing = write_briefing(file, NO_PAGE, title_story(file), ())
    briefs = tuple(
        write_article_brief(archive.annotated[article], archive, passages, ("", NO_PAGE))
        for article in story.articles
    )
    every = tuple(passage for article in story.articles for passage in passages[article])
    draft = Draft(
        briefing=briefing,
        articles=briefs,
        subjects=find_subjects(file),
        dated=find_dated(
            archive.timeline.get(story.id, ()), {passage.place: passage for passage in every}, file
        ),
        appearances=find_appearances(file),
        standing=find_standing(briefing.issues),
        on_issues=find_issue_appearances(file),
        issue_dates=find_issue_dates(file),
        about=tuple(find_about(story.articles, archive)),
        said=list_said(briefing, archive),
        checked=check_words(briefing, archive),
        cited=(),
    )
    return replace(draft, cited=tuple(_count_cited(draft, archive).items()))


def _count_cited(draft: Draft, archive: Archive) -> dict[ArticleId, tuple[int, ...]]:
    named = {quote for _, quote in draft.about}
    quotes = tuple(
        quote
        for article in draft.briefing.story.articles
        for quote in archive.quotes.get(article, ())
        if quote.speaker or quote.id in named
    )
    appearances = tuple(appearance for _, appearance in (*draft.appearances, *draft.on_issues))
    parts = (draft.briefing, draft.articles, draft.dated, appearances, quotes)
    return count_paragraphs(find_cited(parts))
