"""Know the words beside a name that say what somebody is, from words that only point at another."""

from __future__ import annotations

from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span


def is_role(role: Span) -> bool:
    """Tell whether `role` says what somebody is: a “Chinese counterpart” is one only beside the other."""
    return not any(word.strip(",").lower() in read_words("relative_roles") for word in role.text.split()[-1:])
