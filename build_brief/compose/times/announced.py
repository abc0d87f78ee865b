"""Tell whether a sentence announces what is planned: a meeting, a vote, a hearing, a release.

The reporter's own words count, and what somebody who decides it has announced (“Dahl said she would
resign in May”). A forecast, a condition and a task are no announcement, whoever utters them.
"""

from __future__ import annotations

import re

from build_brief.compose.sentences.passages import Passage, StoryFile, is_weak
from build_brief.compose.sentences.passages.choice import is_reported
from build_brief.compose.times.appointments import is_appointed
from build_brief.compose.times.cues import weigh_cues
from build_brief.model.annotations import Quote, QuoteKind
from build_brief.model.article import Span
from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry

ENOUGH = 2
"""Weight of cues that announces something without a date."""
ENOUGH_TOLD = 3
"""The same weight of what somebody has said."""
OPENLY = re.compile(r"\b(?:announc(?:e[ds]?|ing)|scheduled|decided|agreed|ordered)\b")
"""Verbs by which a mere “will” is settled: “announced that she will lead the board”."""
LONG = frozenset({Precision.YEAR, Precision.DECADE, Precision.SPAN})
FORECAST = re.compile(
    r"\bexpected to (?:be(?! (?:held|published|released|announced|signed|heard|sentenced|back))"
    r"|become|boost|burn|continue to|cost|crash|drop|fall|gain|grow|help|improve|increase"
    r"|last|carry|exceed|lead to|lose|produce (?:less|more)|reach|remain|rise|see|stay|worsen|survive"
    r"|recover|drain|double|triple|maintain|retain|keep|outpace|generate|account for|dominate|weigh|top|win"
    r"|slide|ease|slow)\b"
    r"|\bwill (?:end up|continue to (?!meet|negotiate)"
    r"|likely|inevitably|surely|certainly|always|never|be forced|become|win|lose|fail|hurt"
    r"|suffer|open \w+ \w+ to)\b"
    r"|\b(?:percent of|in 10|favou?red to|the only way|chances? of|an? \w+ trend)\b"
    r"|\b(?:does|do)(?:n[’']t| not) mean\b"
    r"|\bpolls? (?:shows?|finds?|found|suggests?)\b"
)
"""What is foreseen rather than planned."""
TASK = re.compile(
    r"(?:The|His|Her|Its|Their|One) (?:[a-z]+ ){0,2}"
    r"(?:task|question|challenge|goal|aim|hope|problem|issue|key|test)\b"
)
"""“The main task for the new coach in 2018 will be …”: nobody announced anything."""
PAST = re.compile(r"\bback in\b|\bfirst announced\b")
CONDITIONS = frozenset((
    "if", "could", "may", "might", "would", "should", "unless", "whether", "how", "what", "predict", "not",
    "likely", "presumably", "probably", "possibly", "perhaps", "maybe", "hopefully", "reportedly", "any",
    "absence", "eyeing", "eyes", "considering", "weighing", "mulling", "presuming", "assuming", "provided",
    "doubt", "doubts", "doubted", "potentially", "potential",
    "believes", "believed", "thinks", "thought", "fears", "feared",
))  # fmt: skip
OTHER_CLAUSE = re.compile(r" (?:that|who|whose|though|although|but)\b|[:;—–]")
ON_CONDITION = re.compile(r"\b(?:if|unless|whether|provided)\b")
"""Said after an announcement, these still take it back."""
MONTH = "May"
ASIDE = re.compile(r",? (?:who|whose|which) [^,;.]*")
"""“Berg, who plans to vote for it, tried …”: the sentence tells what she did."""
ANNOUNCES = re.compile(
    r"\b(?:said|says|say|announced?s?|announcing|confirmed|confirms|told|stated|added|decided|agreed|ordered|ruled"
    r"|disclosed|reported|reports|informed|adding|saying|scheduled|wrote|tweeted|suggested s?he"
    r"|[Aa]ccording to)\b"
)
"""Verbs of one who announces; whoever “predicts”, “fears” or “suggests” does not."""
WITHHELD = re.compile(r"\b(?:not|never|declin\w+|refus\w+|fail\w+)\b|n[’']t\b")
"""“would not say when”."""
FORESEERS = re.compile(
    r"\b(?:analysts?|experts?|specialists?|critics?|observers?|economists?|scholars?|forecasters?|rumou?rs?"
    r"|polls?|scientists?|researchers?|strategists?|traders?|many|some|others)\b",
    re.IGNORECASE,
)
BACKSHIFT = re.compile(r"\b(?:would|was|were|planned to|intended to)\b")
SHIFTED = {"would": "will", "was": "is", "were": "are", "planned to": "plans to", "intended to": "plans to"}
"""How “will” and “is due” are told of what somebody said."""


