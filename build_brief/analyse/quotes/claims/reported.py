"""Read attributions out of the sentences that hold a cue, by rules.

A cue with a speaker and words to report makes one. Words in quotation marks may stand with any
verb of saying, judging or thinking; the reporter's own words count only after a verb that says
something (“said”, “hoped”) or after figures and papers that show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.contents.clauses import find_addressee, find_contents
from build_brief.analyse.quotes.contents.works import is_work
from build_brief.analyse.quotes.cues.reporting import Cue
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.behind import Report, find_reports
from build_brief.analyse.quotes.speakers.noun_phrases import Range

BESIDE = 12
"""Tokens between a quote and the verb after it, with a name and an apposition between them."""
RECENT = 9
"""Contents of the passage that a new one may overlap."""
SAYING = frozenset({"speech", "thought"})
SILENT = frozenset(
    {"put", "post", "order", "rule", "read", "agree", "repeat", "note", "see", "know", "like", "mean"}
    | {"submit", "plan", "seek", "want", "prefer", "support", "intend", "seem", "decide", "learn", "offer"}
)
"""Verbs that report words in quotation marks, but by themselves say nothing certain."""
GESTURES = frozenset(
    {"smile", "grin", "nod", "laugh", "shrug", "sigh", "weep", "sob", "cry", "gasp", "groan", "giggle"}
    | {"chuckle", "bristle", "snap", "snarl", "bark", "roar", "scream", "begin", "interrupt", "thank"}
)
"""Verbs that say something only with words in quotation marks."""
TOWARDS = frozenset({"write", "speak", "talk", "respond", "reply", "appeal", "complain", "lie"})
"""After these “to” shows the one spoken to."""
CALLING = frozenset({"call", "appeal"})
"""“Called on the minister to resign” and “called for talks” are demands."""
DECLARING = frozenset({"agree", "rule", "note", "repeat", "submit", "decide"})
"""Of these and like ones a clause with “that” tells what was said: “ruled that”, not “agreed a price”."""


def read_reports(passage: Passage) -> tuple[Attribution, ...]:
    """Return what the cues of `passage` attribute, in order; a cue inside a reported clause is left to it."""
    return tuple(_read_reports(passage))


def _read_reports(passage: Passage) -> Iterator[Attribution]:
    reports = [report for report in find_reports(passage) if report.speaker]
    found = [
        (report, find_contents(passage, report, reports[place + 1 : place + 1 + RECENT]))
        for place, report in enumerate(reports)
    ]
    claims = [(report, contents) for report, contents in found if contents]
    taken: list[Range] = []
    for report, contents in sorted(claims, key=lambda claim: _rank(passage, *claim)):
        if any(first <= report.cue.verb <= last for first, last in taken[-RECENT:]):
            continue
        free = tuple(part for part in contents if not _overlaps(part, taken))
        if free and _may_report(passage, report, free):
            taken += free
            yield _write(passage, report, free)


def _rank(passage: Passage, report: Report, contents: tuple[Range, ...]) -> tuple[int, int, int]:
    """Return what to look at first in a sentence: a cue beside its quote, then the others in order."""
    last = contents[0][1]
    place = report.cue.verb
    beside = passage.regions[last] != OUTSIDE and last < place and place - last <= BESIDE
    return passage.sentences[place], 0 if beside else 1, place


def _overlaps(part: Range, taken: list[Range]) -> bool:
    return any(part[0] <= last and first <= part[1] for first, last in taken[-RECENT:])


def _may_report(passage: Passage, report: Report, contents: tuple[Range, ...]) -> bool:
    held = {passage.regions[t] for first, last in contents for t in range(first, last + 1)} - {OUTSIDE}
    if any(not is_work(passage, number) for number in held):
        return not begins_doing(passage, report.cue.known.base, contents[0][0])
    cue, speaker = report.cue, report.speaker
    if cue.sort == "accord":
        return True
    if cue.sort not in ("finite", "participle") or speaker is None:
        return False
    if passage.is_word(contents[0][0], "to") and cue.known.base in TOWARDS:
        return False
    return _tells(passage, cue, speaker, contents)


def begins_doing(passage: Passage, base: str, first: int) -> bool:
    """Tell whether “began” or “smiled” stands with what was done: “began to sell ‘the lot’”."""
    return base in GESTURES and passage.regions[first] == OUTSIDE


def _tells(passage: Passage, cue: Cue, speaker: Range, contents: tuple[Range, ...]) -> bool:
    """Tell whether the verb says that words without quotation marks were said."""
    declares = cue.known.base in DECLARING and passage.is_word(contents[0][0] - 1, "that")
    if cue.known.base in GESTURES or (cue.known.base in SILENT and not declares):
        return False
    if cue.known.base in CALLING and cue.last > cue.verb and passage.is_word(cue.last, "on", "for"):
        return True
    paper = any(passage.classes[t].noun == "document" for t in range(speaker[0], speaker[1] + 1))
    return cue.known.verb in SAYING or (cue.known.verb == "evidence" and paper)


def _write(passage: Passage, report: Report, contents: tuple[Range, ...]) -> Attribution:
    speaker, addressee = report.speaker, find_addressee(passage, report)
    return Attribution(
        contents=tuple(passage.span(first, last) for first, last in contents),
        speaker=passage.span(*speaker) if speaker else None,
        cue=passage.span(report.cue.first, report.cue.last),
        rule=f"{report.cue.sort}-{report.where}",
        addressee=passage.span(*addressee) if addressee else None,
    )
