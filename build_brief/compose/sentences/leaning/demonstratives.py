"""Know a “this”, “those” or “that” which points at something in another sentence."""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.telltales import Telltale

TIMES = (
    r"week|month|year|summer|winter|spring|autumn|fall|morning|afternoon|evening|time|season|century|decade"
    r"|weekend|term|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|(?-i:May)|June|July"
    r"|August|September|October|November|December"
)
POINTERS = (
    Telltale(
        "this|these",
        rf"\b(?:this|these)\b(?! (?:{TIMES})\b)(?! days\b)|^(?:This|These)\b(?! (?:who|{TIMES})\b)",
        re.IGNORECASE,
    ),
    Telltale("such", rf"\bsuch\b(?! (?:as|{TIMES})\b)(?<!\bas such)(?<!\bAs such)", re.IGNORECASE),
    Telltale(
        "those",
        r"\bthose\b(?! (?:who|whose|in|of|with|from|at|on|under|for|without|involved|responsible|affected"
        rf"|killed|injured)\b)|^Those\b(?! (?:who|{TIMES})\b)",
        re.IGNORECASE,
    ),
    Telltale(
        "that",
        r"\b(?:(?:in|of|for|to|from|with|on|at|by|about|under|over|after|before|during|through"
        r"|since|until|amid) that [a-z\d]"
        r"|that (?:money|letter|report|article|order|decision|meeting|deal|plan|case|ruling|vote|statement"
        r"|speech|interview|bill|law|line|phrase"
        r"|information|language|mandate|authority|power|provision|program|policy|rule|measure"
        r"|view|argument|promise|pledge|role|goal|task|disparity|difference|gap|dispute|trend|reference"
        r"|paragraph|passage|word|question|answer|agreement|incident|attack|game"
        r"|point|amount|number|figure|description|category|threshold|standard|criterion|requirement"
        r"|distinction|definition|option|approach|strategy|possibility|prospect|proposal|claim|assertion"
        r"|allegation|accusation|premise|assumption|conclusion|assessment|analysis|estimate|criticism"
        r"|sentiment|status|title|position|group|request|issue|matter|step|event|topic)\b"
        r"(?! (?:is|was|has|had|will))"
        r"|(?:sees?|saw|views?|viewed|calls?|called|took|takes?|do|does|did|wrote|writes?|says?|said)"
        r" that(?: as\b|(?=[.,;]|$))"
        r"|(?:all|change[sd]?|fix(?:es|ed)?|stop(?:s|ped)?|prevent(?:s|ed)?|explain(?:s|ed)?|prove[sd]?"
        r"|doubt(?:s|ed)?|denie[sd]|deny|confirm(?:s|ed)?|challenge[sd]?|reject(?:s|ed)?|accept(?:s|ed)?"
        r"|reflect(?:s|ed)?|done|on|for|of|with|about|by|from|at|like) that(?=[.,;]|$)"
        r"|(?:whether|because|how|why|while|although|though|when) that\b)"
        r"|(?:^|, )that(?: (?:means|meant|includes|included|would|could|might|makes|made|led|left)\b"
        r"| [a-z-]+ (?:is|was|has|had|will|would|came|could|did)\b"
        r"|(?:[’']s| does| did| is)(?:n[’']t| not)? (?:mean|exactly|what|why|how|where|because)\b"
        r"| (?:doesn|didn|isn|wasn)[’']t\b)"
        r"|, that [a-z]+ [a-z]+ (?:into|in|to|by|on|out|up|down|from|over|away|back)\b"
        rf"|^That\b(?! (?:who|{TIMES})\b)",
        re.IGNORECASE,
    ),
    Telltale(
        "one.",
        r"(?<!no )(?<!any )(?<!every )(?<!each )(?<!some)(?<!any)(?<!every)(?<!number )\bone\.$",
        re.IGNORECASE,
    ),
)
