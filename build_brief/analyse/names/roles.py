"""Read the role that stands beside a name: “associate China director Maya Wang”, “Mao Ning, a spokesperson,”.

Before the name a role runs back over titles, nouns for people, bodies' names and the words that
modify them; after it, between commas, it is a noun phrase with a noun for one person.
"""

from __future__ import annotations

from functools import cache

from build_brief.analyse.names.lines import Line
from build_brief.language.name_lists import is_given_name
from build_brief.language.tokens import TokenKind
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_forms, read_words
from build_brief.language.word_classes import classify

LONGEST_BEFORE = 9
LONGEST_AFTER = 26
HEAD_WITHIN = 9
"""Words after the comma in which a role names its noun."""
NO_ROLE = frozenset({"who", "which", "whose", "when", "where", "and", "but", "or", "as", "because", "while"})
CLOSERS = frozenset(",.;)—–:")
POSTPOSED = frozenset({"general", "elect", "designate"})
"""What follows its noun: “secretary-general”, “president-elect”."""
ACRONYM_ROLES = frozenset({"CEO", "CFO", "COO", "MP", "MEP", "MSP", "D-Calif", "R-Texas"})


@cache
def read_role_nouns() -> frozenset[str]:
    """Return nouns for one person, in small letters."""
    nouns = read_words("person_nouns") | read_words("role_nouns")
    plural = {noun for noun in nouns if noun.endswith("s") and noun[:-1] in nouns}
    plural |= {noun for noun in nouns if noun.endswith(("men", "people", "children"))}
    return frozenset(nouns - plural)


def find_role_before(line: Line, first: int, *, titled: int) -> tuple[int, int] | None:
    """Return the words of the role before a name; None when there is none.

    The name starts at `first`, its capitalised title at `titled` (the same without one).
    """
    if titled < first:
        return _find_start(line, titled), first
    if _is_role_noun(line.word(first - 1)) and line.word(first - 2) not in ("who", "whose"):
        return _find_start(line, first - 1), first
    if first - 1 in line.opening and line.word(first - 1).lower() in read_role_nouns():
        return first - 1, first  # “Striker Tomi Bello scored”
    if line.word(first - 1) == "," and _is_role_noun(
        line.word(first - 2)
    ):  # “his Polish counterpart, Ana Lis”
        start = _find_start(line, first - 2)
        owned = line.word(start - 1) in ("his", "her", "its", "their", "the", "’s")
        opens = start - 1 in line.opening and line.word(start - 1) in ("His", "Her", "Their")
        return (start, first - 1) if opens or (owned and line.word(start - 2) not in (",", "")) else None
    return None


def _find_start(line: Line, head: int) -> int:
    """Return where the role that ends with the noun or title at `head` starts."""
    at, floor = head, max(head - LONGEST_BEFORE, 0)
    while at > floor and _joins_role(line, at - 1):
        at -= 1
    while at < head and line.words[at] in ("’s", "&", "-"):
        at += 1
    return at


def _is_role_noun(word: str) -> bool:
    parts = word.split("-")
    noun = parts[0] if parts[-1] in POSTPOSED else parts[-1]
    return word.islower() and (word in read_role_nouns() or noun in read_role_nouns())


def _joins_role(line: Line, at: int) -> bool:
    word = line.words[at]
    kind = line.tokens[at].kind
    if kind is TokenKind.CLITIC:
        return word == "’s" and line.is_capital(at - 1)
    if kind is not TokenKind.WORD:
        return False
    if word[0].isupper():
        return (word not in read_words("not_names") or word in read_words("name_adjectives")) and not (
            at in line.opening and _is_function(word)
        )
    lower = word.lower()
    if word in read_words("role_modifiers") or _is_role_noun(word) or word in read_words("body_nouns"):
        return line.word(at + 1) != "’s"
    return "-" in lower and not _is_function(word) and not lower.endswith("ly")


def _is_function(word: str) -> bool:
    known = classify(word)
    return bool(known.grammar or known.verb) or word.lower() in _functions()


@cache
def _functions() -> frozenset[str]:
    return frozenset(forms[0].replace("'", "’") for forms in read_forms("function_words"))


def find_role_after(line: Line, end: int) -> tuple[int, int] | None:
    """Return the words of the role after the name that ends before word `end`; None when there is none."""
    if line.word(end) not in (",", "(", "—", "–") or end + 1 >= len(line.words):
        return None
    start = end + 1
    while line.tokens[start].kind is TokenKind.NUMBER or line.word(start) == ",":  # “Ann Lee, 42, a nurse”
        start += 1
        if start >= len(line.words):
            return None
    if not _may_open(line, start):
        return None
    head = _find_head(line, start)
    if head is None:
        return None
    close = head + 1
    while close < len(line.words) and not _closes(line, close) and close - start < LONGEST_AFTER:
        close += 1
    return (start, close) if close - start < LONGEST_AFTER and not _holds_verb(line, head, close) else None


def _closes(line: Line, at: int) -> bool:
    """Tell whether a role ends before word `at`: at a mark, or where another name is added."""
    if line.words[at] in CLOSERS:
        return True
    return line.words[at] == "and" and is_given_name(line.word(at + 1)) and line.is_capital(at + 2)


def _may_open(line: Line, start: int) -> bool:
    word = line.words[start]
    if word in ("a", "an", "the", "its", "their", "his", "her", "one") or line.is_capital(start):
        return True
    return word.islower() and word not in NO_ROLE and not _is_function(word)


def _find_head(line: Line, start: int) -> int | None:
    """Return the noun for a person before the first preposition or verb."""
    found = None
    for at in range(start, min(start + HEAD_WITHIN, len(line.words))):
        word = line.words[at]
        if word in CLOSERS:
            break
        if (
            _is_role_noun(word)
            or word in ACRONYM_ROLES
            or (at == start and word.lower() in read_role_nouns())
        ):
            found = at
        elif (found is not None and (line.is_capital(at) or _is_function(word))) or (
            found is None and (word in NO_ROLE or _is_preposition(word) or _is_verb(word))
        ):
            break
    if found is not None and line.is_capital(found + 1):
        return None  # “, director Ann Lee”: the role of another
    return found


def _is_preposition(word: str) -> bool:
    return classify(word).grammar == "preposition"


def _is_verb(word: str) -> bool:
    return word in read_verbs("speech_verbs") and word not in read_words("person_nouns")


def _holds_verb(line: Line, head: int, close: int) -> bool:
    after = line.word(head + 1)
    if after in ("said", "says", "told", "was", "is", "has", "had", "will", "were"):
        return True
    return any(line.words[at] in ("said", "says", "told") for at in range(head, close))
