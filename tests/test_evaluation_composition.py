"""Briefings of our own stories stay as whole, as various and as wide as they were."""

from __future__ import annotations

from evaluation.composition import Measures, holds, measure, open_event, rank_sentences, read_events
from evaluation.stories import OWN


def test_own_briefings_stay_above_their_floors() -> None:
    found = measure([OWN])
    assert holds(found["briefing"]), found
    assert found["briefing"].dangling <= min(found["lead-3"].dangling, found["LexRank"].dangling)
    assert found["briefing"].sources >= max(found["lead-3"].sources, found["LexRank"].sources)


def test_a_briefing_below_a_floor_does_not_hold() -> None:
    found = Measures(sentences=9, dangling=0.0, repeating=0.0, covered=0.95, sources=1.0)
    assert holds(found)
    assert not holds(found._replace(dangling=0.2))
    assert not holds(found._replace(sources=0.4))


def test_a_sentence_that_others_resemble_ranks_first() -> None:
    ranks = rank_sentences(
        [
            "The harbour of Marvik closed on Wednesday after a storm.",
            "A storm closed the harbour of Marvik.",
            "Skippers cursed the storm and the harbour of Marvik.",
            "Nine cows were sold in Tarnby.",
        ]
    )
    assert max(ranks) > ranks[3]
    assert abs(sum(ranks) - 1) < 1e-6


def test_an_event_is_opened_as_one_story() -> None:
    rows = read_events(OWN)[0]
    assert len(open_event(rows).briefing.sources) == len(rows)
