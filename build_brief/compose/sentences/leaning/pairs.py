"""Know words for two that a sentence must name: “the two countries”, “both men”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from build_brief.compose.sentences.leaning.telltales import Telltale
from build_brief.language.vocabulary import read_forms
from build_brief.model.annotations import Mention, MentionKind


def leaves_pair_open(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether “the two countries” or “both sides” stand for two that the sentence does not name."""
    pairs, kinds = _pairs()
    if not pairs.search(text):
        return False
    return any(not _are_named(kinds[found[0].lower()], mentions) for found in pairs.pattern.finditer(text))


def _are_named(kind: str, mentions: Sequence[Mention]) -> bool:
    kinds = (
        {MentionKind.PERSON}
        if kind == "people"
        else {MentionKind.PLACE, MentionKind.NATIONALITY, MentionKind.ORGANISATION}
    )
    return len({mention.name or mention.span.text for mention in mentions if mention.kind in kinds}) > 1


@cache
def _pairs() -> tuple[Telltale, Mapping[str, str]]:
    """Return what finds such words, and the kind of those meant by each."""
    kinds = {forms[0]: forms[1] for forms in read_forms("pair_references")}
    words = "|".join(kinds)
    return Telltale(words, rf"\b(?:{words})\b", re.IGNORECASE), kinds
