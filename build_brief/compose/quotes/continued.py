"""Find what a speaker says next: the words of the next sentence, when they go on from those of the last.

“The yard must close,” said Dahl. “And the town will pay for it.” A cue or the end of a paragraph stands
between them in the article; on a page they are one block, each with its citation.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_brief.compose.archive import Place
from build_brief.compose.quotes.candidates import LIKELY, Candidate
from build_brief.compose.quotes.occasions import find_day
from build_brief.compose.quotes.settings import follows
from build_brief.compose.quotes.speakers import is_sure
from build_brief.compose.quotes.telling import weigh_quote
from build_brief.compose.sentences.kinds.headlined import is_titled
from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.sentences.statements import write_quote
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, QuoteCluster
from build_brief.model.statements import Statement

WEEK = 7
"""Days; words said longer before are not of the day on which the next ones are said."""
MOST_WORDS = 80
"""Of both together; more is a speech."""
LEAST = 1.0
"""Weight of what is added; less is a courtesy or a scrap."""
MARKS = 2
"""Characters between the beginning of a sentence and the words of a speaker who begins it."""


def find_openings(file: StoryFile) -> dict[Place, QuoteCluster]:
    """Return the quotes that begin their sentence, by its place; their speakers are sure."""
    found = {}
    for cluster in file.clusters:
        quote = cluster.fullest
        words = quote.quote.contents[0]
        sentence = file.archive.sentence_at(words) if quote.article in file.archive.annotated else None
        opens = sentence is not None and words.start - sentence.span.start <= MARKS
        if sentence and opens and _is_fit(quote, file):
            found[sentence.span.place] = cluster
    return found


def find_next(
    one: Candidate, openings: Mapping[Place, QuoteCluster], file: StoryFile
) -> tuple[QuoteCluster, Statement] | None:
    """Return what the speaker of `one` says next in the same article; None when somebody else goes on."""
    quote = one.cluster.fullest
    last = quote.quote.contents[-1]
    if quote.quote.kind is not QuoteKind.VERBATIM or one.statement.evidence[0].end < last.end - MARKS:
        return None  # The words are the reporter's, or a part of what was said.
    following = openings.get(_find_next_place(last, file) or one.statement.evidence[0].place)
    if following is None or following is one.cluster or not _is_of_one(quote, following.fullest):
        return None
    if _is_of_another_time(quote, following.fullest, file):
        return None
    statement = write_quote(following.fullest.quote, file.archive, leans=True)
    if statement is None or is_titled(statement.text) or statement.text.rstrip("”’\"'").endswith("?"):
        return None
    telling = weigh_quote(following.fullest, statement, len(following.variants), explained=True) >= LEAST
    words = len(f"{one.statement.text} {statement.text}".split())
    return (following, statement) if telling and words <= MOST_WORDS else None


def _find_next_place(last: Span, file: StoryFile) -> Place | None:
    """Return the place of the sentence after the one that holds the end of a speaker's words."""
    article = last.article
    ending = file.archive.sentence_at(article.span(last.end - 1, last.end))
    sentences = file.archive.annotated[article.id].sentences
    at = sentences.index(ending) + 1 if ending else len(sentences)
    if ending is None or at >= len(sentences) or not follows(ending, sentences[at], article):
        return None
    return sentences[at].span.place


def _is_of_another_time(first: AttributedQuote, second: AttributedQuote, file: StoryFile) -> bool:
    """Tell whether the day beside both is not the second's: “In 2019 she wrote “…”. “…,” she said.”."""
    before, after = find_day(first, file), find_day(second, file)
    if before is None or before == after or second.quote.cue is None:
        return False
    told = file.archive.days[first.article].day
    return after is not None or told is None or (told - before.end).days > WEEK


def _is_fit(quote: AttributedQuote, file: StoryFile) -> bool:
    whole = quote.quote.kind is QuoteKind.VERBATIM and quote.quote.contents[0].text[:1].isupper()
    return whole and quote.quote.confidence >= LIKELY and is_sure(quote, file.archive)


def _is_of_one(first: AttributedQuote, second: AttributedQuote) -> bool:
    """Tell whether two quotes have one speaker, by page, or by the same words for one without a page."""
    if first.speaker or second.speaker:
        return first.speaker == second.speaker
    return first.speaker_name == second.speaker_name
