"""Folders of articles of any size: a corpus repeated, each repetition other news and not a copy."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

TELLING = re.compile(r"\b(?:[A-Z][a-z]{3,}|[a-z]{7,})\b")
DAYS_APART = 400
"""Between one repetition and the next, so that no story reaches across."""
ENDINGS = [one + two for one in "bdfgklmnprst" for two in "aeiou"]


def write_articles(corpus: Path, folder: Path, number: int) -> None:
    """Write `number` articles into `folder`, from the JSON lines at `corpus` (`text`, `title`, `date`)."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").split("\n") if line.strip()]
    for at in range(number):
        turn, place = divmod(at, len(rows))
        (folder / f"{at:06d}.txt").write_text(perturb(rows[place], turn), encoding="utf-8")


def perturb(row: dict[str, str], turn: int) -> str:
    """Return a file's text: names and long words have an ending of their own in each `turn` but the first."""
    day = date.fromisoformat(row["date"][:10]) + timedelta(days=turn * DAYS_APART)
    ending = ENDINGS[turn % len(ENDINGS)] if turn else ""
    title, text = (TELLING.sub(lambda found: found[0] + ending, row[key]) for key in ("title", "text"))
    return f"Title: {title}\nDate: {day}\nSource: {row.get('source') or 'The Paper'}\n\n{text}\n"
