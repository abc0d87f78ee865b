"""Find the article in a whole page that was copied from a browser, menus and comments and all.

Such a page has many short lines above and below its sentences. The article is the stretch of lines that
holds most words in sentences for the short lines among them; its headline stands some lines above and
shares its words. Only where lines outside are a page's own (“Privacy Policy”, “Log in”) is anything left
out: a poem, a table of results and a transcript have short lines too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from build_brief.language.vocabulary import read_words
from build_brief.read.bylines import is_known_name, is_names_alone, read_byline
from build_brief.read.furniture import is_furniture
from build_brief.read.manuscript import Block, SourceFile, UnreadableError
from build_brief.read.opening import CREDIT, NO_HEADLINE, is_day
from build_brief.read.paragraphs import ends_a_sentence

FEWEST_MENU_LINES = 2
FEWEST_SHORT_LINES = 6
"""Outside the article; fewer are a headline, a byline and a button or two."""
FEWEST_BUTTONS, FEWEST_IN_A_ROW = 2, 2
"""Buttons stand above an article that begins with so many sentences in a row."""
LONGEST_BUTTON = 40
FEWEST_WORDS, MANY_WORDS = 6, 20
"""Of a sentence on a line of its own; a line with many words is text without a full stop too."""
SMALL_LETTERS = 0.4
"""Share of words that begin small in a text without a full stop; a row of links begins large."""
MOST_COUNTED = 40
"""Words of a line; one endless notice must not outweigh an article."""
COST = 8
"""Words that a short line costs. A list stays in an article that goes on; a column of links, even with a
sentence under each, parts the article from what follows."""
COST_OF_KNOWN = 5
"""Of a line that is left out wherever it stands: a button, a credit."""
FEWEST_WEIGHED = 25
"""Words; a page with fewer holds links, and no article."""
WINDOW = 30
"""Lines above the article that may hold its headline."""
NEAR_LINES = 12
SHORTEST_HEADLINE, LONGEST_HEADLINE = 3, 25
ASKED = 8
"""Paragraphs that share words with their headline."""
LONG = 4
"""Letters of a word that tells what a line is about."""
NEAR = 4
SIGNED = 3
"""A line with a byline or a day close below shares so many words more."""
COMMENTS = re.compile(r"\(?\d{1,5}\)? comments?(?: so far)?|comments? \(?\d{1,5}\)?", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
EDGES = " \t|»›>•·*+-–—:…"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedPage:
    """An article among the lines of a page."""

    above: tuple[Block, ...]
    """Headline, byline and day, each on a line."""
    start: int
    end: int
    """Offsets of the article's text."""
    near: tuple[str, ...]
    """The last lines above the text, which may print the day."""
    dropped: int
    """How many lines around it were left out."""

    def tell(self, file: SourceFile) -> None:
        """Say that lines of `file` were left out."""
        file.repaired(
            f"The file holds more of a web page than its article; {self.dropped} lines of menus and buttons"
            " around it were left out.",
            "If something is missing or too much, keep only the article’s own text in the file.",
        )


def find_pasted_page(text: str, lines: Sequence[Block], *, whole: bool = False) -> PastedPage | None:
    """Return the article among `lines`; None when the lines are an article, and nothing else.

    `whole` looks for whole pages alone, not for an article with the buttons above it. Raises
    `UnreadableError` when the lines are a page without one.
    """
    words = [text[line.start : line.end] for line in lines]
    menu = [at for at, line in enumerate(words) if _is_menu(line) or (whole and _is_button(line))]
    found = _find_in_page(words, menu) or (None if whole else _find_below_buttons(words))
    if found is None:
        return None
    first, last = found
    above = _find_above(words, first, last)
    return PastedPage(
        above=tuple(lines[at] for at in above),
        start=lines[first].start,
        end=lines[last].end,
        near=tuple(words[max(first - NEAR_LINES, 0) : first]),
        dropped=first + len(words) - last - 1 - len(above),
    )


def _find_in_page(words: Sequence[str], menu: Sequence[int]) -> tuple[int, int] | None:
    """Return the first and the last line of the article in a whole page; None when the lines are none."""
    if len(menu) < FEWEST_MENU_LINES:
        return None
    first, last, weight = _find_article(words)
    outside = [at for at in range(len(words)) if not first <= at <= last]
    short = sum(not _is_sentence(words[at]) for at in outside)
    if sum(not first <= at <= last for at in menu) < FEWEST_MENU_LINES or short < FEWEST_SHORT_LINES:
        return None
    if weight < FEWEST_WEIGHED:
        reason = "The file holds a page of menus and links, and no article was found among them."
        raise UnreadableError(reason, "Copy the article’s own text into the file.")
    return first, last


