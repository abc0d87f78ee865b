"""Write what is at stake on each issue, and who stands where.

An actor's line is the telling thing it says there: its own words where they are a whole thought,
else the reporter's sentence around them. A sentence that holds the claims of two sides is split, so
that each stands with its own. What is at stake is one sentence of a source that says what the issue
is about, by preference the one that names it, and no quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from math import log

from build_brief.compose.archive import Archive, Place
from build_brief.compose.passages import StoryFile
from build_brief.compose.statements import write_quote, write_statement
from build_brief.compose.wordings import overlap, weigh_words
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import AttributedQuote, EntityId, Issue, Position
from build_brief.model.edition import IssueSection, PositionLine
from build_brief.model.statements import Statement, Voice

SENTENCE_END = re.compile(r"[.!?…][”\"’)]?\s+[A-Z“]|\n")
MOST_LINES = 2
"""Of one actor on a briefing: its stand, not its speech."""
MOST_ACTORS = 6
"""On an issue of a briefing: those with most statements, a side before a person of no side."""
MOST = (MOST_ACTORS, MOST_LINES)
MOST_ACTORS_OVERVIEW = 20
MOST_LINES_OVERVIEW = 5
"""Of one actor on an issue's own page, over all stories."""
WHOLE_THOUGHT = 6
"""Words of a quotation from which on it needs no sentence around it."""
LONGEST_SENTENCE = 45
"""Words; of a longer one only the clause is given."""
REPEATS = 0.6
"""Shared weight of words from which on two lines of an actor say the same."""
STAKES_TRIED = 25
"""Sentences that are tried as the stake: the best that stands alone is nearly always among the first."""
BROAD = 0.4
"""What a sentence loses for each issue that it speaks of: a list of issues explains none."""
BEST_LENGTH = 22
"""Words of a sentence that explains and can be read at once."""


def write_issue_sections(file: StoryFile) -> tuple[IssueSection, ...]:
    """Return the issues of a story or of one article, the one most spoken of first.

    An issue on which nothing can be printed that stands alone is left out.
    """
    own = frozenset(annotated.article.id for annotated in file.articles)
    narrowed = [narrow(issue, own) for issue in file.issues]
    ordered = sorted(narrowed, key=lambda issue: (-_weigh(issue), issue.id))
    sections: list[IssueSection] = []
    used: set[Place] = set()
    breadth = Counter(passage.place for issue in ordered for passage in issue.passages)
    for issue in ordered:
        section = _write(issue, file.archive, used, breadth)
        if section.lines or (section.stake and issue.mentions):
            sections.append(section)
            used.update([section.stake.evidence[0].place] if section.stake else [])
    return tuple(sections)


def write_issue_overview(issue: Issue, archive: Archive) -> IssueSection:
    """Return an issue with who stands where over all stories."""
    return _write(issue, archive, set(), Counter(), most=(MOST_ACTORS_OVERVIEW, MOST_LINES_OVERVIEW))


def write_actor_sections(actor: EntityId, archive: Archive) -> tuple[IssueSection, ...]:
    """Return the issues on which `actor`, or somebody who speaks for it, says something: its lines alone."""
    sections = []
    for issue in archive.dossier.issues:
        quotes = tuple(
            quote
            for position in issue.positions
            for quote in position.quotes
            if actor in (position.actor, quote.speaker)
        )
        lines = (
            _write_lines(Position(actor=actor, quotes=quotes), archive, MOST_LINES_OVERVIEW) if quotes else ()
        )
        if lines:
            sections.append(IssueSection(issue=issue, stake=None, lines=lines, silent=()))
    return tuple(sections)


def narrow(issue: Issue, articles: frozenset[ArticleId]) -> Issue:
    """Return `issue` as these articles alone tell it; actors they do not name are not silent there."""
    positions = [
        Position(actor=position.actor, quotes=own)
        for position in issue.positions
        if (own := tuple(q for q in position.quotes if q.quote.contents[0].article.id in articles))
    ]
    positions.sort(key=lambda position: (-len(position.quotes), position.actor))
    return Issue(
        id=issue.id,
        label=issue.label,
        mentions=tuple(mention for mention in issue.mentions if mention.span.article.id in articles),
        passages=tuple(passage for passage in issue.passages if passage.article.id in articles),
        positions=tuple(positions),
        silent=issue.silent,
        articles=tuple(article for article in issue.articles if article in articles),
    )


def _weigh(issue: Issue) -> float:
    return 2 * log(1 + len(issue.passages)) + len(issue.positions) + min(len(issue.mentions), 3)


def _write(
    issue: Issue, archive: Archive, used: set[Place], breadth: Counter[Place], *, most: tuple[int, int] = MOST
) -> IssueSection:
    actors, each = most
    written = (_write_lines(position, archive, each) for position in issue.positions)
    lines = tuple(line for own in islice(filter(None, written), actors) for line in own)
    said = {line.statement.evidence[0].place for line in lines}
    return IssueSection(
        issue=issue,
        stake=_write_stake(issue, archive, used | said, breadth),
        lines=lines,
        silent=_find_silent(issue, archive),
    )


