"""Two papers, one sentence, two names: then nobody is sure."""

from __future__ import annotations

from build_brief.link.utterances.rivals import doubt_rivals, find_rivals
from tests.builders import article
from tests.views.variants import quote, story

WORDS = "“The referee lost control of the match after the second penalty.”"


def doubts(*speakers: str, words: str = WORDS) -> list[bool]:
    articles = tuple(
        article(f"{speaker}: {words}", id=f"{number}.txt") for number, speaker in enumerate(speakers)
    )
    quotes = [quote(found, found.paragraphs[0]) for found in articles]
    rivals = find_rivals(quotes, [story(articles)])
    return [found.doubtful for found in doubt_rivals(quotes, rivals)]


def test_two_people_with_the_same_words_are_doubtful() -> None:
    assert doubts("Awa Keita", "Kofi Mensah", "he") == [True, True, False]


def test_more_papers_outweigh_one() -> None:
    assert doubts("Awa Keita", "Awa Keita", "Kofi Mensah") == [False, False, True]


def test_one_person_is_not_doubted() -> None:
    assert doubts("Awa Keita", "Awa Keita", "the coach") == [False, False, False]


def test_a_middle_name_is_no_rival() -> None:
    assert doubts("Awa N. Keita", "Awa Keita") == [False, False]


def test_short_words_prove_nothing() -> None:
    assert doubts("Awa Keita", "Kofi Mensah", words="“We lost control.”") == [False, False]