def _find_below_buttons(words: Sequence[str]) -> tuple[int, int] | None:
    """Return the first and the last line of an article that was copied with buttons under its headline."""
    below = run = buttons = 0
    for at, line in enumerate(words[:WINDOW]):
        if _is_button(line):
            below, run, buttons = at + 1, 0, buttons + 1
        elif _is_sentence(line):
            run += 1
        if run == FEWEST_IN_A_ROW:
            break
    places = (
        at for at in range(below, len(words)) if _is_sentence(words[at]) and not is_furniture(words[at])
    )
    first = next(places, 0)
    if buttons < FEWEST_BUTTONS or not _find_above(words, first, len(words) - 1):
        return None
    return first, len(words) - 1


def _is_menu(words: str) -> bool:
    return len(words) <= LONGEST_BUTTON and _fold(words) in read_words("furniture_menu")


def _is_button(words: str) -> bool:
    return len(words) <= LONGEST_BUTTON and is_furniture(words)


def _fold(words: str) -> str:
    return words.lower().replace("’", "'").strip(EDGES)


def _is_sentence(words: str) -> bool:
    found = words.split()
    if len(found) < FEWEST_WORDS:
        return False
    if ends_a_sentence(words):
        return True
    small = sum(word[0].islower() for word in found)
    return len(found) >= MANY_WORDS and small >= SMALL_LETTERS * len(found)


def _weigh(words: str) -> int:
    if is_furniture(words):
        return -COST_OF_KNOWN
    return min(len(words.split()), MOST_COUNTED) if _is_sentence(words) else -COST


def _find_article(words: Sequence[str]) -> tuple[int, int, int]:
    """Return the first and the last line of the article, and its weight; what readers wrote is none."""
    weights = [_weigh(line) for line in words]
    for at, line in enumerate(words):
        if _begins_comments(line):
            found = _find_heaviest(weights[:at])
            if found[2] > 2 * FEWEST_WEIGHED:
                return found
    return _find_heaviest(weights)


def _find_heaviest(weights: Sequence[int]) -> tuple[int, int, int]:
    """Return the first and the last of the consecutive lines that weigh most together, and how much."""
    sums = [0, *accumulate(weights)]
    best, lowest = (0, 0, 0), 0
    for at in range(1, len(sums)):
        if sums[at] - sums[lowest] > best[2]:
            best = (lowest, at - 1, sums[at] - sums[lowest])
        if sums[at] < sums[lowest]:
            lowest = at
    return best


def _begins_comments(words: str) -> bool:
    core = _fold(words)
    return core in read_words("furniture_comments") or COMMENTS.fullmatch(core) is not None


def _find_above(words: Sequence[str], first: int, last: int) -> list[int]:
    """Return which lines above the line `first` are headline, byline and day."""
    window = range(max(first - WINDOW, 0), first)
    signed = [at for at in window if _is_signed(words[at], words[at + 1])]
    headline = _choose_headline(words, window, signed, _find_told(words[first : last + 1]))
    return [] if headline is None else [headline, *(at for at in signed if at > headline)]


def _is_signed(words: str, below: str) -> bool:
    return read_byline(words) is not None or is_day(words) or (is_known_name(words) and is_day(below))


def _find_told(words: Sequence[str]) -> set[str]:
    """Return the words that tell what an article is about."""
    lines = (line for line in words[:ASKED] if not is_furniture(line))
    return {word for line in lines for word in _find_long(line)}


def _choose_headline(
    words: Sequence[str], places: Sequence[int], signed: Sequence[int], told: set[str]
) -> int | None:
    """Return the line that shares most words with the article, best above a byline; the lowest of equals."""
    times = Counter(_fold(line) for line in words)
    weights: dict[int, tuple[int, int]] = {}
    for at in places:
        about = _find_long(words[at])
        shared = len(about & told)
        near = any(at < place <= at + NEAR for place in signed)
        if _may_be_headline(words[at]) and shared >= (2 if near else 3) and 2 * shared > len(about):
            weight = 2 * shared - len(about) + SIGNED * near + (times[_fold(words[at])] > 1)
            weights[at] = (weight, at)
    return max(weights, key=weights.__getitem__, default=None)


def _may_be_headline(words: str) -> bool:
    return (
        SHORTEST_HEADLINE <= len(words.split()) <= LONGEST_HEADLINE
        and not words.endswith((".", ":", ",", ";", ")"))
        and not NO_HEADLINE.match(words)
        and not CREDIT.search(words)
        and not is_names_alone(words)
        and not is_furniture(words)
        and not read_byline(words)
    )


def _find_long(words: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(words) if len(word) >= LONG}
