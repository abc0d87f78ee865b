"""Read bylines: “By Jane Doe, Staff Writer”, or names alone with the newsroom on the line below."""

from __future__ import annotations

import re

from build_brief.language.calendar_words import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from build_brief.language.name_lists import is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.read.paragraphs import ends_a_sentence

LONGEST = 120
LONGEST_OUTLET = 50
MOST_WORDS_OF_OUTLET = 6
BY = re.compile(
    r"(?:(?:analysis|opinion|commentary|review|report|story|words|text) )?(?:by|from)[:\s]\s*(?=\S)",
    re.IGNORECASE,
)
PRINTED_DAY = "|".join(
    (
        rf"(?:{MONTH})\b\.? \d{{1,2}},? \d{{4}}",
        rf"\d{{1,2}} (?:{MONTH})\b\.?,? \d{{4}}",
        r"\d{4}-\d\d-\d\d",
        r"\d{1,2}/\d{1,2}/\d",
    )
)
DAY = re.compile(
    r"[\s|•·,–—-]*(?:\b(?:published|posted|updated)\b:?(?: on| at)? *)?"
    rf"(?:\b(?:{WEEKDAY})\b\.?,? )?(?={PRINTED_DAY})",
    re.IGNORECASE,
)
"""Before a day that a page prints on the line of its byline."""
NAME = re.compile(r"[^\W\d_][\w.'’-]*")
PERSON = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}?"
PERSONS = re.compile(rf"({PERSON})(?:,? and {PERSON}|, {PERSON}){{0,5}}")


def read_byline(words: str) -> str | None:
    """Return the names of a line “By Jane Doe, Staff Writer”; None when it is anything else."""
    found = BY.match(words)
    if not found or len(words) > LONGEST or "\n" in words:
        return None
    rest = cut_day(words[found.end() :].strip())[0]
    names = NAME.findall(rest)
    small = [name for name in names if name[0].islower()]
    if not names or names[0][0].islower() or not set(small) <= read_words("byline_words"):
        return None
    if names[0].lower() == "the" and read_words("byline_outlets").isdisjoint(names):
        return None  # “By the Numbers”
    if (
        names[0] in MONTHS
        or names[0] in WEEKDAYS
        or (ends_a_sentence(rest) and not rest.endswith(("Jr.", "Sr.")))
    ):
        return None
    return rest if len(names) - len(small) > 1 or "By" in words[: found.end()] or words[:2] == "BY" else None


def cut_day(words: str) -> tuple[str, str]:
    """Return the words of a byline and those from a day on, which are empty where it has none."""
    found = DAY.search(words)
    return (words[: found.start()].rstrip(), words[found.end() :]) if found else (words, "")


def is_names_alone(words: str) -> bool:
    """Tell whether a line is one person's name or several, no verb and no full stop with them."""
    if len(words) > LONGEST or "\n" in words or not PERSONS.fullmatch(words):
        return False
    names = [name for name in NAME.findall(words) if name != "and"]
    return all(name[0].isupper() or name in read_words("byline_words") for name in names)


def is_known_name(words: str) -> bool:
    """Tell whether a line is names, the first a common given name; `jane doe` in small letters too."""
    words = words.removeprefix("with ")
    if words.islower() and len(words.split()) in (2, 3):
        words = words.title()
    return is_names_alone(words) and is_given_name(words.split()[0])


def is_outlet(words: str, publisher: str | None) -> bool:
    """Tell whether a line names a newsroom, or what a writer is to one: “Opinion contributor”."""
    if len(words) > LONGEST_OUTLET or words[-1] in ".?!:,;" or words[0].islower():
        return False
    if publisher and words.casefold() == publisher.casefold():
        return True
    names = NAME.findall(words)
    known = not read_words("byline_outlets").isdisjoint(names) or words.endswith((".com", ".org"))
    return (
        known
        and len(names) <= MOST_WORDS_OF_OUTLET
        and all(
            name[0].isupper() or name in read_words("byline_words") or name in read_words("byline_outlets")
            for name in names
        )
    )
