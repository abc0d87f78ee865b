"""Write where an actor stands on an issue: its own words, or the reporter's clause around them.

What is printed is short: of a long sentence only the clause that holds what was said, so that one
sentence that names five issues is not printed whole under each. A report of a report (“CNN found
…”) and words that are perhaps no statement are no stand. What stands under an issue above is printed
again only where it speaks of these two alone, and nothing else of the actor can be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_brief.compose.archive import Archive, Place
from build_brief.compose.sentences.faults.explained import is_doubted, is_explained
from build_brief.compose.sentences.kinds.clauses import is_claim
from build_brief.compose.sentences.kinds.stands import find_clause, is_stand
from build_brief.compose.sentences.passages.wordings import overlap, weigh_words
from build_brief.compose.sentences.statements import write_quote, write_statement
from build_brief.model.annotations import QuoteKind, Sentence
from build_brief.model.article import Span
from build_brief.model.briefing import GroupLine, PositionLine
from build_brief.model.dossier import AttributedQuote, EntityId, GroupPosition, Issue, Position
from build_brief.model.statements import Statement, Voice

SENTENCE_END = re.compile(r"[.!?…][”\"’)]?\s+[A-Z“]|\n")
SUBORDINATE = re.compile(
    r"\W*(?:Although|While|Though|If|When|Because|Unless|Whether|Even|After|Before|Since)\b"
)
AGAINST = re.compile(r", (?:while|whereas|but|though|although)\b")
WHOLE_THOUGHT = 6
"""Words of a quotation from which on it needs no sentence around it."""
LONGEST_SENTENCE = 45
"""Words; of a longer one only the clause is given."""
SHARED, MANY = 2, 3
"""Issues that a sentence speaks of: of two, it may stand under both; one that speaks of more is a list."""
REPEATS = 0.6
"""Shared weight of words from which on two lines of an actor say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An issue under which lines are to be printed, and what stands above it on the page."""

    issue: Issue
    breadth: Mapping[Place, int]
    """How many issues of the page each sentence speaks of."""
    printed: Mapping[Place, int]
    """Sentences that give a line under an issue above: which section of the page that is."""
    head: str
    """What stands above on the page besides the issue's name."""


def write_lines(position: Position, archive: Archive, most: int, slot: Slot) -> tuple[PositionLine, ...]:
    """Return the actor's most telling lines, none twice, in the order of the sources.

    A clause that holds one of the places where the sources name the issue is cut off from what follows.
    """
    stands = [quote for quote in position.quotes if is_stand(quote)]
    places = {quote.id: find_place(quote, archive) for quote in stands}
    stands.sort(key=lambda quote: _telling(quote, places[quote.id], position, slot))
    fresh = [quote for quote in stands if places[quote.id] not in slot.printed]
    told = [
        quote
        for quote in stands
        if places[quote.id] in slot.printed
        and slot.breadth[places[quote.id]] <= SHARED
        and quote.id in position.direct
    ]
    write = partial(_write_some, position.actor, archive=archive, slot=slot)
    return write(fresh, most=most) or write(told, most=1)


def write_group_lines(
    position: GroupPosition, archive: Archive, most: int, slot: Slot
) -> tuple[GroupLine, ...]:
    """Return the same for a group without a page, under the words of each source for it."""
    stand = Position(actor=EntityId(""), quotes=position.quotes, direct=position.direct)
    return tuple(
        GroupLine(name=line.quote.speaker_name, quote=line.quote, statement=line.statement)
        for line in write_lines(stand, archive, most, slot)
    )


def find_place(quote: AttributedQuote, archive: Archive) -> Place:
    """Return where the sentence stands in which a quote begins."""
    sentence = archive.sentence_at(quote.quote.contents[0])
    return sentence.span.place if sentence else quote.quote.contents[0].place


def _write_some(
    actor: EntityId, quotes: Iterable[AttributedQuote], *, most: int, archive: Archive, slot: Slot
) -> tuple[PositionLine, ...]:
    naming = [mention.span for mention in slot.issue.mentions]
    head = f"{slot.head} {slot.issue.label}"
    lines: list[PositionLine] = []
    doubted: list[PositionLine] = []
    for quote in quotes:
        statement = _write_line(quote, archive, naming) if len(lines) < most else None
        if not statement or not _tells(statement, quote) or _is_said(statement, lines):
            continue
        explained = is_explained(statement, head, archive)
        if explained or _is_answered(quote, archive):
            sure = explained and not is_doubted(statement, head, archive)
            (lines if sure else doubted).append(PositionLine(actor=actor, quote=quote, statement=statement))
    # A line that may lean is better than silence, and worse than any other.
    lines = lines or doubted[:1]
    return tuple(sorted(lines, key=lambda line: line.statement.evidence[0].place))


