"""Tell whether a bare surname may be that of somebody else in the same article.

“Kassig said” after Ed and Paula Kassig, of whose son the article tells, is one of three; “Marek and his wife
Ana Marek” tells of another Marek than Ana. Words go under no name when it may be the wife's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_brief.compose.archive import Archive
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import MentionForm, MentionKind
from build_brief.model.dossier import AttributedQuote

FAMILY = (
    r"\b{surname} and (?:[\w’'-]+ ){{0,4}}[A-Z][\w’'-]+ {surname}\b"
    r"|\b[A-Z][\w’'-]+ and [A-Z][\w’'-]+ {surname}\b|\b[Tt]he {surname}s\b"
)


def is_kin(quote: AttributedQuote, archive: Archive) -> bool:
    """Tell whether the speaker is named by a surname alone that the article gives to two."""
    speaker = quote.quote.antecedent or quote.quote.speaker
    if speaker is None or quote.speaker is None:
        return False
    if any(word.rstrip(".") in read_words("courtesy_titles") for word in speaker.text.split()[:1]):
        return False
    return any(
        mention.form is MentionForm.SHORT
        and mention.kind is MentionKind.PERSON
        and (archive.is_open(mention) or _has_family(mention.span.text, speaker.article.text))
        for mention in archive.mentions_in(speaker)
    )


@lru_cache(maxsize=64)  # asked for each quote of a speaker, and for each page that may print it
def _has_family(surname: str, text: str) -> bool:
    return bool(re.search(FAMILY.format(surname=re.escape(surname)), text))
