"""Write what is at stake on each issue, and who stands where.

An actor's line is the telling thing it says there: its own words where they are a whole thought,
else the reporter's sentence around them. A sentence that holds the claims of two sides is split, so
that each stands with its own. What is at stake is one sentence of a source that says what the issue
is about, by preference the one that names it, and no quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from math import log

from build_brief.compose.archive import Archive, Place
from build_brief.compose.passages import Passage, StoryFile, is_empty
from build_brief.compose.position_lines import Slot, find_place, write_lines
from build_brief.compose.silent_actors import find_silent
from build_brief.compose.statements import write_statement
from build_brief.compose.wordings import likeness, weigh_words
from build_brief.language.subjects import read_passage, words_of
from build_brief.model.article import ArticleId, Span
from build_brief.model.dossier import Issue
from build_brief.model.edition import IssueSection, PositionLine
from build_brief.model.statements import Statement

MOST_LINES = 2
"""Of one actor on a briefing: its stand, not its speech."""
MOST_ACTORS = 6
"""On an issue of a briefing: those with most statements, a side before a person of no side."""
MOST = (MOST_ACTORS, MOST_LINES)
MOST_ACTORS_OVERVIEW = 20
MOST_LINES_OVERVIEW = 5
"""Of one actor on an issue's own page, over all stories."""
ALIKE = 0.5
"""Share of all their words from which on a stake says what a line says."""
SUBHEAD = "sub-head"
UNSPOKEN = 3
"""Sentences on an issue that nobody names as one, and on which nobody's stand can be printed."""
STAKES_TRIED = 25
"""Sentences that are tried as the stake: the best that stands alone is nearly always among the first."""
BROAD = 0.4
"""What a sentence loses for each issue that it speaks of: a list of issues explains none."""
SHORTEST_WORD = 4
BEST_LENGTH = 22
"""Words of a sentence that explains and can be read at once."""


def write_issue_sections(file: StoryFile, said: Sequence[Passage] = ()) -> tuple[IssueSection, ...]:
    """Return the issues of a story or of one article, the one most spoken of first.

    An issue on which nothing can be printed that stands alone is left out. What the page has `said`
    above is the stake of none.
    """
    own = frozenset(annotated.article.id for annotated in file.articles)
    narrowed = [narrow(issue, own) for issue in file.issues]
    ordered = sorted(narrowed, key=lambda issue: (-_weigh(issue), issue.id))
    sections: list[IssueSection] = []
    said_above = {passage.place for passage in said}
    alone = {passage.place: passage.statement for passage in file.passages if passage.place not in said_above}
    breadth = Counter(passage.place for issue in ordered for passage in issue.passages)
    printed: dict[Place, int] = {}
    for issue in ordered:
        slot = Slot(issue=issue, breadth=breadth, printed=printed)
        section = _write(slot, file.archive, alone=alone)
        above = {printed[place] for place in _find_stands(issue, file.archive) if place in printed}
        if section.lines or (_may_stand_alone(section) and not above):
            for line in section.lines:
                place = find_place(line.quote, file.archive)
                printed.setdefault(place, len(sections))
                alone.pop(place, None)
            sections.append(section)
            if section.stake:
                alone.pop(section.stake.evidence[0].place, None)
        elif above:
            sections[min(above)] = _put_together(sections[min(above)], issue, file.archive)
    return tuple(sections)


def write_issue_overview(issue: Issue, archive: Archive) -> IssueSection:
    """Return an issue with who stands where over all stories."""
    slot = Slot(issue=issue, breadth=Counter(), printed={})
    return _write(slot, archive, most=(MOST_ACTORS_OVERVIEW, MOST_LINES_OVERVIEW))


def _may_stand_alone(section: IssueSection) -> bool:
    """Tell whether enough is told of an issue on which nobody's stand is printed."""
    named = _is_named(section.issue) or len(section.issue.passages) >= UNSPOKEN
    return section.stake is not None and named


def _find_stands(issue: Issue, archive: Archive) -> list[Place]:
    return [find_place(quote, archive) for position in issue.positions for quote in position.quotes]