def is_announced(passage: Passage, entry: TimelineEntry | None, file: StoryFile) -> bool:
    """Tell whether a sentence announces something; `entry` is the day to come that it gives, if any."""
    evidence = passage.statement.evidence[0]
    if not is_reported(passage) or is_weak(passage.statement.text) or TASK.match(evidence.text):
        return False
    if _plans(_read_own(evidence, file), evidence, entry) or (entry and _is_appointed(entry, evidence)):
        return True
    told = _read_announced(evidence, file)
    if _plans(_read_announced(evidence, file, OPENLY), evidence, entry, least=1):
        return True
    enough = entry is not None or weigh_cues(told, "schedule_cues") >= ENOUGH_TOLD
    return enough and _plans(told, evidence, entry)


def _is_appointed(entry: TimelineEntry, evidence: Span) -> bool:
    """Tell whether a sentence names the event of a day to come, and doubts nothing of it."""
    return (
        is_appointed(entry) and not FORECAST.search(evidence.text) and not _is_doubted(evidence.text, entry)
    )


def _is_doubted(words: str, entry: TimelineEntry | None) -> bool:
    """Tell whether a word of doubt stands in `words`; in a clause after the date it doubts another thing."""
    at = words.find(entry.expression.text) if entry else -1
    after = at + len(entry.expression.text) if entry and at >= 0 else len(words)
    clause = OTHER_CLAUSE.search(words, after)
    sure = words[: clause.start()] if clause else words
    return bool(CONDITIONS & {w.lower() for w in sure.split() if w != MONTH}) or (
        bool(ON_CONDITION.search(words, len(sure)))
    )


def _plans(words: str, evidence: Span, entry: TimelineEntry | None, *, least: int = ENOUGH) -> bool:
    """Tell whether `words` of a sentence tell of something settled: `least` is asked of one without a day."""
    bare = ASIDE.sub("", words)
    if _is_doubted(words if entry else evidence.text, entry) or PAST.search(words) or FORECAST.search(words):
        return False
    cues = weigh_cues(words if entry else bare, "schedule_cues")
    long = entry is not None and entry.period.precision in LONG
    return cues >= (1 if entry and not long else least)


def _read_own(sentence: Span, file: StoryFile) -> str:
    """Return the words of `sentence` that are nobody's but the reporter's."""
    return _cut_out(
        sentence, [content for quote in file.archive.quotes_in(sentence) for content in quote.quote.contents]
    )


def _read_announced(sentence: Span, file: StoryFile, by: re.Pattern[str] = ANNOUNCES) -> str:
    """Return what somebody announces in `sentence`, in the reporter's words; empty when nobody does.

    `by` are the verbs that count.
    """
    told = [one.quote for one in file.archive.quotes_in(sentence) if _is_of_one_who_decides(one.quote, by)]
    marked = [span for one in file.archive.quotes_in(sentence) for span in one.quote.quoted]
    words = " ".join(_cut_out(content, marked) for quote in told for content in quote.contents)
    return BACKSHIFT.sub(lambda found: SHIFTED[found[0]], words)


def _is_of_one_who_decides(quote: Quote, by: re.Pattern[str]) -> bool:
    """Tell whether a reported clause is told by a verb of announcing, and not of those who foresee."""
    if quote.kind is QuoteKind.VERBATIM or quote.cue is None or quote.speaker is None:
        return False
    told = by.search(quote.cue.text) is not None and not WITHHELD.search(quote.cue.text)
    return told and not FORESEERS.search(quote.speaker.text)


def _cut_out(sentence: Span, parts: list[Span]) -> str:
    """Return `sentence` without `parts`."""
    text, at = [], sentence.start
    for part in sorted(parts, key=lambda one: one.start):
        text.append(sentence.article.text[at : max(at, min(part.start, sentence.end))])
        at = min(max(at, part.end), sentence.end)
    text.append(sentence.article.text[at : sentence.end])
    return " ".join(text)
