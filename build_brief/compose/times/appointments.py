"""Find the event that a sentence dates for a day to come without a verb of planning.

“Dahl spoke ahead of the vote on Thursday”, “before the 9 June caucuses”, “the trial opens on Monday”: the
sentence tells something else, or only this; that there is a vote on Thursday is settled.
"""

from __future__ import annotations

import re

from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry

CLOSE = frozenset({Precision.DAY, Precision.SPAN})
"""A month or year to come is named in every report of a campaign."""
EVENT = (
    r"(?:elections?|by-election|primar(?:y|ies)|caucus(?:es)?|run-?off|referendum|ballot|polls|vote|votes"
    r"|hearings?|trial|sentencing|arraignment|verdict|ruling|deadline|debates?|convention|summit|conference"
    r"|meetings?|talks|negotiations|session|recess|inauguration|swearing-in|ceremony|funeral|memorial|vigil"
    r"|rally|rallies|march|marches|strike|walkout|match|game|final|finals|race|premiere|launch|opening"
    r"|festival|parade|concert|congress|assembly|forum|town hall|anniversary|coronation|wedding)"
)
DEED = r"(?:release|publication|visit|trip|speech|address|testimony|appearance|departure|arrival|report)"
"""What may lie behind, too, so that a date alone does not tell."""
AHEAD = r"(?:ahead of|before|until|till|by|in time for|in the run-up to|next|coming|upcoming|scheduled)"
DATE = r"(?:\N{BULLET})"
MARK = "\N{BULLET}"
"""Stands for the date in the patterns below."""
DATED_AHEAD = re.compile(
    rf"\b{AHEAD} (?:[\w’'-]+ ){{0,6}}{EVENT} (?:in [A-Z]\w+ |here |there )?(?:on |for )?{DATE}"
    rf"|\b{AHEAD} (?:[\w’'-]+ ){{0,4}}{DATE} (?:[\w-]+ ){{0,3}}{EVENT}\b"
    rf"|\b(?:ahead of|before|by) (?:(?:the|an?|its|his|her|their) )?{DATE}(?:[’']s?)? "
    rf"(?:[\w-]+ ){{0,3}}(?:{EVENT}|{DEED})\b"
    rf"|[’']s {DATE} (?:[\w-]+ ){{0,2}}{EVENT}\b"
    rf"|{DATE},? when (?:the |[A-Z])[\w ’'-]{{1,40}}? (?:returns?|meets?|votes?|reconvenes?|resumes?|opens"
    r"|begins|holds|takes|hosts|starts|closes|expires)\b"
)
PRESENT = re.compile(
    r"\b(?:is|are|holds?|meets?|votes?|begins|starts|opens|closes|expires?|ends|returns|resumes|sits|airs|premieres"
    r"|debuts|hosts|faces|arrives|leaves|takes place|runs out|kicks? off|goes to|go to|heads? to"
    r"|(?:have|has) until|takes effect|comes into force|go into effect|goes into effect|falls)"
    rf" (?:[\w’'-]+ ){{0,5}}?(?:on |until |in )?{DATE}"
)
"""The present that tells of a day to come: “holds its caucuses on Saturday”, “the congress is 25–28 July”."""

MODIFIER = re.compile(r"(?:until|till|by|before|on) ", re.IGNORECASE)
"""What may be counted to the date itself: “until 1 April”."""


WHEN = re.compile(r",? when ")
"""“in September, when the Senate returns”: a month will do."""


def is_appointed(entry: TimelineEntry) -> bool:
    """Tell whether the date of `entry`, a day to come, is that of an event named beside it."""
    if entry.period.precision not in CLOSE and not WHEN.match(entry.passage.text, _find_end(entry)):
        return False
    expression, passage = entry.expression, entry.passage
    start, end = expression.start - passage.start, _find_end(entry)
    until = MODIFIER.match(passage.text, start)
    words = passage.text[: until.end() if until else start] + MARK + passage.text[end:]
    return any(
        found.start() <= words.index(MARK) < found.end()
        for pattern in (DATED_AHEAD, PRESENT)
        for found in pattern.finditer(words)
    )


def _find_end(entry: TimelineEntry) -> int:
    """Return where the date ends in its sentence."""
    return entry.expression.end - entry.passage.start
