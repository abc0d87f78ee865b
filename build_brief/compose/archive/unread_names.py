"""Tell whether an article is about somebody whose name was not read.

“Paul Ryan” stands in the headline alone and the text says “Ryan, 43, has …”: no mention tells who he
is, and every “he” goes to the next man who was read. No bracket of such an article can be trusted.
"""

from __future__ import annotations

import re
from collections import Counter

from build_brief.model.annotations import AnnotatedArticle

WORDS = re.compile(r"\w+")
ALONE = re.compile(r"(?<![A-Z][a-z] )(?<![A-Za-z][.] )\b([A-Z][a-z]{2,})\b(?! [A-Z])")
DOES = (
    r"(?:,? \d\d,| (?:said|says|told|added|argued|wrote|declined|joined|served|spoke|himself|herself"
    r"|has been|was born|refused|promised|voted|grew up)\b)"
)
"""What follows the name of a person: an age, a verb of somebody who speaks or serves."""
DOING = re.compile(rf"\b([A-Z][a-z]{{2,}})(?={DOES})")
TIMES = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
OFTEN = 3
"""Times that an article has the name alone."""


def has_unread_name(annotated: AnnotatedArticle) -> bool:
    """Tell whether a word that is used like a surname again and again is part of no mention."""
    text = annotated.article.text
    counted = Counter(found[1] for found in ALONE.finditer(text))
    often = {word for word, count in counted.items() if count >= OFTEN and not word.endswith("s")}
    doing = often.intersection(DOING.findall(text))
    if not doing:
        return False
    read = {word for mention in annotated.mentions for word in mention.span.text.split()}
    words = set(WORDS.findall(text))
    return any(
        word not in read and word.lower() not in words and TIMES.fullmatch(word) is None for word in doing
    )
