"""Folders of articles of any size: a corpus repeated, each repetition other news and not a copy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TELLING = re.compile(r"\b(?:[A-Z][a-z]{3,}|[a-z]{7,})\b")
DAYS_APART = 400
"""Between one repetition and the next, so that no story reaches across."""
ENDINGS = [one + two for one in "bdfgklmnprst" for two in "aeiou"]


def write_articles(corpus: Path, folder: Path, number: int) -> None:
    """Write `number` articles into `folder`, from the JSON lines at `corpus` (`text`, `title`, `date`)."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, (row, turn) in enumerate(repeat_rows(corpus, number)):
        (folder / f"{at:06d}.txt").write_text(perturb(row, turn), encoding="utf-8")


def repeat_rows(corpus: Path, number: int) -> Iterator[tuple[dict[str, str], int]]:
    """Yield `number` rows of the JSON lines at `corpus`, each with how often all have come before."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").split("\n") if line.strip()]
    for at in range(number):
        turn, place = divmod(at, len(rows))
        yield rows[place], turn


def perturb(row: dict[str, str], turn: int) -> str:
    """Return a file's text: names and long words have an ending of their own in each `turn` but the first."""
    title, text = (perturb_words(row[key], turn) for key in ("title", "text"))
    day, source = perturb_day(row["date"], turn), row.get("source") or "The Paper"
    return f"Title: {title}\nDate: {day}\nSource: {source}\n\n{text}\n"


def perturb_words(text: str, turn: int) -> str:
    """Return `text` with the ending of its `turn` on every name and long word; the first has none."""
    ending = ENDINGS[turn % len(ENDINGS)] if turn else ""
    return TELLING.sub(lambda found: found[0] + ending, text)


def perturb_day(day: str, turn: int) -> date:
    """Return a day given as YYYY-MM-DD, moved on to its `turn`."""
    return date.fromisoformat(day[:10]) + timedelta(days=turn * DAYS_APART)
