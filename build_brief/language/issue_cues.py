"""The words after which an article names its issues: “issues like”, “clashes over”, “talks on”.

They stand in `issue_cues.txt`, with a weight for how plainly each names an issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from build_brief.language.token_memory import recall_small
from build_brief.language.vocabulary import read_lines

GAP = r"[^\s.;:?!]{1,40}(?:\s+[^\s.;:?!]{1,40}){0,7}?"
"""Up to eight words, not across a sentence: whom an actor presses, before “on”."""


WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
DOTTED = re.compile(r"\.[^\W_]")


class Cue(NamedTuple):
    """One line of the list; the list of issues starts where the pattern ends."""

    rule: str
    weight: int
    pattern: re.Pattern[str]
    needs: frozenset[str]
    """Words of which it holds one: a text without them needs no search."""


def find_cues(text: str, start: int, end: int) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Yield the cues between two offsets of `text`, in the order of the list."""
    needed = _read_needs()
    sentence = text[start:end]
    if _may_join(sentence):
        words = needed.intersection(WORD.findall(sentence.lower()))
    else:
        words = needed.intersection(recall_small(text, start, end))
    for cue in _choose_cues(words):
        for found in cue.pattern.finditer(text, start, end):
            yield cue, found


def _may_join(sentence: str) -> bool:
    """Tell whether a token may hold two words: “talks/negotiations”; if not, the tokens hold every word."""
    return "/" in sentence or "&" in sentence or "@" in sentence or DOTTED.search(sentence) is not None


@lru_cache(maxsize=4096)
def _choose_cues(words: frozenset[str]) -> tuple[Cue, ...]:
    """Return the cues that may stand in a sentence with `words`."""
    return tuple(cue for cue in read_cues() if not words.isdisjoint(cue.needs))


@cache
def _read_needs() -> frozenset[str]:
    return frozenset(word for cue in read_cues() for word in cue.needs)


@cache
def read_cues() -> tuple[Cue, ...]:
    """Return the cues in the file's order, so that the plainest comes first."""
    return tuple(_read_cue(line) for line in read_lines("issue_cues"))


@cache
def weight_of(rule: str) -> int:
    """Return how plainly `rule` names an issue, from 3 to 1; 1 for a rule that is not in the list."""
    return max((cue.weight for cue in read_cues() if cue.rule == rule), default=1)


def _read_cue(line: str) -> Cue:
    rule, weight, pattern = (part.strip() for part in line.split(";"))
    slots = ",?\\s+".join(map(_slot, pattern.split()))
    compiled = re.compile(rf"(?<![\w’'-]){slots}(?![\w-])[,:]?\s+", re.IGNORECASE)
    return Cue(rule, int(weight), compiled, _find_needs(pattern.split()))


def _find_needs(slots: Sequence[str]) -> frozenset[str]:
    """Return the longest word of each choice of a slot, of the slot where they are longest: the rarest."""
    words = [[max(choice.split("_"), key=len) for choice in slot.split("|")] for slot in slots]
    rarest = max(words, key=lambda choices: sum(map(len, choices)) / len(choices))
    return frozenset(rarest)


def _slot(slot: str) -> str:
    if slot == "~":
        return GAP
    choices = "|".join(re.escape(choice).replace("_", r"\s+") for choice in slot.split("|"))
    return f"(?:{choices})"
