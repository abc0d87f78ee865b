"""Write one story as a briefing, section by section, so that no section repeats another."""

from __future__ import annotations

from dataclasses import replace

from build_brief.compose.differences import find_differences
from build_brief.compose.differences.only_in import find_only_in
from build_brief.compose.leading.bottom_line import choose_bottom_line
from build_brief.compose.leading.summary import choose_summary
from build_brief.compose.pages.citations import count_paragraphs, find_cited
from build_brief.compose.pages.gaps import describe_gaps
from build_brief.compose.pages.sources import list_sources
from build_brief.compose.pages.who import describe_who, find_places
from build_brief.compose.positions import write_issue_sections
from build_brief.compose.quotes.key_quotes import choose_key_quotes, find_quoted_passages
from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.sentences.passages.corroboration import corroborate
from build_brief.compose.sentences.passages.page_heads import keep_explained, leave_doubted
from build_brief.compose.sentences.repairs.introductions import introduce
from build_brief.compose.times.background import choose_background
from build_brief.compose.times.chronology import order_story
from build_brief.compose.times.dated import find_passages_of
from build_brief.compose.times.scheduled import choose_next
from build_brief.model.briefing import Briefing, BriefingId, Related
from build_brief.model.statements import Title


def write_briefing(
    file: StoryFile, briefing: BriefingId, title: Title, related: tuple[Related, ...]
) -> Briefing:
    """Return the briefing of a story; a section with nothing to say is empty."""
    bottom_line = choose_bottom_line(file)
    file = keep_explained(file, title.text, bottom_line)
    told = leave_doubted(file)
    background = choose_background(told, bottom_line)
    history = find_passages_of(background, file)
    # There are few announcements, and one that may lean is better than none.
    scheduled = choose_next(file, (*bottom_line, *history))
    planned = find_passages_of(scheduled, file)
    file = told
    key_quotes = choose_key_quotes(file, (*bottom_line, *history, *planned))
    quoted = find_quoted_passages(key_quotes, file)
    elsewhere = (*history, *planned, *quoted)
    summary = choose_summary(file, bottom_line, elsewhere)
    said = (*bottom_line, *summary, *elsewhere)
    draft = Briefing(
        id=briefing,
        story=file.story,
        title=title,
        sources=(),
        places=find_places(file),
        bottom_line=tuple(corroborate(passage, file) for passage in bottom_line),
        summary=tuple(corroborate(passage, file) for passage in summary),
        key_quotes=key_quotes,
        issues=write_issue_sections(file, bottom_line),
        differences=find_differences(file),
        only_in=find_only_in(file, said),
        background=background,
        timeline=order_story(file, elsewhere),
        next=scheduled,
        who=describe_who(file),
        related=related,
        gaps=(),
    )
    return _finish(introduce(draft, file.archive, set()), file)


def _finish(draft: Briefing, file: StoryFile) -> Briefing:
    """Return the briefing with what can be told only of the whole: what is cited, and what is missing."""
    cited = count_paragraphs(find_cited(replace(draft, related=())))
    return replace(
        draft,
        sources=list_sources(file.story, file.archive, cited),
        gaps=describe_gaps(file, draft.differences),
    )
