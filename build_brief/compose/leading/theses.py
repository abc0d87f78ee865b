"""Find the sentence in which the writer of an opinion says what he holds.

An opinion opens with a scene or a tease, and gives others' claims to answer them. Its thesis is the
writer's own, says what should be or what a thing is worth, and stands after the opening or at the end.
"""

from __future__ import annotations

import re

from build_brief.compose.archive.genres import OUGHT, find_introduction, find_judging, is_transcript
from build_brief.compose.sentences.passages import FADING, POSITION, Passage
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.statements import Voice

ORDERED, JUDGED = 0.35, 0.2
"""What a sentence gains that says what should be; that calls something good or bad."""
OF_OTHERS = 0.35
"""What it loses when it gives another's claim or words."""
SETS_UP = re.compile(r"(?:Many|Some|Most people|Critics|Others|Plenty|On the one hand)\b")
"""“Many find it amusing”: what others think, whom the writer goes on to answer."""
OPENING = 0.25
"""Share of what its place gives, that a sentence of an opinion loses: it opens with a tease."""
HEADED = 0.7
"""Share of the headlines from which on a sentence is no tease."""
TALKED = 0.8
"""What a sentence gains that tells who talks with whom, at the head of a transcript."""
TALK = re.compile(
    r"\b(?:spoke (?:to|with)|talked (?:to|with|about)|talks? (?:to|with)|interview(?:ed|s)?|joins?|joined"
    r"|sat down with|sits down with|has been (?:covering|following)|in conversation with)\b"
)


def weigh_thesis(passage: Passage, headed: float) -> float:
    """Return what a sentence of an opinion gains or loses as its thesis.

    `headed` is the share of the headlines that it says: one that says most of them is no tease.
    """
    text = passage.statement.text
    place = OPENING * POSITION / (1 + FADING * passage.number) if headed < HEADED else 0.0
    gain = ORDERED * bool(OUGHT.search(text)) + JUDGED * find_judging(text)
    others = passage.statement.voice is not Voice.OPINION or bool(SETS_UP.match(text))
    return gain - place - OF_OTHERS * others


def weigh_talk(passage: Passage) -> float:
    """Return what a sentence that introduces a conversation gains."""
    return TALKED * bool(TALK.search(passage.statement.text))


def find_spoken(annotated: AnnotatedArticle) -> int | None:
    """Return where an article turns into a conversation; None when it prints none."""
    return find_introduction(annotated) if is_transcript(annotated) else None
