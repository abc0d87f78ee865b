"""Find the role that an article itself puts before a name: “British Foreign Secretary” David Lammy.

When the name is put into a sentence in brackets, a reader who meets it there for the first time
needs the role with it. Only words right before the name are taken, as they stand, and only when
nothing before them says more: of an “ousted Islamist president” the noun alone would be untrue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from build_brief.language.role_judgements import find_role_start
from build_brief.model.annotations import AnnotatedArticle, Mention, MentionKind
from build_brief.model.article import ArticleId, Span

FITS = re.compile(
    r"(?!(?:an?|the|his|her|its|their|our|this|that|one) |(?:candidate|nominee|rival|challenger|opponent)$)"
    r"(?:[\w.’'-]+ ){0,5}[\w’'-]{4,}",
    re.IGNORECASE,
)
"""A role that can stand before a name: no article before it, no comma in it, no mere “Mr.” or “nominee”."""
SAYS_MORE = re.compile(
    r"(?:\b(?:former|de facto|interim)(?: [\w-]+){0,3}|(?:\b(?:his|her|its|their)|[’']s)(?: [\w-]+){0,2}"
    r"|\b(?:former|ex|late|ousted|then|acting|deposed|jailed|disgraced|retired|fired|onetime|old|new|self-styled)"
    r"|\b[a-z]+(?:ed|ist|al|ing|an)|\b[A-Z]\w+(?:ist|ish|ian|an|ese))[ -]$"
)
JOINED = re.compile(r"\b[A-Z][\w’'-]*(?P<joint> (?:and|&) )$")
LOOK_BACK = 30


def find_name_titles(articles: Iterable[AnnotatedArticle]) -> dict[tuple[ArticleId, str], str]:
    """Return the role that each article first puts before each full name."""
    titles: dict[tuple[ArticleId, str], str] = {}
    for annotated in articles:
        people = {mention.span.end for mention in annotated.mentions if mention.kind is MentionKind.PERSON}
        for mention in annotated.mentions:
            if mention.role and mention.name == mention.span.text and _leads(mention, mention.role, people):
                titles.setdefault(
                    (annotated.article.id, mention.name),
                    mention.role.text[find_role_start(mention.role.text) :],
                )
    return titles


def _leads(mention: Mention, role: Span, people: AbstractSet[int]) -> bool:
    """Tell whether a role stands right before a name, and whole; `people` is where other names end."""
    text, name = role.article.text, mention.span
    joined = JOINED.search(text, max(0, role.start - LOOK_BACK), role.start)
    if joined and joined.start("joint") not in people:
        return False  # “the Trade and Health Committee's chairman” chairs no mere Health Committee.
    whole = not SAYS_MORE.search(text[max(0, role.start - LOOK_BACK) : role.start])
    verb = role.text[:1].islower() and text.endswith(" to ", 0, role.start)  # “to press President Berg”
    return text[role.end : name.start] == " " and whole and not verb and bool(FITS.fullmatch(role.text))
