"""Tell whether a date in a sentence is when the thing happened that the sentence tells.

It may be the year of something named in passing: of what somebody is (“, the 2007 champion”), of the
deed that a court tries, of a pipe “that was laid last August”. A line under that date would be untrue.
"""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.nowadays import is_nowadays
from build_brief.language.main_clauses import dates_main_clause
from build_brief.model.dossier import TimelineEntry

OF_DEED = re.compile(
    r"\b(?:charge[sd]?|convict\w*|sentence[sd]?|accus\w+|jailed|indict\w+|fined|arrest\w*|tried|trial|prosecut\w+|sued"
    r"|lawsuit|investigat\w+|guilty|acquitted|suspected|serving|responsible|blamed|famous|known|remembered|icon)\b"
    r"[^.;]*?\b(?:from|for|over|of|with|in connection with)\b [^.;]*$"
)
"""“jailed for a protest in 2013”: the year is that of the protest."""
RECORD = re.compile(
    r"\b(?:[a-z]{2,}est|worst|first|second|third|fourth|fifth|sixth|most|least|only|not)\b[^;.]*$"
)
IN_YEARS = re.compile(
    r"since .*|(?:in|for) (?:the (?:past|last) )?(?:[a-z]+ (?:than )?)?[\w-]+ (?:years|decades|months)"
)
"""“the lowest rate in 50 years”: of now."""
MARKED = re.compile(
    r"\b(?:remember|commemorat|anniversar|honou?r|mourn|memorial|mark)\w*\b[^.;]*\b(?:of|in|on|from|who|killed|died)\b"
    r"[^.;]*$"
)
"""“to remember those who died on 12 May 1998”: a whole date after such a word is that of the deed."""
FROM_THEN = re.compile(r"\b[Ss]ince\b [^,;]*\w [^,;]*$")
"""“the worst since the second quarter of 2009”, “since its founding in 1974”."""
TITLED_DAY = re.compile(
    r"(?: morning| evening| night)?[’']?s? (?:news |talk |cable )*"
    r"(?:shows?|programs?|programmes?|papers?|editions?)\b"
)
"""“Sunday morning news programs”: a kind of programme."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?! \d{4})"
    r"|\b(?:spring|summer|autumn|fall|winter)\b"
)
STRETCH = 300
"""Characters before a sentence in which the last year that was given still holds."""


def dates_event(entry: TimelineEntry) -> bool:
    """Tell whether a date is when something happened, and not what somebody is: “, the 2007 champion”."""
    expression, passage = entry.expression, entry.passage
    before = passage.text[: expression.start - passage.start]
    after = passage.text[expression.end - passage.start :]
    marked = YEAR.search(expression.text) and MARKED.search(before)
    record = IN_YEARS.fullmatch(expression.text) and RECORD.search(before)
    if marked or record or TITLED_DAY.match(after) or is_of_older_time(entry) or is_nowadays(expression):
        return False
    return dates_main_clause(
        expression.article.text,
        (passage.start, passage.end),
        (expression.start, expression.end),
        entry.period.precision,
    )


def is_of_older_time(entry: TimelineEntry) -> bool:
    """Tell whether a month without a year stands in a stretch of another year: “won in November”."""
    expression, article = entry.expression, entry.expression.article
    if YEAR.search(expression.text) or not MONTH.search(expression.text):
        return False
    years = YEAR.findall(article.text[max(0, entry.passage.start - STRETCH) : entry.passage.start])
    return bool(years) and int(years[-1]) not in (entry.period.start.year, entry.period.start.year + 1)


def is_of_deed(entry: TimelineEntry) -> bool:
    """Tell whether a date is that of the deed somebody is tried for, or of a beginning."""
    passage = entry.passage
    before = passage.text[: entry.expression.start - passage.start]
    return bool(OF_DEED.search(before) or FROM_THEN.search(before))
