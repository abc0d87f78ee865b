"""Find what a sentence counts without telling of what: “The 21 were freed”, “another 7,000 jobs”."""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.telltales import Telltale

COUNTED = re.compile(
    r"The (?:\d+|two|three|four|five|six|seven|eight|nine|ten|pair|duo|trio|rest)"
    r" (?:was|were|is|are|has|have|had|will|would|could|also|then|[a-z]+ed)\b"
    r"|The (?:second|third|next|other|final|last|first) (?:step|reason|part|phase|stage|thing|problem|point"
    r"|question|type|kind|option)\b(?! of\b| in\b)"
    r"|The (?:biggest|main|starting|key|real|true|latest|final|first|second|next) [a-z]+"
    r" (?:is|was|are|were|must|may|might|will|would|could|should)\b"
    r"|The numbers (?:remain|remained|are|were|show|showed|suggest|suggested|rose|fell)\b"
    r"|Usually [a-z]+ed\b"
    r"|[^.;:]*\bthere (?:was|were|are|is) "
    r"(?:none|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)[.,;]?$"
    r"|(?:\S+ ){0,2}?(?:\d[\d.]*|[A-Z]?[a-z]+(?:-[a-z]+)?) ?(?:percent|%) "
    r"(?:say|said|believed?|think|thought|favor(?:ed)?|opposed?|support(?:ed)?|approved?|disapproved?|agreed?|disagreed?)\b"
    r"|Both (?!of\b|(?:\S+ ){1,3}and\b)[a-z]+s\b"
    r"|All (?:two|three|four|five|six|seven)\b(?! of\b)"
    r"|(?:(?:About|Nearly|Almost|Roughly|More than) )?(?:[Hh]alf|[Aa] third|[Aa] quarter)"
    r" (?:came|were|was|are|have|had)\b"
    r"|(?:All|Both|Neither|None|Others|Several) "
    r"(?:involve|have|has|had|are|is|were|was|will|would|could|[a-z]+ed)\b"
)
"""“The 21 were freed”, “Both firms”: who was counted is not said."""
BARE_MANY = Telltale(
    "many|most|few|others|several",
    r"(?:^|, )(?:many|most|few|others|several) "
    r"(?:would|will|could|have|had|are|were|did|do|say|said|want|hope|fear)\b",
    re.IGNORECASE,
)
"""“many would rather jump”: many of whom."""
ANOTHER = Telltale(
    "another|other |the same | both|there |said only|cut|added|lost|gained|shed",
    r"\b(?:cut|added|lost|gained|shed) \d[\d,]*\.$"
    r"|\b(?:is|was|are|were) (?:yet )?another (?!matter|story|thing|way)[a-z]"
    r"|\b(?:with|of|for|to|in|on|about) both(?=[.,;]|$)"
    r"|\bthere (?:was|were|are|is) [\d,]+ more\b"
    r"|\banother \d|\bsaid only (?:that|he|she|it|they)\b|\bthe same [a-z]+[’']s\b"
    r"|^(?:\S+ ){0,2}?(?:[Dd]ozens|[Hh]undreds|[Tt]housands|[Ss]cores|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|\d+)"
    r" (?:of )?other ",
)
"""“another 7,000 jobs”, “is another sailor who”, “said only that he would see”: beside which, and to what."""
FEWER = Telltale(
    " than ",
    r"\b(?:[Ff]ewer|[Mm]ore|[Ll]ess) than (?:[\d,.]+|[a-z]+)(?: (?:million|thousand|dozen))?"
    r" (?:remain|remained|are|were|have|had|was|is|stayed|survived|died|fled|left)\b",
)
"""“fewer than 400,000 remain”: of whom."""
SAME = re.compile(
    r"\bthe same (?!(?:time|day|way|thing|token|period)\b)(?:[a-z-]+ )?[a-z-]+"
    r"(?=[.,;]|$| (?:when|after|before|while|in|on|at)\b)"
)
ALIKE = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:[a-z]+ly )?(?:similar|identical|comparable|the same)\.$"
)
"""“is remarkably similar.”: to what; two things may be so to each other."""
LIKE_WHAT = re.compile(r"\b(?:as|that|who|which)\b|\bfrom\b")
SEVERAL = re.compile(
    r"\b(?:and|both|two|three|four|five|all|every|each|share[ds]?|many|most|[a-z]{3,}[^\Wsiu]s)\b|\d"
)


def compares_with_nothing(text: str) -> bool:
    """Tell whether “the same outrage” is like none that the sentence tells of: there is but one in sight."""
    found = ALIKE.search(text) or SAME.search(text)
    if found is None:
        return False
    return not (LIKE_WHAT.search(text, found.end()) or SEVERAL.search(text, 0, found.start()))
