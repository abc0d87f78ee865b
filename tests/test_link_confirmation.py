"""Two papers that give the same words to one person settle a doubt; a reprint does not."""

from __future__ import annotations

from dataclasses import replace

from build_brief.link.utterances.confirmation import confirm_speakers
from build_brief.link.utterances.variants import cluster_quotes, list_quotes
from build_brief.model.dossier import QuoteId
from tests.builders import article
from tests.views.variants import quote, story

WORDS = "“The river will have its fields back before the winter.”"


def doubts(
    *speakers: str, words: str = WORDS, confidence: float = 0.8, reprint: bool = False, rival: bool = False
) -> list[bool]:
    articles = tuple(
        article(f"{speaker}: {words}", id=f"{number}.txt") for number, speaker in enumerate(speakers)
    )
    plain = [quote(found, found.paragraphs[0]) for found in articles]
    quotes = [
        replace(found, doubtful=True, quote=replace(found.quote, speaker_confidence=confidence))
        for found in plain
    ]
    told = story(articles)
    if reprint:
        told = replace(told, origins=(told.articles,))
    rivals = frozenset({QuoteId("0.txt#1")} if rival else ())
    clusters = confirm_speakers(cluster_quotes(quotes, [told]), [told], rivals=rivals)
    return [found.doubtful for found in list_quotes(clusters)]


def test_two_papers_settle_a_doubt() -> None:
    assert doubts("Rosa Quiroga", "Rosa Quiroga") == [False, False]


def test_a_reprint_does_not() -> None:
    assert doubts("Rosa Quiroga", "Rosa Quiroga", reprint=True) == [True, True]


def test_a_guess_does_not() -> None:
    assert doubts("Rosa Quiroga", "Rosa Quiroga", confidence=0.3) == [True, True]


def test_a_fragment_does_not() -> None:
    assert doubts("Rosa Quiroga", "Rosa Quiroga", words="“its fields back”") == [True, True]


def test_one_without_a_name_neither_settles_nor_is_settled() -> None:
    assert doubts("Rosa Quiroga", "the mayor of the village") == [True, True]


def test_a_rival_stays_doubtful() -> None:
    assert doubts("Rosa Quiroga", "Rosa Quiroga", "Rosa Quiroga", rival=True) == [True, False, False]
