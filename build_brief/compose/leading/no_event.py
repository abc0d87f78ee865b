"""Weigh by what a sentence shows that it tells no event: a state, a tease, a thought that goes on."""

from __future__ import annotations

import re

from build_brief.compose.sentences.passages import Passage
from build_brief.model.statements import Voice

LEADS = 3
"""Sentences of an article that may tell the event; the first that stands alone is often the second."""
GOES_ON = 0.25
"""What a sentence loses that went on from the one before it: “In fact, …” left its mark at its head."""
DROPPED = re.compile(r"\[[A-Z]\][a-z]|… ")
"""What is left at the head of a sentence whose opener was dropped."""
BELOW = 0.12
"""What a sentence loses that stands below the leads: a headline's words come again in the background."""
LASTING = 0.2
"""What it loses besides that tells how somebody or something is: “Dahl is close to Berg”."""
STATE = re.compile(
    r"(?:[^,“”]{2,60}?|[^,]{2,40}, [^,]{2,60},) (?:is|are|remains?|has no|have no|means)"
    r" (?!(?:\w+ly |not |now |also |still |being |to )*(?:[a-z]+(?:ed|en|ing)|set|due|to)\b)"
)
AGAIN = re.compile(r"\b[Tt]he same \w|\bthat(?:[’']s| is) (?:the case|why|how|what)\b")
"""“When the same official …”, “signs that that is the case”: another sentence told."""
NO_NEWS = 0.5
TEASED = re.compile(
    r"\b(?:minced? (?:no )?words|sounded off|weighed in|opened up about|has spoken out|raised eyebrows"
    r"|broke (?:his|her|their) silence|is making headlines|made headlines|caused a stir|fired back|hit back"
    r"|let something slip|had some explaining to do|(?:had|have|has) (?:some |a few |a |quite a )?"
    r"(?:rough|bad|busy|tough|long|big|strong|harsh|choice|blunt|simple) (?:day|week|night|words|message))\b"
)
"""What a sentence loses that says that somebody spoke or fared somehow, and not what was said or happened."""
SET_UP, SETTING = 0.3, re.compile(r"[^,“”]{2,60} (?:was|were) (?:[a-z]+ly )?[a-z]+ing\b[^“”]*\bwhen\b")
"""What a feature's first scene loses: “Dahl was mending a net on her pier when her phone began to ring”."""
CROWDED, MOST_AT_ONCE = 0.12, 45
"""What a sentence below the lead loses with more words than a reader takes in at once."""


def weigh_weakness(passage: Passage) -> float:
    """Return what a sentence loses as the first that a reader sees of a story."""
    text = passage.statement.text
    argued = passage.statement.voice is Voice.OPINION
    lost = NO_NEWS * bool(TEASED.search(text) or AGAIN.search(text))
    lost += SET_UP * bool(SETTING.match(text))
    if passage.number > 0:
        lost += GOES_ON * (not argued and bool(DROPPED.match(text)))
        lost += CROWDED * (passage.words > MOST_AT_ONCE)
    if passage.number >= LEADS and not argued:
        lost += BELOW + LASTING * bool(STATE.match(text))
    return lost
