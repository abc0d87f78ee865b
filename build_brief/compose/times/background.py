"""Tell what was so before the event: dated history first, then how things stand.

A sentence belongs here when its date lies clearly before the day of the story, or when its words say
that it speaks of earlier times (“in the past decade”, “under the previous government”) or of a
lasting state. What happened on the day, what somebody said on the day, and what the page has said
above do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_brief.compose.sentences.passages import Passage, StoryFile, is_empty
from build_brief.compose.sentences.passages.choice import is_reported, repeats
from build_brief.compose.times.cues import weigh_cues
from build_brief.compose.times.dated import date_statement, group_by_sentence, is_before, period_key
from build_brief.compose.times.event_dates import dates_event, is_of_deed
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import QuoteKind
from build_brief.model.article import Span
from build_brief.model.briefing import DatedStatement
from build_brief.model.dossier import TimelineEntry
from build_brief.model.statements import Voice

PLUPERFECT = re.compile(r"\bhad (?:been )?", re.IGNORECASE)
SAID = re.compile(
    r"(?:… )?(?:\[[^\]]+\] ?|(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\. )?[A-Z][\w’'-]+ ){1,4}(?:then |later |also )?"
    r"(?:said|stated|promised|told|pressed|asked|warned|argued|added|vowed|urged|called|insisted|refused"
    r"|cited|praised|noted)\b"
)
"""What somebody said, without a day: mostly on the day itself."""
PAST_CUE = re.compile(r"(?:said|told|wrote|thought|spoke|put|felt|[a-z]+ed|adding|noting|saying)\b")
"""A verb of speech in the plain past; “has warned” and “argue” tell what somebody holds for long."""
LONG_AGO = re.compile(
    r"\b(?:previously|earlier this|once|in the past|long|repeatedly|(?:years|months) ago"
    r"|last (?:year|month))\b"
)
"""What shows that something was said before the day."""
BETWEEN = re.compile(r",[^,]*,")
REPORTED = re.compile(r"\bpreviously reported\b")
LATELY = re.compile(
    r"\b(?:over|in) the (?:past|last) (?:few |couple of |\w+ )?(?:weeks?|days?|hours?)\b", re.IGNORECASE
)
"""A time so short that it is of the story itself."""
OUGHT = re.compile(r"\b(?:must|should|ought to|will|[Ii]f [a-z ]{2,30},? (?:[a-z]+ )?would)\b")
"""What should or will be is no background."""
NEWS = re.compile(
    r"\b(?:has|have) (?:[a-z]+ly )?(?!been\b|faced\b)[a-z]+ed\b"
    r"|\b(?:accuses|assails|calls|warns|says|took care)\b"
)
"""“have moved their accounts”, “accuses”: what is new of a deed of old."""
FIRST = "For the first time"
"""How what is new on the day begins."""
IN_PASSING = re.compile(
    r", (?:who|whose|which) [^,;.]*|\b(?:who|whose|which) [^,;.]*(?=,|\.?$)"
    r"|\bthat (?:[A-Z][\w’'-]+ )+had [^,;.]*"
)
"""“He praised Dahl, who sailed years ago”: of somebody named, not of what the sentence tells."""
SINCE_THEN = re.compile(
    r"(?:The |An? )?(?:[\w’'&-]+ ){0,7}?[\w’'&-]+, (?:(?:re-?)?elected|appointed|founded|established|created"
    r"|launched|formed|built|opened|introduced|adopted|enacted|signed|passed|set up)"
    r" (?:in|on|last|earlier) [^,]{3,60},"
    r" (?:is|are|wants?|seeks?|aims?|(?:has|have) (?!been\b)(?!\w+ed\b)"
    r"|(?!says\b|adds\b|warns\b|argues\b|was\b|has\b)[a-z]+s) "
)
"""“The government, elected in July, wants …”: since when there is what the present tells of."""
ENOUGH = 2
"""Weight of cues that makes an undated sentence background."""
MOST_DATED, MOST_UNDATED = 7, 5
EARLIEST, EARLIEST_UNDATED = 1, 2
"""Sentences at the head of an article that tell the event; without a date, the second does too."""


def choose_background(file: StoryFile, said: Sequence[Passage]) -> tuple[DatedStatement, ...]:
    """Return what was so before, oldest first, then states of affairs; repeats nothing of `said`."""
    entries = group_by_sentence(file)
    chosen: list[Passage] = []
    dated: list[DatedStatement] = []
    for passage, entry in _rank(file, entries):
        limit = MOST_DATED if entry else MOST_UNDATED
        alike = sum((one.period is None) == (entry is None) for one in dated)
        if alike < limit and not repeats(passage, [*said, *chosen]):
            chosen.append(passage)
            dated.append(date_statement(passage.statement, entry))
    return tuple(sorted(dated, key=period_key))


def _rank(
    file: StoryFile, entries: dict[tuple[str, int, int], tuple[TimelineEntry, ...]]
) -> list[tuple[Passage, TimelineEntry | None]]:
    """Return the passages fit for the background, the most telling first, each with its date."""
    found = []
    for passage in file.passages:
        if passage.number < EARLIEST or not is_reported(passage) or is_empty(passage.statement.text):
            continue
        of_sentence = entries.get(passage.place, ())
        old = [one for one in of_sentence if is_before(one, passage, file)]
        entry = next(filter(dates_event, sorted(old, key=lambda one: one.expression.start)), None)
        cues = _weigh(passage)
        of_deed = any(map(is_of_deed, old)) and not NEWS.search(passage.statement.text)
        telling = (cues >= ENOUGH or of_deed) and passage.number >= EARLIEST_UNDATED
        telling = telling and not _is_of_now(passage, file)
        if (entry or telling) and not _tells_the_day(passage, file, of_sentence):
            score = file.weights[passage.place] + 0.3 * cues + (1.0 if entry else 0.0)
            found.append((score, passage, entry))
    found.sort(key=lambda one: (-one[0], one[1].place))
    return [(passage, entry) for _, passage, entry in found]


def _is_of_now(passage: Passage, file: StoryFile) -> bool:
    """Tell whether a sentence without a date is what somebody said on the day, or what should or will be."""
    evidence = passage.statement.evidence[0]
    if OUGHT.search(passage.statement.text) or evidence.text.startswith(FIRST):
        return True
    cues = (one.quote.cue for one in file.archive.quotes_in(evidence) if one.quote.speaker)
    return any(cue and evidence.covers(cue) and _is_of_one_time(cue, evidence) for cue in cues)


def _is_of_one_time(cue: Span, sentence: Span) -> bool:
    """Tell whether a verb of speech tells of the day, not of what somebody said before or for long."""
    before = BETWEEN.sub(" ", sentence.text[: cue.start - sentence.start])
    perfect = {"has", "have", "had"} & set(before.split()[-2:])
    return bool(PAST_CUE.match(cue.text)) and not perfect and not LONG_AGO.search(before)


def _weigh(passage: Passage) -> int:
    """Return the weight of a sentence's cues; “said … had fled” is how speech is reported, not history."""
    text = REPORTED.sub(" ", LATELY.sub(" ", IN_PASSING.sub("", passage.statement.evidence[0].text)))
    known = weigh_cues(PLUPERFECT.sub(" ", text), "background_cues")
    if SINCE_THEN.match(passage.statement.evidence[0].text):
        return known + ENOUGH
    if passage.statement.voice is Voice.REPORTED or not known:
        return known  # “Had been leading” is what happened just before, and no history.
    return weigh_cues(text, "background_cues")


def _tells_the_day(passage: Passage, file: StoryFile, entries: Sequence[TimelineEntry]) -> bool:
    """Tell whether a sentence speaks of the day of the story, or is what somebody said on it."""
    evidence = passage.statement.evidence[0]
    if not entries and SAID.match(passage.statement.text):
        return True
    if any(not is_before(entry, passage, file) for entry in entries) or _event_cues().search(evidence.text):
        return True
    return passage.statement.voice is Voice.REPORTED and _is_mostly_said(passage, file)


def _is_mostly_said(passage: Passage, file: StoryFile) -> bool:
    """Tell whether quoted words fill most of the sentence: somebody's view, not the background."""
    evidence = passage.statement.evidence[0]
    quoted = sum(
        min(content.end, evidence.end) - max(content.start, evidence.start)
        for quote in file.archive.quotes_in(evidence)
        if quote.quote.kind is QuoteKind.VERBATIM
        for content in quote.quote.contents
        if content.overlaps(evidence)
    )
    return 2 * quoted > evidence.end - evidence.start


@cache
def _event_cues() -> re.Pattern[str]:
    words = sorted(read_words("event_cues"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
