"""Show the same utterance in its several wordings.

Sources trim what people say: a shorter piece of the same words is no other wording. Words that
stand in another order, or others in their place, are.
"""

from __future__ import annotations

import re

from build_brief.compose.passages import StoryFile
from build_brief.compose.statements import write_quote, write_statement
from build_brief.language.common_words import WORD
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, QuoteCluster
from build_brief.model.edition import Difference, DifferenceKind, Statement, Voice

BRACKETS = re.compile(r"\[[^\]]{0,80}\]")
LEAST_WORDS = 4
"""Of a quotation: two words in another order tell a reader nothing."""


def find_wording_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return the utterances that two origins word differently, in the order of the story's clusters."""
    return tuple(found for cluster in file.clusters if (found := _compare(cluster, file)))


def _compare(cluster: QuoteCluster, file: StoryFile) -> Difference | None:
    own = {annotated.article.id for annotated in file.articles}
    told: list[tuple[ArticleId, tuple[str, ...], Statement]] = []
    for quote in (cluster.fullest, *cluster.variants):
        article, words = quote.quote.contents[0].article.id, _quoted_words(quote)
        new = article in own and all(_differ(words, other) for _, other, _ in told)
        if new and len(words) >= LEAST_WORDS and article not in {place for place, _, _ in told}:
            statement = _write(quote, file)
            if statement:
                told.append((article, words, statement))
    if len(told) < 2 or cluster.fullest.doubtful:  # noqa: PLR2004 - it takes two
        return None
    statements = tuple(statement for _, _, statement in told)
    return Difference(kind=DifferenceKind.WORDING, topic=cluster.fullest.speaker_name, tellings=statements)


def _quoted_words(quote: AttributedQuote) -> tuple[str, ...]:
    """Return the words between marks; what a source put in brackets is not the speaker's."""
    if quote.quote.kind is QuoteKind.REPORTED:
        return ()
    text = BRACKETS.sub(" ", " ".join(span.text for span in quote.quote.quoted))
    return tuple(found[0].lower().replace("’", "'") for found in WORD.finditer(text))


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether neither is the other with words left out."""
    shorter, longer = sorted((one, other), key=len)
    left = iter(longer)
    return not all(word in left for word in shorter)


def _write(quote: AttributedQuote, file: StoryFile) -> Statement | None:
    """Return the words with the clause that holds them, else the whole sentence."""
    clause = write_quote(quote.quote, file.archive)
    if clause and not clause.text.startswith("to "):
        return clause
    sentence = file.archive.sentence_at(quote.quote.contents[0])
    return write_statement(sentence.span, file.archive, voice=Voice.REPORTED) if sentence else None
