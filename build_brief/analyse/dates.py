"""Find the dates that an article's sentences give, and the tense of the clause each stands in.

Words inside quotation marks count too: who speaks of “last week” means the week before the
report. “In six years” is a date only where something is still to come; anywhere else it is how
long something took.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.language.date_expressions import find_datings
from build_brief.language.tense import find_tense
from build_brief.model.annotations import DateMention, Sentence
from build_brief.model.article import Article
from build_brief.model.dates import Tense

MAX_SENTENCE = 4000
"""Characters; more on end is a table or rubbish, and no sentence."""


def find_dates(article: Article, sentences: Iterable[Sentence]) -> tuple[DateMention, ...]:
    """Return the date expressions of `sentences`, in order of appearance, none inside another."""
    return tuple(mention for sentence in sentences for mention in _find_in(article, sentence))


def _find_in(article: Article, sentence: Sentence) -> Iterator[DateMention]:
    start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + MAX_SENTENCE)
    for dating in find_datings(article.text, start, end):
        tense = find_tense(article.text, (start, end), (dating.start, dating.end))
        if tense is Tense.FUTURE or not dating.duration:
            span = article.span(dating.start, dating.end)
            yield DateMention(span=span, expression=dating.expression, tense=tense)
