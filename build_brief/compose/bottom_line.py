"""Say the event in one or two sentences: the lead that tells most of it, and what another lead adds."""

from __future__ import annotations

from build_brief.compose.choice import ADDS, choose_different, is_readable, measure_repeated
from build_brief.compose.passages import EMPTY_HEAD, Passage, StoryFile
from build_brief.language.quote_marks import find_quoted

LEADS = 3
"""Sentences of an article that may tell the event; the first that stands alone is often the second."""
SHORT = 10
"""Words below which a lead only leads on."""
SCARE = 2
"""Quoted words that are a mark of distance rather than a statement."""
FULL = 15
"""Words of a second sentence that is worth its place beside the first."""
LONG = 32
"""Words after which one sentence is enough."""


def choose_bottom_line(file: StoryFile) -> tuple[Passage, ...]:
    """Return one or two passages that tell the event; none only when no sentence stands alone."""
    leads = [passage for passage in file.passages if passage.number < LEADS and _tells(passage)]
    plain = [passage for passage in leads if not _hangs_on_a_word(passage)]
    if any(passage.number == 0 for passage in plain):
        leads = plain
    first = choose_different(file, leads or file.passages, 1)
    if not first or first[0].words > LONG or len(file.articles) == 1:
        return first
    others = [
        passage
        for passage in leads
        if passage.number == 0
        and passage.words >= FULL
        and passage.place[0] != first[0].place[0]
        and measure_repeated(passage, first[0]) < ADDS
    ]
    return first + choose_different(file, others, 1, said=first)


def _hangs_on_a_word(passage: Passage) -> bool:
    """Tell whether one quoted word or two are all that a sentence has of what was said."""
    text = passage.statement.text
    return 0 < sum(len(text[q.start : q.end].split()) for q in find_quoted(text, 0, len(text))) <= SCARE


def _tells(passage: Passage) -> bool:
    """Tell whether a sentence is long enough to tell an event, and neither a quotation nor an “It’s …”."""
    text = passage.statement.text
    return is_readable(passage) and passage.words >= SHORT and not EMPTY_HEAD.match(text)
