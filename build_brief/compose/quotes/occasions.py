"""Tell on what occasion something was said: to whom, and when."""

from __future__ import annotations

import re

from build_brief.compose.sentences.passages import StoryFile
from build_brief.compose.times.event_dates import dates_event
from build_brief.model.dates import Period, Precision
from build_brief.model.dossier import AttributedQuote, TimelineEntry

SURE = 0.9
"""Confidence of a name from which it stands for the words."""
NOBODY = frozenset({"me", "us", "you", "him", "her", "them", "it"})
"""To whom, in words that tell nobody."""
MOMENTS = re.compile(r"\s(?:moments|minutes|hours|days|weeks|months|years|shortly|earlier|later|today)$")
"""“reporters moments” before something: when, not to whom."""


def name_addressee(quote: AttributedQuote, file: StoryFile) -> str | None:
    """Return to whom a quote was said, by name where the words are one; None when nobody is told."""
    addressee = quote.quote.addressee
    if addressee is None or addressee.text.lower() in NOBODY:
        return None
    # “Iceland's Channel 2” is not Iceland: the name must end the phrase.
    mentions = file.archive.mentions_in(addressee)
    names = [m.name for m in mentions if m.name and m.confidence >= SURE and m.span.end >= addressee.end]
    return names[-1] if names else MOMENTS.sub("", addressee.text)


def find_day(quote: AttributedQuote, file: StoryFile) -> Period | None:
    """Return the time that the quote's own sentence gives for it, outside the words that were said.

    A day; or the month or year, when it lies before the article: words of old are not of the day.
    """
    sentence = file.archive.sentence_at(quote.quote.contents[0])
    if sentence is None:
        return None
    for entry in file.timeline:
        said = any(content.covers(entry.expression) for content in quote.quote.contents)
        if entry.passage == sentence.span and not said and _dates(entry, file):
            return entry.period
    return None


def _dates(entry: TimelineEntry, file: StoryFile) -> bool:
    """Tell whether an entry is a day, or a month or year of old, in which the words were said."""
    if not dates_event(entry):
        return False
    if entry.period.precision is Precision.DAY:
        return True
    written = file.archive.days[entry.passage.article.id].day
    whole = entry.period.precision in (Precision.MONTH, Precision.YEAR)
    return whole and written is not None and entry.period.end < written
