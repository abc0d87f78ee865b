"""Give the date beside a word that means one only to the paper's own readers: “tomorrow”, “last night”.

A reader of the page does not know the day that such a word counts from. The bracket gives the day
that was worked out; a word inside somebody's quotation, or before ’s, stays as it is.
"""

from __future__ import annotations

import re

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.leaning.nowadays import is_nowadays
from build_brief.compose.sentences.leaning.telltales import Telltale
from build_brief.language.dates import describe_day
from build_brief.language.quote_marks import find_quoted
from build_brief.model.article import Span
from build_brief.model.dates import Precision
from build_brief.model.statements import Edit, EditKind

BARE = Telltale(
    "today|tomorrow|yesterday|night|morning|afternoon|evening",
    r"today|tomorrow|yesterday|tonight|(?:last|this) (?:night|morning|afternoon|evening)"
    r"|(?:tomorrow|yesterday) (?:morning|afternoon|evening|night)",
    re.IGNORECASE,
)
OWNER = re.compile(r"[’']s\b|-")
"""What follows a word that describes another: “today’s vote”; “fifty years ago today” is another day."""


def date_words(span: Span, archive: Archive) -> tuple[Edit, ...]:
    """Return a bracket with the date after each bare word for a day in `span`, in order."""
    if not BARE.search(span.text):
        return ()
    quoted = find_quoted(span.article.text, span.start, span.end)
    return tuple(
        Edit(start=end, end=end, kind=EditKind.BRACKET, text=f" [{describe_day(day)}]")
        for start, end, day in sorted(
            (e.expression.start - span.start, e.expression.end - span.start, e.period.start)
            for e in archive.dated_in(span)
            if BARE.pattern.fullmatch(e.expression.text)
            and e.period.precision is Precision.DAY
            and not is_nowadays(e.expression)
        )
        if not OWNER.match(span.text, end)
        and not span.text.endswith("ago ", 0, start)
        and not any(region.start <= start + span.start < region.end for region in quoted)
    )
