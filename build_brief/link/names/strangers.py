"""Know a role that stands for somebody whom the article introduced without a name.

“The spokesman” after “a spokesman for Ruiz” is that one, and no longer the spokesman of another who
was named further up: his words are nobody's by name.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_brief.model.annotations import NAMING, AnnotatedArticle, Mention, MentionForm


def is_strangers(found: AnnotatedArticle, role: Mention) -> bool:
    """Tell whether a stranger of the same noun came up between the last naming and `role`."""
    if role.form is not MentionForm.ROLE or role.name is None:
        return False
    before = found.mentions[: bisect_left(found.mentions, role.span.start, key=lambda one: one.span.start)]
    ends = [one.span.end for one in before if one.name == role.name and one.form in NAMING]
    noun = re.escape(role.span.text.split()[-1])
    stranger = re.compile(rf"\b[Aa](?:n|nother)? (?:[\w’'-]+ ){{0,3}}{noun}\b")
    return bool(stranger.search(found.article.text, max(ends, default=0), role.span.start))
