"""Tell one from several where that shows what “it” and “they” cannot mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.model.annotations import Mention, MentionKind

PARTISANS = re.compile(
    r"\b(?:(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Aa]ll|[Tt]he) )?"
    r"[A-Z][a-z]+(?:ans|crats|ists|tives|als)\b(?![’'])"
)
"""“Republicans, and some Democrats”: no “it”."""
SAID_THEY = re.compile(
    r"(?P<who>[^“\"]*?) (?:said|says|told [A-Z][\w ]+|argued?|added|adds|noted|claimed|insisted|explained)"
    r" (?:that )?(?:they|their)\b"
)
"""“Dahl, a Tarnby sailor, said they sold it”: she is one."""
APPOSITION = re.compile(r"[,–—-] [^,–—]*(?:[,–—-]|$)")
SEVERAL = re.compile(
    r"\b(?!(?:his|its|this|as|us|says|was|is|has)\b)[a-z-]+[^\Wsi]s\b|\b(?:and|people|police|many|few)\b|\d"
)


def says_they_alone(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether one person says what “they” did, and no others have been spoken of."""
    found = SAID_THEY.match(text)
    if found is None:
        return False
    who = APPOSITION.sub(" ", found["who"])
    named = any(m.kind is MentionKind.PERSON and m.span.text in who for m in mentions)
    bodies = any(m.kind is not MentionKind.PERSON and m.span.text in who for m in mentions)
    one = (named and not bodies) or who.startswith(("One ", "A ", "An "))
    return one and not SEVERAL.search(who)
