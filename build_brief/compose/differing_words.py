"""Show the same utterance in its several wordings.

Sources trim what people say: a shorter piece of the same words is no other wording. Words that
stand in another order, or others in their place, are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.compose.passages import StoryFile
from build_brief.compose.statements import write_quote, write_statement
from build_brief.language.common_words import WORD
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, QuoteCluster
from build_brief.model.edition import Difference, DifferenceKind
from build_brief.model.statements import Statement, Voice

BRACKETS = re.compile(r"\[[^\]]{0,80}\]")
Pieces = tuple[tuple[str, ...], ...]
"""The words of each stretch between marks."""
MOST_WORDS = 60
"""Of a telling: in a longer one nobody finds the word that differs."""
UNHEARD = frozenset({"the", "a", "an", "that"})
"""Words that notes drop: whether they stood there tells a reader nothing."""
SAME = 0.6
"""Share of the words of the shorter: two pieces of one long quote are not two wordings."""
LEAST_WORDS = 4
"""Of a quotation: two words in another order tell a reader nothing."""


def find_wording_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return the utterances that two origins word differently, in the order of the story's clusters."""
    return tuple(found for cluster in file.clusters if (found := _compare(cluster, file)))


def _compare(cluster: QuoteCluster, file: StoryFile) -> Difference | None:
    own = {annotated.article.id for annotated in file.articles}
    told: dict[ArticleId, tuple[Pieces, Statement]] = {}
    for quote in (cluster.fullest, *cluster.variants):
        article, pieces = quote.quote.contents[0].article.id, _read_pieces(quote)
        new = article in own and article not in told and sum(map(len, pieces)) >= LEAST_WORDS
        if new and all(_differ(pieces, other) for other, _ in told.values()):
            statement = _write(quote, file)
            if statement and len(statement.text.split()) <= MOST_WORDS:
                told[article] = (pieces, statement)
    if len(told) < 2 or not cluster.fullest.speaker_name:  # noqa: PLR2004 - it takes two
        return None
    statements = tuple(told[a.article.id][1] for a in file.articles if a.article.id in told)
    return Difference(kind=DifferenceKind.WORDING, topic=cluster.fullest.speaker_name, tellings=statements)


def _read_pieces(quote: AttributedQuote) -> Pieces:
    """Return the words of each quoted piece; what a source put in brackets is not the speaker's."""
    if quote.quote.kind is QuoteKind.REPORTED:
        return ()
    texts = [BRACKETS.sub(" ", span.text) for span in quote.quote.quoted]
    pieces = ((_plain(word) for word in WORD.findall(text)) for text in texts)
    return tuple(tuple(word for word in piece if word not in UNHEARD) for piece in pieces)


def _plain(word: str) -> str:
    """Return a word as it sounds: “I.R.S.” is “IRS”."""
    return word.lower().replace("’", "'").replace(".", "")


def _differ(one: Pieces, other: Pieces) -> bool:
    """Tell whether both say the same, and neither is the other with words left out, in any order."""
    words, others = ({word for piece in pieces for word in piece} for pieces in (one, other))
    same = len(words & others) >= SAME * min(len(words), len(others))
    return same and not (_is_part(one, other) or _is_part(other, one))


def _is_part(pieces: Pieces, whole: Pieces) -> bool:
    words = [word for piece in whole for word in piece]
    return all(_is_thinned(piece, words) for piece in pieces)


def _is_thinned(piece: Sequence[str], words: Sequence[str]) -> bool:
    left = iter(words)
    return all(word in left for word in piece)


def _write(quote: AttributedQuote, file: StoryFile) -> Statement | None:
    """Return the words with the clause that holds them; the whole sentence when the speaker is in doubt."""
    clause = write_quote(quote.quote, file.archive)
    if clause and not quote.doubtful and not clause.text.startswith("to "):
        return clause
    sentence = file.archive.sentence_at(quote.quote.contents[0])
    whole = write_statement(sentence.span, file.archive, voice=Voice.REPORTED) if sentence else None
    return whole or clause
