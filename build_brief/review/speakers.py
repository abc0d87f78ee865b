"""Find quotes whose speaker the pages call uncertain."""

from __future__ import annotations

from collections.abc import Mapping

from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, Dossier
from build_brief.review.doubts import Doubt, quote_yaml, with_sentence

FIRST_WORDS = 6
"""Enough to tell the quotes of one paragraph apart."""


PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "you"})


def find_doubtful_speakers(dossier: Dossier) -> tuple[Doubt, ...]:
    """Return a doubt for each uncertain speaker, by article, then place."""
    articles = {found.article.id: found for found in dossier.articles}
    starts: dict[tuple[str, int], list[str]] = {}
    for said in dossier.quotes:
        first = said.quote.contents[0]
        starts.setdefault((first.article.id, first.paragraph.number), []).append(first.text)
    return tuple(_doubt(said, articles, starts) for said in dossier.quotes if said.doubtful)


def _doubt(
    said: AttributedQuote,
    articles: Mapping[ArticleId, AnnotatedArticle],
    starts: Mapping[tuple[str, int], list[str]],
) -> Doubt:
    first = said.quote.contents[0]
    guess = (said.speaker_name if said.speaker else said.quote.name) or said.speaker_name
    if not guess or guess.lower() in PRONOUNS:
        guess = "nobody"
    chance = round(said.quote.speaker_confidence * 100)
    beside = starts[first.article.id, first.paragraph.number]
    return Doubt(
        question=f"Who said this? Perhaps {guess} ({chance} %).",
        sentences=(with_sentence(first, articles[first.article.id]),),
        file="speakers.yml",
        lines=(
            f"- article: {quote_yaml(first.article.id)}",
            f"  paragraph: {first.paragraph.number}",
            f"  words: {quote_yaml(_shortest_start(first.text, beside))}",
            f"  speaker: {quote_yaml(guess)}",
        ),
    )


def _shortest_start(text: str, beside: list[str]) -> str:
    """Return the first words of a quote, as many as tell it from the others of its paragraph."""
    words = text.split()
    for count in range(FIRST_WORDS, len(words)):
        start = " ".join(words[:count])
        if sum(" ".join(other.split()).startswith(start) for other in beside) == 1:
            return start
    return " ".join(words)
