"""Say when a file seems to hold several articles: pasted one under the other, or exported from a database.

They are not parted: where one ends is a guess, and a wrong one would put words into another paper's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_brief.read.bylines import read_byline
from build_brief.read.furniture import is_furniture
from build_brief.read.header import read_header_lines
from build_brief.read.manuscript import Block, SourceFile
from build_brief.read.opening import is_day
from build_brief.read.paragraphs import ends_a_sentence

FEWEST_SENTENCES = 3
"""Lines of the first article; before them stands its own headline."""
FEWEST_FIELDS = 2
LONGEST_HEADLINE = 130
FEWEST_WORDS = 4
RECORD = re.compile(
    r"end of document|document \d{1,4} of \d{1,4}|\d{1,4} of \d{1,4} documents", re.IGNORECASE
)
FIELD = re.compile(r"(?:HEADLINE|BYLINE|LENGTH|DATELINE|SECTION|LOAD-DATE|PUBLICATION-TYPE): ?\S")
"""As databases of newspapers print them above each article."""


def tell_of_several(file: SourceFile, text: str, lines: Sequence[Block]) -> None:
    """Notice an article that begins below the first one in `lines`."""
    words = [text[line.start : line.end] for line in lines]
    sentences = 0
    for at, (line, below) in enumerate(pairwise(words)):
        if sentences >= FEWEST_SENTENCES and _begins_article(line, below, words[at + 2 : at + 3]):
            file.doubtful(
                f"The file seems to hold several articles, told as one: another begins with “{line[:60]}”.",
                "Put each article into a file of its own.",
            )
            return
        sentences += ends_a_sentence(line) and not is_furniture(line)


def _begins_article(line: str, below: str, third: Sequence[str]) -> bool:
    if RECORD.fullmatch(line) or (FIELD.match(line) and FIELD.match(below)):
        return True
    if len(read_header_lines(f"{line}\n{below}\n")[0]) >= FEWEST_FIELDS:
        return True
    headline = len(line.split()) >= FEWEST_WORDS and len(line) <= LONGEST_HEADLINE
    if not headline or ends_a_sentence(line) or is_furniture(line):
        return False
    return is_day(below) or (_is_byline(below) and not (third and is_furniture(third[0])))


def _is_byline(words: str) -> bool:
    return words[:2] in ("By", "BY") and read_byline(words) is not None
