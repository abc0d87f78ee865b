"""Know a “there” and a “the country” of which a sentence does not say where that is."""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.telltales import Telltale

THERE = Telltale(
    "here",
    r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|to be|being)\b)"
    r"|\bhere\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Ii]nto|[Oo]utside|[Aa]cross|[Oo]n|[Vv]isit(?:s|ed|ing)?|[Ll]eft"
    r"|[Rr]each(?:ed|es)?) (?!\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:the |an? |his |her |its |their )?[\[\w]"
    r"|(?<=\S )[A-Z][\w’'-]+|^[A-Z]\w+[’']s\b"
)
"""What “there” can point to: a place after a preposition, or a name."""
HE_WAS_THERE = re.compile(
    r"\[?(?:[A-Z][\w.’'-]+\]? ){1,3}"
    r"(?:was|were|is|are|lives?|lived|works?|worked|went|goes|stays?|stayed) there\b"
)
"""“Dahl was there over the weekend”: no name of hers is a place."""
COUNTRY = Telltale(
    "the country ",
    r"\b[Tt]he country (?:(?:[a-z]+ly|also|then|has|had|has since|would|will) )?"
    r"(?:announced?|imposed?|declared?|reported|went|closed|reopened|banned|voted|held|elected|launched"
    r"|lifted|began|confirmed|recorded|agreed|signed|joined|left|lost|won|invaded|expelled)\b",
)
"""“the country announced a lockdown”: which country."""
CALENDAR = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
NAME = re.compile(r"(?<=\S )[A-Z][\w’'-]+|^[A-Z]\w+[’']s\b|\[")


def _is_of_dateline(word: str) -> bool:
    """Tell whether a reporter says “here”: where he was, his dateline told."""
    return word.lower() == "here"


def is_somewhere_else(text: str) -> bool:
    """Tell whether `text`, quotations masked, says “there” of a place that it does not give."""
    there = THERE.search(text)
    if there is not None and (_is_of_dateline(there[0]) or HE_WAS_THERE.match(text)):
        return True
    if there is not None and not PLACE.search(text, 1, there.start()):
        return True
    country = COUNTRY.search(text)
    return country is not None and not NAME.search(CALENDAR.sub("day", text[: country.start()]))
