"""Choose the bullets of the summary: two to five different things, the most important first."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from build_brief.compose.sentences.kinds.headlined import is_titled
from build_brief.compose.sentences.passages import Passage, StoryFile, is_weak, measure_quoted
from build_brief.compose.sentences.passages.choice import ADDS, choose_different, measure_repeated
from build_brief.compose.times.dated import day_of

FEWEST, MOST = 2, 5
LEADS = 2
"""Sentences at the head of an article that mostly tell the event."""
ADDS_AFTER = 0.35
"""Of the second one's words, that the bottom line has, from which on it adds nothing."""
MUCH_NEW, MOSTLY, ADDS_OF_NEW = 35.0, 0.6, 0.4
"""Weight of new words, some seven rare ones, and their share of a lead, that tell more than the event once
more, unless it repeats a larger share of the bottom line."""
QUOTED = 0.7
"""Share of a sentence in quotation marks from which on it is a quote, which has a section of its own."""
ASKED = re.compile(r"[“\"][^”\"]*\?[”\"]")
"""A question that somebody put tells nothing without its answer."""
WORDS_PER_BULLET = 90
"""Of the sources: a story of three paragraphs has no five things to say."""


def choose_summary(
    file: StoryFile, said: Sequence[Passage], elsewhere: Sequence[Passage] = ()
) -> tuple[Passage, ...]:
    """Return up to five passages that repeat neither each other nor `said`, the bottom line.

    What stands `elsewhere`, in the background or under what is next, is not told here again. A story
    of a few sentences gets fewer bullets; one whose every sentence is told gets none.
    """
    count = min(MOST, max(FEWEST, file.words // WORDS_PER_BULLET))
    places = frozenset(passage.place for passage in elsewhere)
    left = [
        passage
        for passage in file.passages
        if passage.place not in places
        and not is_weak(passage.statement.text)
        and measure_quoted(passage.statement.text) < QUOTED
        and not ASKED.match(passage.statement.text)
        and not is_titled(passage.statement.text)
    ]
    again = frozenset(p.place for p in left if p.number < LEADS and _tells_again(p, said, file))
    chosen = choose_different(file, [p for p in left if p.place not in again], count, said=said)
    if len(chosen) >= count:
        return chosen
    new = [p for p in left if p.place in again and all(_adds_much(p, one) for one in said)]
    return chosen + choose_different(file, new, count - len(chosen), said=(*said, *chosen))


def _tells_again(lead: Passage, said: Sequence[Passage], file: StoryFile) -> bool:
    """Tell whether a lead, or the sentence after it, is the event once more in another paper's words.

    The lead of another day tells what led up to it, or what came of it.
    """
    return any(
        lead.place[0] != one.place[0] and measure_repeated(lead, one) >= _find_limit(lead, one, file)
        for one in said
    )


def _adds_much(lead: Passage, one: Passage) -> bool:
    """Tell whether a lead has so much that is new that it may fill a summary that is short."""
    new = math.fsum([weight for word, weight in lead.terms.items() if word not in one.terms])
    few = measure_repeated(lead, one) < ADDS_OF_NEW
    return few and new >= MUCH_NEW and new >= MOSTLY * math.fsum(lead.terms.values())


def _find_limit(lead: Passage, one: Passage, file: StoryFile) -> float:
    """Return the share of common words from which on a lead tells what `one` has told."""
    first = lead.number == 0 and day_of(lead, file) == day_of(one, file)
    return ADDS if first else ADDS_AFTER
