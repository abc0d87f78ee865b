"""Tell a “today” that is a day from one that means these days: “boats are the pride of the town today”.

A date put beside the second would be untrue. A lasting verb near it, a “would” or a “still” shows it; when a
past verb stands nearer, it is the day.
"""

from __future__ import annotations

import re

from build_brief.language.tense import find_tense
from build_brief.language.verbs import read_verbs
from build_brief.model.article import Span
from build_brief.model.dates import Tense

SUPPOSED = re.compile(r"\b(?:would|still)\b[^.;]*$")
LASTS = re.compile(r"\b(?:is|are|has|have|remains?|seems?|appears?|exists?|means?|lives?)\b")
DOING = re.compile(r"\b(?:is|are) (?:also |now |\w+ly )?(?P<verb>\w+ing)\b")
"""“is launching a boat today” is done on the day; “is growing dearer today” goes on."""
DONE = frozenset(
    {
        "getting",
        "adding",
        "rolling",
        "giving",
        "making",
        "bringing",
        "putting",
        "sending",
        "taking",
        "issuing",
    }
    | {"filing", "updating", "expanding", "calling", "asking", "hosting", "showing"}
)
CLOSE = re.compile(r"\b(?:seems?|remains?|appears?|stays?) [^,;.]{0,30}$")
GOES_ON = re.compile(r"(?: (?:it|he|she|they|there))?(?:[’']s| (?:is|are|has|have|would))\b")
STOPS = (". ", ".\n", "\n", "? ", "! ", "; ")


def is_nowadays(expression: Span) -> bool:
    """Tell whether `expression` is a “today” that means these days; any other expression is none."""
    if expression.text.lower() != "today":
        return False
    text = expression.article.text
    start = max(text.rfind(stop, 0, expression.start) for stop in STOPS) + 1
    ends = [at for stop in STOPS if (at := text.find(stop, expression.end)) >= 0]
    if SUPPOSED.search(text, start, expression.start) or GOES_ON.match(text, expression.end):
        return True
    if CLOSE.search(text, start, expression.start):
        return True
    if not LASTS.search(text, start, expression.start) or _is_done(text[start : expression.start]):
        return False
    sentence = (start, min(ends, default=len(text)))
    return find_tense(text, sentence, (expression.start, expression.end)) is not Tense.PAST


def _is_done(before: str) -> bool:
    """Tell whether the only verb `before` the word, in the present, is one of a deed of the day."""
    lasting = list(LASTS.finditer(before))
    doing = DOING.search(before, lasting[-1].start()) if lasting else None
    return doing is not None and (doing["verb"] in DONE or doing["verb"] in read_verbs("event_verbs"))
