"""Know a “this”, “those” or “that” which points at something in another sentence."""

from __future__ import annotations

import re

TIMES = (
    r"week|month|year|summer|winter|spring|autumn|fall|morning|afternoon|evening|time|season|century|decade"
    r"|weekend|term|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|(?-i:May)|June|July"
    r"|August|September|October|November|December"
)
DEMONSTRATIVE = re.compile(
    rf"\b(?:this|these)\b(?! (?:{TIMES})\b)(?! days\b)"
    rf"|\bsuch\b(?! (?:as|{TIMES})\b)(?<!\bas such)(?<!\bAs such)"
    r"|\bthose\b(?! (?:who|whose|in|of|with|from|at|on|under|for|without|involved|responsible|affected|killed"
    r"|injured)\b)"
    r"|\b(?:in|of|for|to|from|with|on|at|by|about|under|over|after|before|during|through"
    r"|since|until|amid) that [a-z\d]"
    r"|\bthat (?:money|letter|report|article|order|decision|meeting|deal|plan|case|ruling|vote|statement"
    r"|speech|interview|bill|law|line|phrase"
    r"|information|language|mandate|authority|power|provision|program|policy|rule|measure"
    r"|view|argument|promise|pledge|role|goal|task|disparity|difference|gap|dispute|trend|reference|paragraph|passage|word|question|answer|agreement|incident|attack|game"
    r"|point|amount|number|figure)\b"
    r"(?! (?:is|was|has|had|will))"
    r"|\b(?:sees?|saw|views?|viewed|calls?|called|took|takes?|do|does|did|wrote|writes?|says?|said)"
    r" that(?: as\b|(?=[.,;]|$))"
    r"|\ball (?:this|that)(?=[.,;]|$)"
    r"|\b(?:change[sd]?|fix(?:es|ed)?|stop(?:s|ped)?|prevent(?:s|ed)?|explain(?:s|ed)?|prove[sd]?|doubt(?:s|ed)?"
    r"|denie[sd]|deny|confirm(?:s|ed)?|challenge[sd]?|reject(?:s|ed)?|accept(?:s|ed)?|reflect(?:s|ed)?|done)"
    r" that(?=[.,;]|$)"
    r"|\bthat (?:description|category|threshold|standard|criterion|requirement|distinction|definition|option"
    r"|approach|strategy|possibility|prospect|proposal|claim|assertion|allegation|accusation|premise|assumption"
    r"|conclusion|assessment|analysis|estimate|criticism|sentiment|status|title|position|group)\b"
    r"(?! (?:is|was|has|had|will))"
    r"|(?:^|, )that (?:means|meant|includes|included|would|could|might|makes|made|led|left)\b"
    r"|(?:^|, )that [a-z-]+ (?:is|was|has|had|will|would|came|could|did)\b"
    r"|, that [a-z]+ [a-z]+ (?:into|in|to|by|on|out|up|down|from|over|away|back)\b"
    r"|(?:^|, )that(?:[’']s| does| did| is)(?:n[’']t| not)? (?:mean|exactly|what|why|how|where|because)\b"
    r"|(?:^|, )that (?:doesn|didn|isn|wasn)[’']t\b"
    r"|\b(?:whether|because|how|why|while|although|though|when) that\b"
    r"|(?<!no )(?<!any )(?<!every )(?<!each )(?<!some)(?<!any)(?<!every)(?<!number )\bone\.$"
    r"|\b(?:on|for|of|with|about|by|from|at|like) that\b(?=[.,;]|$)"
    rf"|^(?:That|Those|This|These)\b(?! (?:who|{TIMES})\b)",
    re.IGNORECASE,
)
