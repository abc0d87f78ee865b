"""Tell the note about an author from the article: “Jane Doe covers health for …”, “X is a fellow at …”.

Such a note stands first or last, begins with a name, and says what that person is or writes. The
person plays no other part: a name that the article's other paragraphs hold is somebody the article
is about (an obituary, a profile), unless the byline says that the name is the author's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from build_brief.language.name_lists import is_given_name
from build_brief.language.vocabulary import read_words
from build_brief.model.article import ParagraphKind
from build_brief.read.manuscript import Block

LONGEST = 600
MOST_NOTES = 4
MOST_MISSED = 1
"""An appeal or a note of the desk may stand among the notes."""
FEWEST_LEFT = 3
"""Paragraphs of text that must remain: a file of one note is an article of one paragraph."""
BULLETS = "•⦁·–—"
MARKS = " \t*_•⦁·–—-|[("
NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Rep|Sen|Gov)\.? )?[A-Z][\w’'-]*(?: [A-Z]\.){0,2}"
    r"(?: (?:[A-Z][\w’'-]*|(?:de|da|van|von|der|al|bin|la) [A-Z][\w’'-]*)){0,3}(?:,? (?:Jr|Sr|Ph\.?D)\b\.?)?"
)
NAMES = re.compile(rf"(?:[A-Z]\w+['’]s )?(?P<name>{NAME})(?:(?:,? and |, ){NAME}){{0,9}}")
APPOSITION = re.compile(r",? \([^()]{1,60}\)|, [^.;:]{3,140}?,(?= (?:is|was|are|has|covers|writes) )")
TITLED = re.compile(r" (?:is|are|was) (?P<role>[^.;]{2,200})")
WRITES = re.compile(
    r" (?:covers|writes (?:about|on|for|the|from|a)|reports (?:on|for|from)|blogs (?:at|for|about)"
    r"|contributes to|teaches|hosts|edits|has (?:written|covered|reported|taught)) "
)
SENT = re.compile(
    r" (?:reported|wrote|contributed|reporting) from [A-Z]"
    r"|\bcontributed(?: reporting| to this (?:report|story|article|piece))?\.?$"
)
REACH = re.compile(
    r"\b(?:[Ff]ollow|[Rr]each|[Ee]-?mail|[Cc]ontact) (?:him|her|them|me|[A-Z]\w+(?: [A-Z]\w+)?),? (?:on|at|@)"
    r"|\b(?:can|may) be reached\b|[Ee]-?mail \S{1,60}@|\bon [Tt]witter:? ?@"
)
SAID = re.compile(r"\b(?:said|says|told|added|tweeted|announced)\b")
WORD = re.compile(r"[^\W\d_][\w-]*")
STAR = "*"
TITLES = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Rev", "Rep", "Sen", "Gov")
SUFFIXES = ("Jr", "Sr", "Ph", "D")


def mark_author_notes(
    text: str, blocks: Sequence[Block], kinds: list[ParagraphKind], byline: str | None
) -> None:
    """Make furniture of the notes about the author in `kinds`, at the head and at the end."""
    shown = [at for at, kind in enumerate(kinds) if kind is not ParagraphKind.FURNITURE]
    if len(shown) <= FEWEST_LEFT:
        return
    for places in (shown[:1], shown[: -MOST_NOTES - 1 : -1]):
        missed = 0
        for at in places:
            if _is_note(at, shown, text, blocks, byline or ""):
                kinds[at] = ParagraphKind.FURNITURE
            elif (missed := missed + 1) > MOST_MISSED:
                break


def _is_note(at: int, shown: Sequence[int], text: str, blocks: Sequence[Block], byline: str) -> bool:
    name = find_described(text[blocks[at].start : blocks[at].end], last=at != shown[0])
    if name is None or _is_in(name, byline):
        return name is not None
    return not any(
        _is_in(name, text[blocks[other].start : blocks[other].end]) for other in shown if other != at
    )


def find_described(words: str, *, last: bool) -> str | None:
    """Return the family name of the writer whom a paragraph describes; None when it describes none.

    `last` tells that the paragraph ends the article, where the name may be shorter and the trade another.
    """
    core = words.strip(MARKS)
    found = NAMES.match(core) if len(words) <= LONGEST else None
    if not found or SAID.search(core) or found["name"].split()[0] in read_words("furniture_no_names"):
        return None
    rest = core[found.end() :]
    if apposition := APPOSITION.match(rest):
        rest = rest[apposition.end() :]
    known = _is_known(found["name"]) or (last and words[0] in BULLETS)
    if last and SENT.search(core):
        return _family_name(found["name"])
    if (known and WRITES.match(rest)) or (" " in found["name"] and REACH.search(core)):
        return _family_name(found["name"])
    titled = TITLED.match(rest)
    return (
        _family_name(found["name"])
        if titled and _has_role(titled["role"], found["name"], known=known, last=last)
        else None
    )


def _has_role(role: str, name: str, *, known: bool, last: bool) -> bool:
    """Tell whether a person called `name` may be an author who “is” `role`."""
    pattern = _roles() if last and known else _writing_roles()
    found = pattern.search(role)
    if found is None or " " in name:
        return found is not None
    before = role[: found.start()].split()
    return last and bool(found[0] != "contributor" or (before and before[-1][0].isupper()))


def _is_known(name: str) -> bool:
    first, *rest = name.split()
    return bool(rest) and (is_given_name(first) or first.rstrip(".") in TITLES)


def _family_name(name: str) -> str:
    return [word.group() for word in WORD.finditer(name) if word.group() not in SUFFIXES][-1]


def _is_in(name: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", words) is not None


@cache
def _roles() -> re.Pattern[str]:
    return _make_pattern(entry.lstrip(STAR) for entry in read_words("furniture_author_roles"))


@cache
def _writing_roles() -> re.Pattern[str]:
    entries = read_words("furniture_author_roles")
    return _make_pattern(entry.lstrip(STAR) for entry in entries if entry.startswith(STAR))


def _make_pattern(roles: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(roles)))})s?\b", re.IGNORECASE)
