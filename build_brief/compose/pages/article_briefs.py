"""Write each article's own brief: what it says, who says what, and which paragraphs the site cites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from build_brief.compose.archive import Archive
from build_brief.compose.leading.bottom_line import choose_bottom_line
from build_brief.compose.leading.summary import choose_summary
from build_brief.compose.leading.titles import write_title
from build_brief.compose.positions import write_issue_sections
from build_brief.compose.quotes.key_quotes import choose_key_quotes
from build_brief.compose.sentences.passages import Passage, open_article
from build_brief.compose.sentences.passages.page_heads import keep_explained, leave_doubted
from build_brief.compose.sentences.repairs.introductions import introduce
from build_brief.compose.times.background import choose_background
from build_brief.compose.times.dated import find_passages_of
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.briefing import BriefingId
from build_brief.model.edition import ArticleBrief, count_spoken

MOST_SENTENCES = 4
"""Of an article's own summary."""


def write_article_brief(
    annotated: AnnotatedArticle,
    archive: Archive,
    passages: Mapping[ArticleId, tuple[Passage, ...]],
    page: tuple[str, BriefingId],
) -> ArticleBrief:
    """Return the brief of one article; `page` is its slug and the briefing it is a source of.

    Which of its paragraphs are cited is known only when every page is written.
    """
    file = open_article(annotated, archive, passages)
    slug, briefing = page
    lead = choose_bottom_line(file)
    title = write_title(file)
    file = leave_doubted(keep_explained(file, title.text, lead))
    background = choose_background(file, lead)
    history = find_passages_of(background, file)
    summary = (*lead, *choose_summary(file, lead, history))[:MOST_SENTENCES]
    draft = ArticleBrief(
        article=annotated.article,
        slug=slug,
        title=title,
        day=archive.days[annotated.article.id],
        briefing=briefing,
        spoken=(),
        summary=tuple(passage.statement for passage in summary),
        key_quotes=choose_key_quotes(file, (*summary, *history)),
        issues=write_issue_sections(file),
        background=background,
        cited=(),
    )
    spoken = count_spoken(archive.quotes.get(annotated.article.id, ()))
    return replace(introduce(draft, archive, set()), spoken=spoken)