def _put_together(section: IssueSection, issue: Issue, archive: Archive) -> IssueSection:
    """Name `issue` too where all that is said on it stands, if a sentence of these lines names it."""
    lines = [archive.sentence_at(line.quote.quote.contents[0]) for line in section.lines]
    named = any(line and line.span.covers(mention.span) for line in lines for mention in issue.mentions)
    return replace(section, together=(*section.together, issue)) if named else section


def narrow(issue: Issue, articles: frozenset[ArticleId]) -> Issue:
    """Return `issue` as these articles alone tell it; actors they do not name are not silent there."""
    positions = [
        replace(position, quotes=own)
        for position in issue.positions
        if (own := tuple(q for q in position.quotes if q.quote.contents[0].article.id in articles))
    ]
    positions.sort(key=lambda position: (-len(position.quotes), position.actor))
    return replace(
        issue,
        mentions=tuple(mention for mention in issue.mentions if mention.span.article.id in articles),
        passages=tuple(passage for passage in issue.passages if passage.article.id in articles),
        positions=tuple(positions),
        silent=tuple(
            dict.fromkeys(a for s in issue.silences if articles & set(s.articles) for a in s.actors)
        ),
        articles=tuple(article for article in issue.articles if article in articles),
    )


def _is_named(issue: Issue) -> bool:
    """Tell whether a sentence, and not a sub-head alone, names it as an issue."""
    return any(mention.rule != SUBHEAD for mention in issue.mentions)


def _weigh(issue: Issue) -> float:
    return 2 * log(1 + len(issue.passages)) + len(issue.positions) + min(len(issue.mentions), 3)


def _write(
    slot: Slot,
    archive: Archive,
    *,
    most: tuple[int, int] = MOST,
    alone: Mapping[Place, Statement] | None = None,
) -> IssueSection:
    """Return one section; `alone` are the statements that the head of its page explains: a stake is one."""
    issue, (actors, each) = slot.issue, most
    written = (write_lines(position, archive, each, slot) for position in issue.positions)
    lines = tuple(line for own in islice(filter(None, written), actors) for line in own)
    evidence = [line.statement.evidence[0] for line in lines]
    said = {found.span.place for span in evidence if (found := archive.sentence_at(span))}
    ranked = _rank_stakes(issue, archive, slot.breadth)
    return IssueSection(
        issue=issue,
        stake=_write_stake([one for one in ranked if one.place not in said], archive, lines, alone),
        lines=lines,
        silent=find_silent(issue, lines, archive),
    )


def _rank_stakes(issue: Issue, archive: Archive, breadth: Mapping[Place, int]) -> list[Span]:
    """Return the sentences on `issue`, those first that say best what it is about."""
    explain = {
        passage.place: _explain(passage, issue, archive) - BROAD * breadth.get(passage.place, 0)
        for passage in issue.passages
    }
    return sorted(issue.passages, key=lambda passage: (-explain[passage.place], passage.place))


def _write_stake(
    ranked: Sequence[Span],
    archive: Archive,
    lines: Sequence[PositionLine],
    alone: Mapping[Place, Statement] | None,
) -> Statement | None:
    for passage in ranked[:STAKES_TRIED]:
        statement = write_statement(passage, archive) if alone is None else alone.get(passage.place)
        if statement and not any(_says_again(statement, line) for line in lines):
            return statement
    return None


def _says_again(stake: Statement, line: PositionLine) -> bool:
    """Tell whether a stake gives the words of a line that is printed under it, from another source."""
    return likeness(weigh_words(stake.text), weigh_words(line.statement.text)) >= ALIKE


def _explain(passage: Span, issue: Issue, archive: Archive) -> float:
    """Return how well a sentence says what the issue is about."""
    words = len(passage.text.split())
    names = any(passage.covers(mention.span) for mention in issue.mentions)
    quoted = bool(archive.quotes_in(passage)) + (is_empty(passage.text) and not names)
    early = 1 / passage.paragraph.number
    aside = not names and not _speaks_of(issue, passage.text)
    return 1.5 * names - 2.0 * quoted - aside - abs(words - BEST_LENGTH) / BEST_LENGTH + early


def _speaks_of(issue: Issue, text: str) -> bool:
    """Tell whether a sentence has a word of the issue itself, and does not only stand under its sub-head."""
    words = set(words_of(text))
    return issue.label in read_passage(text).subjects or any(
        len(word) >= SHORTEST_WORD and word in words for word in words_of(issue.label)
    )
