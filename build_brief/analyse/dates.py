"""Find the dates that an article's sentences give, and the tense of the clause each stands in.

Words inside quotation marks count too: who speaks of “last week” means the week before the
report. “In six years” is a date only where something is still to come; anywhere else it is how
long something took.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_brief.language.date_expressions import Dating, find_datings
from build_brief.language.dates import is_past_far_off
from build_brief.language.tense import find_tense, is_past_close
from build_brief.model.annotations import DateMention, Sentence
from build_brief.model.article import Article
from build_brief.model.dates import Tense

AHEAD = re.compile(
    r"\b(?:ahead of|in the run-up to|heading into|in advance of)\s(?:(?:the|an?|its|his|her|their)\s)?"
    r"(?:[\w’'.-]+\s){0,5}?(?:(?:on|for|set for|due on|scheduled for)\s)?$"
    r"|\b(?:is|are)\s(?:now\s)?(?:set|slated|scheduled|due|planned|booked|expected)\s(?:for|on|in|by)\s$",
    re.IGNORECASE,
)
"""“spoke ahead of Sunday’s vote”, “the vote is set for 30 August”: what was said is past, the day is not."""
DEADLINE = re.compile(r"(?:[’']s)?\s(?:[a-z-]+\s)?deadline\b")
"""“hopes for a deal by the Friday deadline dimmed”: nobody speaks of one that has passed so."""
MAX_SENTENCE = 4000
"""Characters; more on end is a table or rubbish, and no sentence."""


def find_dates(article: Article, sentences: Iterable[Sentence]) -> tuple[DateMention, ...]:
    """Return the date expressions of `sentences`, in order of appearance, none inside another."""
    return tuple(mention for sentence in sentences for mention in _find_in(article, sentence))


def _find_in(article: Article, sentence: Sentence) -> Iterator[DateMention]:
    start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + MAX_SENTENCE)
    for dating in find_datings(article.text, start, end):
        tense = _find_tense(article, (start, end), dating)
        if tense is Tense.FUTURE or not dating.duration:
            span = article.span(dating.start, dating.end)
            yield DateMention(span=span, expression=dating.expression, tense=tense)


def _find_tense(article: Article, sentence: tuple[int, int], dating: Dating) -> Tense:
    """Return the tense, to come “ahead of” a day whatever the verb tells.

    It is unknown for “the primary on June 3” in May unless a past verb stands close by.
    """
    text = article.text
    if AHEAD.search(text, sentence[0], dating.start) or DEADLINE.match(text, dating.end):
        return Tense.FUTURE
    tense = find_tense(article.text, sentence, (dating.start, dating.end))
    if tense is not Tense.PAST or article.published is None:
        return tense
    doubtful = is_past_far_off(dating.expression, article.published)
    return Tense.UNKNOWN if doubtful and not is_past_close(article.text, sentence[0], dating.start) else tense
