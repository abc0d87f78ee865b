"""Leave an aside between commas out of a headline that is too long, in sight: “Barlow … Is Dismissed”.

Its subject stands before the aside and its verb after it: a cut at the second comma would leave “Barlow, Who
Mocked the Council” and take the news.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_all_forms, read_words

AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "do", "does", "did"}
    | {"will", "would", "could", "may", "might", "can", "must", "should", "to"}
)
"""A headline's “to”, too, is one: “Dahl, the painter, to leave”."""
ASIDE = re.compile(
    r"(?P<subject>[^,:;–—?“”\"]{3,60}), (?=(?:who|whose|which|an?|the|once|formerly|known|\d+"
    r"|[\w-]+ed)\b)[^,:;–—]+, (?P<verb>[\w’'-]+)",
    re.IGNORECASE,
)
VERB = re.compile(r"\w{3,}ed|\w{4,}(?:iz|ifi|ish)es")
"""“apologizes”: a verb by its ending."""


class Parted(NamedTuple):
    """Where a headline's subject ends and its verb begins."""

    subject: int
    verb: int


def find_parted(text: str) -> Parted | None:
    """Return where an aside parts the subject of a headline from its verb; None when none does."""
    found = ASIDE.match(text)
    if found is None or any(is_finite(word) for word in found["subject"].split()[1:]):
        return None
    return Parted(found.end("subject"), found.start("verb")) if is_finite(found["verb"]) else None


def leave_out_aside(text: str) -> str:
    """Return a headline without the aside after its subject, ` … ` in its place; one without it as it is."""
    parted = find_parted(text)
    return f"{text[: parted.subject]} … {text[parted.verb :]}" if parted else text


def is_finite(word: str) -> bool:
    """Tell whether a word is a verb in a form that a subject has: “is”, “sues”, “dismissed”."""
    small = word.strip("“”‘’\"'.").lower()
    return small in AUXILIARIES or small in _finite() or VERB.fullmatch(small) is not None


@cache
def _finite() -> frozenset[str]:
    lists = ("plain_verbs", "event_verbs", "speech_verbs", "thought_verbs")
    present = {form for name in lists for form in read_verbs(name) if form.endswith("s")}
    return frozenset((present | read_all_forms("past_verbs")) - read_words("nouns_like_verbs"))
