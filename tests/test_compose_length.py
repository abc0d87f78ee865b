"""A briefing is as long as its story is rich; one of thirty articles is no longer than one of five."""

from __future__ import annotations

from functools import cache

import pytest

from build_brief.analyse import analyse
from build_brief.compose import compose
from build_brief.link import link
from build_brief.model.article import Article
from build_brief.model.briefing import Briefing
from tests.builders import article

LEADS = (
    "A fire destroyed the paper mill at Marvik on Wednesday night and killed two workers.",
    "Two workers died when fire destroyed the paper mill at Marvik on Wednesday night.",
    "Fire swept through the paper mill at Marvik on Wednesday night, killing two workers.",
)
FACTS = (
    "The mill at Marvik was built in 1911 and employed 340 people.",
    "Fire crews from nine towns pumped water out of the river Lysa until dawn.",
    "Marvik closed its schools on Thursday because of smoke over the harbour.",
    "Police evacuated 600 people from the streets around Dock Road.",
    "An inspector found blocked exits at the mill in 2019, according to a report by the labour office.",
    "The owner, Nordpapir, had announced in March that it would sell the mill.",
    "Insurance covers damage of up to 80 million crowns, Nordpapir said.",
    "A roof of 2,000 square metres fell onto the drying hall shortly after midnight.",
    "The ministry of labour will publish its first findings on 1 July.",
    "Hospitals in Tarnby treated 27 people for burns and smoke.",
    "Trains between Marvik and Tarnby stopped for eleven hours on Thursday.",
    "Chemicals from the mill killed fish as far as the Holm lock, anglers reported.",
    "The union had asked for a second stair in the drying hall in 2018.",
    "Parliament will debate the safety of paper mills on 12 June.",
)
QUOTES = (
    "“Nobody told us that the doors at the back were locked,” said Ida Berg, a machinist at the mill.",
    "“We will rebuild the mill, and we will build it here,” said Nordpapir’s director, Jon Falk.",
    "“A town that lives on one mill must look after it better than this,” said Mayor Ines Dahl.",
    "“We warned of the blocked exits again and again,” said union leader Per Olsen.",
)


TRADES = ("baker", "tailor", "painter", "joiner", "florist", "smith", "barber", "grocer", "tanner", "cooper")
STREETS = (
    "Rope Walk",
    "Tar Lane",
    "Fish Row",
    "Salt Street",
    "Mill Hill",
    "Net Yard",
    "Oar Alley",
    "Pier Road",
)
HAPPENED = (
    "the windows of a {trade} in {street} burst in the heat",
    "a {trade} from {street} carried water to the crews for hours",
    "smoke filled the shop of a {trade} in {street}",
    "neighbours in {street} woke the family of a {trade}",
    "the power failed in {street}, and a {trade} lost a day of trade",
)


def describe(number: int) -> list[str]:
    """Return six sentences that no other article has."""
    lines = []
    for step in range(6):
        at = number * 6 + step
        happened = HAPPENED[at % len(HAPPENED)].format(
            trade=TRADES[at // 5 % len(TRADES)], street=STREETS[at // 50 % len(STREETS)]
        )
        lines.append(f"At {at // 60 + 1}:{at % 60:02} a.m., {happened}.")
    return lines


def write(number: int) -> Article:
    """Article `number` of the fire: a lead, four facts, two quotes and what it alone has seen."""
    told = [FACTS[(number * 5 + step * 3) % len(FACTS)] for step in range(4)]
    said = [QUOTES[(number + step) % len(QUOTES)] for step in range(2)]
    seen = describe(number)
    lines = [LEADS[number % len(LEADS)], told[0], said[0], *seen[:3], *told[1:], said[1], *seen[3:]]
    return article(
        "\n".join(lines),
        id=f"{number:02}.txt",
        headline="Fire destroys mill at Marvik",
        published="2022-05-26",
    )


@cache
def brief(count: int) -> Briefing:
    (briefing, *others) = compose(link(analyse(write(number)) for number in range(count))).briefings
    assert not others
    assert len(briefing.sources) == count
    return briefing


def words(briefing: Briefing) -> int:
    return sum(len(statement.text.split()) for statement in briefing.statements)


def first_page(briefing: Briefing) -> int:
    """Words from the title to the key quotes: what stands on the first printed page."""
    quoted = (key.statement for key in briefing.key_quotes)
    parts = (*briefing.bottom_line, *briefing.summary, *quoted)
    return sum(len(statement.text.split()) for statement in parts)


def test_a_paragraph_gives_a_short_page() -> None:
    short = article(
        "The ferry Halden sank off Lofthus on Sunday after a fire in its engine room. All 31 people on board"
        " were rescued by fishing boats. The Halden was built in 1974.",
        id="a.txt",
        headline="Ferry Halden sinks off Lofthus",
        published="2022-05-22",
    )
    (briefing,) = compose(link([analyse(short)])).briefings
    assert words(briefing) <= len(short.text.split())


@pytest.mark.parametrize("count", [1, 2, 5, 30])
def test_the_first_page_holds_one_page_of_words(count: int) -> None:
    assert first_page(brief(count)) <= 330


def test_thirty_articles_give_a_page_of_the_size_of_five() -> None:
    assert words(brief(1)) < words(brief(2)) < words(brief(5))
    assert words(brief(30)) <= 1.35 * words(brief(5))
