"""Tell what is next: what the sources announce for after the day of the story.

Only what is planned or settled: a date in the future, or words like “is due to” and “will meet”
in the reporter's own sentence. A forecast in somebody's mouth is no schedule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.compose.choice import is_reported, repeats
from build_brief.compose.cues import weigh_cues
from build_brief.compose.dated import date_statement, group_by_sentence, is_after, period_key
from build_brief.compose.passages import Passage, StoryFile, is_weak
from build_brief.compose.wordings import likeness, weigh_words
from build_brief.model.article import Span
from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry
from build_brief.model.edition import DatedStatement

ENOUGH = 2
SAME = 0.25
"""Share of words, at the same time, that shows one announcement in two papers."""
MOST = 5
FORECAST = re.compile(
    r"\bexpected to (?:be|become|boost|burn|continue|cost|crash|drop|fall|gain|grow|help|improve|increase"
    r"|last|carry|exceed|lead to|lose|produce|reach|remain|rise|see|stay|worsen)\b"
    r"|\bwill (?:end up|likely|inevitably|surely|certainly|always|never)\b"
)
"""What is foreseen rather than planned."""
TASK = re.compile(
    r"(?:The|His|Her|Its|Their|One) (?:[a-z]+ ){0,2}"
    r"(?:task|question|challenge|goal|aim|hope|problem|issue|key|test)\b"
)
"""“The main task for the new coach in 2018 will be …”: nobody announced anything."""
LONG = frozenset({Precision.YEAR, Precision.DECADE, Precision.SPAN})
PAST = re.compile(r"\bback in\b|\bfirst announced\b")
CONDITIONS = frozenset(
    {
        "if",
        "could",
        "may",
        "might",
        "would",
        "should",
        "unless",
        "whether",
        "how",
        "what",
        "predict",
        "not",
        "likely",
        "presumably",
        "probably",
        "possibly",
        "perhaps",
        "maybe",
        "hopefully",
    }
)


def choose_next(file: StoryFile, said: Sequence[Passage]) -> tuple[DatedStatement, ...]:
    """Return what is announced, the nearest first, then what has no date; repeats nothing of `said`."""
    entries = group_by_sentence(file)
    chosen: list[Passage] = []
    found: list[DatedStatement] = []
    ranked = sorted(file.passages, key=lambda passage: (-file.weights[passage.place], passage.place))
    for passage in ranked:
        entry = next((one for one in entries.get(passage.place, ()) if is_after(one, passage, file)), None)
        if (
            len(found) < MOST
            and _is_announced(passage, entry, file)
            and not repeats(passage, [*said, *chosen])
            and not any(_announces_again(passage, entry, other) for other in found)
        ):
            chosen.append(passage)
            found.append(date_statement(passage.statement, entry))
    return tuple(sorted(found, key=period_key))


def _announces_again(passage: Passage, entry: TimelineEntry | None, other: DatedStatement) -> bool:
    """Tell whether another source has announced the same for the same time."""
    if entry is None or other.period != entry.period:
        return False
    return likeness(passage.terms, weigh_words(other.statement.text)) >= SAME


def _is_announced(passage: Passage, entry: TimelineEntry | None, file: StoryFile) -> bool:
    evidence = passage.statement.evidence[0]
    words = _outside_quotes(evidence, file)
    conditional = CONDITIONS & set((words if entry else evidence.text).lower().split())
    if not is_reported(passage) or is_weak(passage.statement.text) or conditional:
        return False
    if PAST.search(words) or (not entry and FORECAST.search(words)):
        return False
    cues = weigh_cues(words, "schedule_cues")
    if TASK.match(evidence.text) or (entry and entry.period.precision in LONG and cues < ENOUGH):
        return False
    return cues >= (1 if entry else ENOUGH)


def _outside_quotes(sentence: Span, file: StoryFile) -> str:
    """Return the words of `sentence` that are nobody's but the reporter's."""
    text, at = [], sentence.start
    contents = sorted(
        (content for quote in file.archive.quotes_in(sentence) for content in quote.quote.contents),
        key=lambda content: content.start,
    )
    for content in contents:
        text.append(sentence.article.text[at : max(at, content.start)])
        at = max(at, content.end)
    text.append(sentence.article.text[at : sentence.end])
    return " ".join(text)