def _find_silent(issue: Issue, archive: Archive) -> tuple[EntityId, ...]:
    speaking = {position.actor for position in issue.positions}
    if not speaking:
        return ()
    named = {
        archive.entities[entity].side or entity
        for passage in issue.passages
        for mention in archive.mentions_in(passage)
        if (entity := archive.entity_of(mention))
    }
    return tuple(actor for actor in issue.silent if actor in named - speaking)


def _write_lines(position: Position, archive: Archive, most: int) -> tuple[PositionLine, ...]:
    """Return the actor's most telling lines, none twice, in the order of the sources."""
    lines: list[PositionLine] = []
    for quote in sorted(position.quotes, key=_telling):
        statement = _write_line(quote, archive) if len(lines) < most else None
        if statement and _tells(statement, quote) and not _is_said(statement, lines):
            lines.append(PositionLine(actor=position.actor, quote=quote, statement=statement))
    return tuple(sorted(lines, key=lambda line: line.statement.evidence[0].place))


def _telling(quote: AttributedQuote) -> tuple[bool, bool, bool, int, Place]:
    """Sure ones first; then whole thoughts, words between marks before reports, long before short."""
    words = _words(quote)
    reported = quote.quote.kind is QuoteKind.REPORTED
    whole = WHOLE_THOUGHT <= words <= LONGEST_SENTENCE
    return quote.doubtful, not whole, reported, -words, quote.quote.contents[0].place


def _words(quote: AttributedQuote) -> int:
    return sum(len(content.text.split()) for content in quote.quote.contents)


def _write_line(quote: AttributedQuote, archive: Archive) -> Statement | None:
    """Return a verbatim thought, or the sentence around it, or the clause when others speak there too.

    When the speaker is in doubt, the line must hold the source's own words for who speaks.
    """
    verbatim, doubtful = quote.quote.kind is QuoteKind.VERBATIM, quote.doubtful
    if verbatim and _words(quote) >= WHOLE_THOUGHT and not doubtful:
        return write_quote(quote.quote, archive)
    sentence = archive.sentence_at(quote.quote.contents[0])
    alone = sentence and all(_is_same_actor(other, quote) for other in archive.quotes_in(sentence.span))
    named = (
        quote.quote.speaker is not None and sentence is not None and sentence.span.covers(quote.quote.speaker)
    )
    if doubtful and not named:
        return None
    if sentence and alone and len(sentence.span.text.split()) <= LONGEST_SENTENCE:
        statement = write_statement(sentence.span, archive, voice=Voice.REPORTED)
        if statement:
            return statement
    claim = None if alone else _claim_with_cue(quote)
    statement = write_statement(claim, archive, voice=Voice.REPORTED, clause=True) if claim else None
    clause = _words(quote) >= WHOLE_THOUGHT and not doubtful
    return statement or (write_quote(quote.quote, archive) if clause else None)


def _claim_with_cue(quote: AttributedQuote) -> Span | None:
    """Return “China maintains that it restored stability”; None when the speaker does not come first."""
    speaker, content = quote.quote.speaker, quote.quote.contents[0]
    if speaker is None or len(quote.quote.contents) > 1 or speaker.end > content.start:
        return None
    text = content.article.text[speaker.start : content.end]
    whole = len(text.split()) <= LONGEST_SENTENCE and not SENTENCE_END.search(
        text[: content.start - speaker.start]
    )
    return content.article.span(speaker.start, content.end) if whole else None


def _tells(statement: Statement, quote: AttributedQuote) -> bool:
    """Tell whether the line holds what was said, and not its cue alone."""
    said = any(statement.evidence[0].overlaps(content) for content in quote.quote.contents)
    return said and len(statement.text.split()) >= WHOLE_THOUGHT


def _is_same_actor(one: AttributedQuote, other: AttributedQuote) -> bool:
    return (one.side or one.speaker) == (other.side or other.speaker)


def _is_said(statement: Statement, lines: Iterable[PositionLine]) -> bool:
    terms = weigh_words(statement.text)
    return any(
        statement.evidence[0].overlaps(line.statement.evidence[0])
        or overlap(terms, weigh_words(line.statement.text)) >= REPEATS
        for line in lines
    )


def _write_stake(
    issue: Issue, archive: Archive, taken: set[Place], breadth: Counter[Place]
) -> Statement | None:
    naming = [mention.span for mention in issue.mentions]
    candidates = [passage for passage in issue.passages if passage.place not in taken]
    explain = {
        passage.place: _explain(passage, naming, archive) - BROAD * breadth[passage.place]
        for passage in candidates
    }
    ranked = sorted(candidates, key=lambda passage: (-explain[passage.place], passage.place))
    for passage in ranked[:STAKES_TRIED]:
        statement = write_statement(passage, archive)
        if statement and not passage.text.rstrip("”\"'’").endswith("?"):
            return statement
    return None


def _explain(passage: Span, naming: Sequence[Span], archive: Archive) -> float:
    """Return how well a sentence says what the issue is about."""
    words = len(passage.text.split())
    names = any(passage.covers(span) for span in naming)
    quoted = bool(archive.quotes_in(passage))
    early = 1 / passage.paragraph.number
    return 1.5 * names - 2.0 * quoted - abs(words - BEST_LENGTH) / BEST_LENGTH + early
