"""Tell whether what a reporter gives of somebody's words is a clause of its own.

“The allocation was “rubbing the salt in the wounds”” says something alone; “would lead to “a binational
state”” and “openings for “cooperation”” are pieces of the sentence that they were cut from.
"""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_all_forms

AUXILIARIES = (
    "(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|do|does|did"
    "|cannot|[a-z]+n[’']t)"
)
CLOSING = re.compile(r"[”\"]")
LEADING = frozenset(
    {"in", "with", "for", "to", "as", "of", "at", "by", "on", "from", "into", "about", "through"}
)
"""A piece that begins so has lost its head: “in a statement it would look at “every way””."""
RELATIVE = re.compile(r"\s(?:that|which|who|whose|whom)\s")
OPENING = re.compile(r"[“\"]")


def is_whole_clause(text: str) -> bool:
    """Tell whether `text`, quotation marks and all, has a subject and then a verb.

    The verb stands before the marks, or is the first word inside them.
    """
    opening = OPENING.search(text)
    if opening is None or opening.start() == 0:
        return opening is not None and _has_verb_in_marks(text[1:])
    before, inside = text[: opening.start()].split(), text[opening.end() :].split()
    if _verb().fullmatch(before[0]) or before[0].lower() in LEADING:
        return False
    return any(_verb().fullmatch(word) for word in (*before[1:], *inside[:1]))


def is_claim(text: str) -> bool:
    """Tell whether a reported clause says something: “the law eroded them”, not “steps that it took”."""
    head, *_ = RELATIVE.split(text, maxsplit=1)
    first = text.split()[:1]
    return bool(_verb().search(head, len(first[0]) if first else 0)) and not (
        first and first[0].strip('“"').lower() in LEADING
    )


def has_verb(text: str) -> bool:
    """Tell whether a word of `text` is an auxiliary or a past form; present forms are not looked for."""
    return bool(_verb().search(text))


def _has_verb_in_marks(text: str) -> bool:
    """Tell whether the words up to the closing mark, or the word after it, hold the verb."""
    closing = CLOSING.search(text)
    end = closing.end() if closing else len(text)
    after = text[end:].split()[:1]
    return bool(_verb().search(text, 0, end)) or any(_verb().fullmatch(word) for word in after)


@cache
def _verb() -> re.Pattern[str]:
    past = "|".join(sorted(read_all_forms("past_verbs")))
    return re.compile(rf"\b(?:{AUXILIARIES}|{past}|[a-z]{{2,}}ed)\b")
