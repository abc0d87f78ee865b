"""Articles of our own stay grouped as well as they were."""

from __future__ import annotations

import json

from evaluation.stories import FLOORS, OWN, compare, measure


def test_own_articles_stay_above_their_floor() -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))["stories"]["b_cubed_f1"]
    assert measure([OWN]).f1 >= floor


def test_b_cubed_counts_shares() -> None:
    found = compare([["a", "b"], ["c"]], {"a": "one", "b": "two", "c": "two"})
    assert (found.precision, found.recall) == (2 / 3, 2 / 3)