def _is_answered(quote: AttributedQuote, archive: Archive) -> bool:
    """Tell whether its sentence sets what somebody else says against it: “Iceland says …, while Norway …”.

    One of the two is not left out for a word that leans: the other would stand there as if nobody denied it.
    """
    sentence = archive.sentence_at(quote.quote.contents[0])
    if not sentence or not AGAINST.search(sentence.span.text):
        return False
    return not all(_is_same_actor(other, quote) for other in archive.quotes_in(sentence.span))


def _telling(
    quote: AttributedQuote, place: Place, position: Position, slot: Slot
) -> tuple[bool, bool, bool, int, bool, int, Place]:
    """Sure ones first; then whole thoughts, on this issue in their own words, and not on many others.

    Words between marks before reports, long before short.
    """
    words = _words(quote)
    reported = quote.quote.kind is QuoteKind.REPORTED
    whole = WHOLE_THOUGHT <= words <= LONGEST_SENTENCE
    others = min(slot.breadth.get(place, 1), MANY)
    aside = quote.id not in position.direct
    return quote.doubtful, not whole, aside, others, reported, -words, quote.quote.contents[0].place


def _words(quote: AttributedQuote) -> int:
    return sum(len(content.text.split()) for content in quote.quote.contents)


def _write_line(quote: AttributedQuote, archive: Archive, naming: Sequence[Span]) -> Statement | None:
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
    if sentence and alone:
        statement = _write_sentence(sentence.span, quote, archive, naming)
        if statement:
            return statement
    claims = verbatim or is_claim(quote.quote.contents[0].text)
    claim = _claim_with_cue(quote, archive) if claims or not alone else None
    statement = write_statement(claim, archive, voice=Voice.REPORTED, clause=True) if claim else None
    clause = claims and _words(quote) >= WHOLE_THOUGHT and not doubtful
    bare = clause and not _hangs_on_clause(sentence, quote.quote.contents[0].start)
    return statement or (write_quote(quote.quote, archive) if bare else None)


def _write_sentence(
    sentence: Span, quote: AttributedQuote, archive: Archive, naming: Sequence[Span]
) -> Statement | None:
    """Return the sentence, or its beginning up to where it turns to something else."""
    short = find_clause(sentence, quote, naming)
    statement = write_statement(short, archive, voice=Voice.REPORTED, clause=True) if short else None
    if statement or len(sentence.text.split()) > LONGEST_SENTENCE:
        return statement
    return write_statement(sentence, archive, voice=Voice.REPORTED)


def _claim_with_cue(quote: AttributedQuote, archive: Archive) -> Span | None:
    """Return “China maintains that it restored stability”; None when the speaker does not come first."""
    speaker, content = quote.quote.speaker, quote.quote.contents[0]
    if speaker is None or len(quote.quote.contents) > 1 or speaker.end > content.start:
        return None
    if _hangs_on_clause(archive.sentence_at(speaker), speaker.start):
        return None  # “Although Dahl wrote “…”, she did not vote”: her words are what is granted.
    cue = quote.quote.cue
    if cue and cue.end <= speaker.start:
        return None  # “…, said Vera Dahl, the lawyer who led the talks”: her name and the rest say nothing.
    text = content.article.text[speaker.start : content.end]
    whole = len(text.split()) <= LONGEST_SENTENCE and not SENTENCE_END.search(
        text[: content.start - speaker.start]
    )
    return content.article.span(speaker.start, content.end) if whole else None


def _hangs_on_clause(sentence: Sentence | None, end: int) -> bool:
    """Tell whether a sentence opens, before `end`, with what the rest hangs on: “If it rains, …”."""
    return sentence is not None and bool(
        SUBORDINATE.match(sentence.span.article.text, sentence.span.start, end)
    )


def _tells(statement: Statement, quote: AttributedQuote) -> bool:
    """Tell whether the line holds what was said, and not its cue alone."""
    said = any(statement.evidence[0].overlaps(content) for content in quote.quote.contents)
    return said and len(statement.text.split()) >= WHOLE_THOUGHT


def _is_same_actor(one: AttributedQuote, other: AttributedQuote) -> bool:
    return _name_actor(one) == _name_actor(other)


def _name_actor(quote: AttributedQuote) -> str:
    return quote.side or quote.speaker or quote.speaker_name


def _is_said(statement: Statement, lines: Iterable[PositionLine]) -> bool:
    terms = weigh_words(statement.text)
    return any(
        statement.evidence[0].overlaps(line.statement.evidence[0])
        or overlap(terms, weigh_words(line.statement.text)) >= REPEATS
        for line in lines
    )
