"""A date is of a line only where the grammar ties it to the line's main verb."""

from __future__ import annotations

import pytest

from build_brief.language.main_clauses import dates_main_clause
from build_brief.model.dates import Precision

DAY, YEAR, SPAN = Precision.DAY, Precision.YEAR, Precision.SPAN


@pytest.mark.parametrize(
    ("marked", "precision"),
    [
        ("The council [on Monday] opened a bridge over the Lom.", DAY),
        ("The council of Lofthus opened a bridge over the Lom on [Monday].", DAY),
        ("On [Monday], the council, which has nine members, voted.", DAY),
        ("“The bridge is too low,” said Otto Lind on [Tuesday].", DAY),
        ("“The bridge is too low,” she said on [Tuesday].", DAY),
        ("The bridge is too low for ferries, pilots said on [Tuesday].", DAY),
        ("In a letter on [Monday], nine pilots asked for a lamp.", DAY),
        ("A poll released [Tuesday] showed that pilots want a lamp.", DAY),
        ("[Monday]’s strike ended a debate of nine years.", DAY),
        ("In Corm, Mayor Edda Rowe, a pilot, was sworn in in [2010].", YEAR),
        ("Otto Lind in [2010] asked the county for a lamp.", YEAR),
        ("Beijing imposed a law on the harbour in [2020], ending the strikes.", YEAR),
        ("The harbour has had nine lamps [since 2010].", SPAN),
    ],
)
def test_the_date_of_what_is_told(marked: str, precision: Precision) -> None:
    assert is_dated(marked, precision)


@pytest.mark.parametrize(
    ("marked", "precision"),
    [
        ("Otto Lind raised doubts about a lock that he had welded in [2009].", YEAR),
        ("Otto Lind raised doubts about the strike in [2009].", YEAR),
        ("Rents at the quay stand at [1990] levels.", YEAR),
        ("Boats fell from 90 in [1980] to nine.", YEAR),
        ("Pilots trust Edda Rowe, calling her safer in storms in [November] than most.", Precision.MONTH),
        ("The [2011] strike is a mistake, the mayor admits.", YEAR),
        ("The mayor spoke of the harbour’s affidavit of [2015].", YEAR),
        ("Otto Lind wants to win before the fair in [July].", Precision.MONTH),
        ("Edda Rowe, elected on [1 May], defended the bridge.", DAY),
        ("Otto Lind, who died in [1963], was a pilot.", YEAR),
        ("In Bergen, Rowe Lind, a yard founded in [2004] by pilots, builds a ferry.", YEAR),
        ("He went to sea with his father, and was named master in [2010].", YEAR),
        ("[Sunday] demanded that the ferries should stay in port.", DAY),
        ("The storms on [Tuesday] mean that the pier is shut.", DAY),
        ("Edda Rowe said that the harbour had paid for lamps in [2012].", YEAR),
        ("The clerk told a paper that pilots struck [Tuesday].", DAY),
        ("“We sailed on [Monday] with nine boats,” said Otto Lind.", DAY),
        ("The office counted boats [August 2014] to August 2015.", Precision.MONTH),
        ("He was convicted of the theft of boats in [2012].", YEAR),
    ],
)
def test_the_date_of_something_else(marked: str, precision: Precision) -> None:
    assert not is_dated(marked, precision)


def is_dated(marked: str, precision: Precision) -> bool:
    """Ask for the date that stands in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return dates_main_clause(text, (0, len(text)), (start, end), precision)
