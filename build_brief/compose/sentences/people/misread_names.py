"""Find names that the reading took for another's, and surnames that it did not take for names.

“President Obama” is not the Michelle Obama whom the article calls First Lady; a page that prints “Rand Paul
Randal (Rand) Howard Paul” has glued a name to its link; “Hill accused Thomas” names two whom only the
sentence before gave in full. No bracket and no such sentence goes on a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_brief.compose.archive import Archive
from build_brief.model.annotations import Mention, MentionForm, MentionKind
from build_brief.model.article import Span

RELATED = re.compile(
    r"\b(?:[Ff]irst [Ll]ady|wife|husband|son|daughter|widow(?:er)?|mother|father|sister|brother|spouse)\b"
)
OFFICES = (
    r"(?:Vice President|President|Prime Minister|Chancellor|King|Queen|Senator|Sen\.|Rep\.|Gov\.|Governor"
    r"|Mayor|Judge|Justice|Minister|Secretary|Chief|General|Gen\.)"
)
OFFICE = re.compile(rf"\b({OFFICES}) $")
NAMESAKE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+$")
LONGEST = 24
"""Characters of an office or a given name before a surname."""
SHORT_FOR = {"Sen.": "Senator", "Gov.": "Governor", "Gen.": "General"}
VERSUS = re.compile(r" vs?\.? ")
BROKEN = re.compile(r" \([A-Z][\w’'-]+\) [A-Z]")
"""A nickname in brackets after two names: a page's link, glued to the name before it."""
GENERATION = re.compile(r",? (?:Jr|Sr|II|III)\.?$")
SURNAME = re.compile(
    r"(?:^|(?<=[a-z,;:] ))(?P<name>[A-Z][a-z’'-]*[a-z])"
    r"(?=[’']s [a-z]|,? who\b"
    r"| (?:was|is|had|has|would|will|could|[a-z]{3,}ed|said|told|took|became|went|made|got|won|held)\b)"
)
"""A bare name where a subject or an owner stands."""
NO_SUBJECT = re.compile(r"\b(?:in|on|of|since|by|until|last|next|this|every|at|near|from|for) $")


def is_misread(mention: Mention, archive: Archive) -> bool:
    """Tell whether `mention`, a surname or a pronoun, was given the name of somebody whom it cannot mean."""
    name, article = mention.name or "", mention.span.article
    if mention.kind is not MentionKind.PERSON or not name or mention.form is MentionForm.FULL:
        return False
    if (
        mention.form is MentionForm.SHORT
        and GENERATION.search(name)
        and not GENERATION.search(mention.span.text)
    ):
        return True  # “Dahl won” is rather the father of Otto Dahl Jr.
    if _has_another_office(name, article.text) or _follows_namesake(mention, name, archive):
        return True
    key = (article.id, name.split()[-1])
    starts = (start for start, full in archive.introductions.get(key, ()) if full == name)
    if any(BROKEN.match(article.text, start + len(name)) for start in starts):
        return True
    if _tells_of_cases(article.text) and re.search(
        rf"\b(?:{re.escape(mention.span.text)} vs?\.? |[a-z] vs?\.? {re.escape(mention.span.text)}\b)",
        article.text,
    ):
        return True  # “Pruitt v. Burwell”: the case is called by his name.
    related = RELATED.search(archive.titles.get((article.id, name), ""))
    before = article.text[max(0, mention.span.start - 20) : mention.span.start]
    return related is not None and OFFICE.search(before) is not None


def _follows_namesake(mention: Mention, name: str, archive: Archive) -> bool:
    """Tell whether somebody of that surname stands before, with a given name, who was read as nobody."""
    surname, article = name.rpartition(" ")[2], mention.span.article
    if mention.form is not MentionForm.SHORT or surname != mention.span.text:
        return False
    return any(
        not archive.mentions_in(article.span(start, end))
        for start, end in _find_namesakes(name, surname, article.text)
        if end <= mention.span.start
    )


@lru_cache(maxsize=1024)
def _find_namesakes(name: str, surname: str, text: str) -> tuple[tuple[int, int], ...]:
    """Return where a word with a capital that is no title stands before `surname`: “or Jonas Dahl”."""
    before = (
        (NAMESAKE.search(text, max(0, found.start() - LONGEST), found.start()), found.end())
        for found in re.finditer(rf" {re.escape(surname)}\b", text)
    )
    return tuple(
        (given.start(), end)
        for given, end in before
        if given and given[0] not in name.split() and not re.fullmatch(OFFICES, given[0])
    )


@lru_cache(maxsize=1024)
def _has_another_office(name: str, text: str) -> bool:
    """Tell whether the full name has another office than the bare one: “Secretary Dahl”, “King Otto Dahl”."""
    offices = [
        {
            SHORT_FOR.get(office[1], office[1])
            for found in re.finditer(rf"{re.escape(one)}\b", text)
            if (office := OFFICE.search(text, max(0, found.start() - LONGEST), found.start()))
        }
        for one in (name, name.rpartition(" ")[2])
    ]
    return all(offices) and offices[0].isdisjoint(offices[1])


@lru_cache(maxsize=64)
def _tells_of_cases(text: str) -> bool:
    return VERSUS.search(text) is not None


def has_bare_surname(sentence: Span, archive: Archive) -> bool:
    """Tell whether a surname stands in `sentence` that was read as no name; its article gives it in full."""
    text = sentence.text
    for found in SURNAME.finditer(text):
        full = archive.introductions.get((sentence.article.id, found["name"]), ())
        at = sentence.start + found.start()
        if not any(start < at and name.endswith(f" {found['name']}") for start, name in full):
            continue
        read = any(m.span.start <= at < m.span.end for m in archive.mentions_in(sentence))
        if not read and not NO_SUBJECT.search(text, 0, found.start()):
            return True
    return False
