"""Find who a sentence that ends with a colon says will speak in the next paragraph."""

from __future__ import annotations

import re

from build_brief.analyse.quotes.cues.reporting import Cue
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.behind import Report, find_reports, find_subjects

GLUED = re.compile(r"[a-z]\.[A-Z]")
"""Two sentences printed as one, “the White House.There was this answer:”: whose is whose cannot be told."""


def find_introduction(passage: Passage) -> Report | None:
    """Return who the last sentence of `passage` says will speak, when it ends with a colon."""
    start, end = passage.sentence_limits(len(passage.tokens) - 1)
    if GLUED.search(passage.span(start, end - 1).text):
        return None
    reports = [report for report in find_reports(passage) if report.cue.verb >= start and report.speaker]
    if reports:
        return reports[-1]
    subjects = [
        one for one in find_subjects(passage, start, end) if not passage.is_word(one[0], "it", "there")
    ]
    last = end - 1
    return (
        Report(Cue(last, last, last, passage.classes[last], "colon"), subjects[-1], "before")
        if subjects
        else None
    )
