"""Find the day that a page prints above its article, amid names and buttons: “Ruiz | May 2, 2011, 3:17 PM”.

A day counts only on a short line with the time of day or the word for it (“Posted”). Of several the earliest
is that of publication; where only an update is dated, its day is taken and told as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from build_brief.read.bylines import cut_day
from build_brief.read.days import find_day
from build_brief.read.manuscript import SourceFile

LONGEST = 100
TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
LABEL = re.compile(r"\b(?:first |last )?(?P<label>published|posted|updated|modified)\b|^on\b", re.IGNORECASE)
LATER = ("updated", "modified")


def find_stamp(file: SourceFile, lines: Iterable[str]) -> date | None:
    """Return the day that `lines` print; None when they print none."""
    found = [stamp for line in lines if len(line) <= LONGEST and (stamp := _read_stamp(line))]
    first = [day for day, updated in found if not updated]
    day = min(first or [day for day, _ in found], default=None)
    if day and not first:
        file.doubtful(
            f"The page dates only its last update, {day.isoformat()}; that day was taken for the article's.",
            "If it is another, save the text as plain text with a line “Date: ” on top.",
        )
    return day


def _read_stamp(line: str) -> tuple[date, bool] | None:
    label = LABEL.search(line)
    found = find_day(cut_day(line)[1] or line)
    if not found or not found.day or not (label or TIME.search(line)):
        return None
    return found.day, bool(label and (label["label"] or "").lower() in LATER)
