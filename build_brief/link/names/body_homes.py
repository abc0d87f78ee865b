"""Keep apart the bodies of several countries that have one name: two Senates, two Foreign Ministries.

What stands before the name says it (“Nigeria’s Senate”), else the country that the article is about;
where that is open, a body is one with none of another story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from build_brief.language.governments import split_body
from build_brief.language.homes import count_homes, find_home, find_usual_home, is_shared
from build_brief.language.known_names import find_country_of, match_known
from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention

UNOWNED = ("ministry", "department")
OWNING = ("’s", "'s")
BEFORE = 40
"""Characters before a name in which its owner stands."""


class Home(NamedTuple):
    """Whose a body is."""

    name: str
    country: str | None
    """None when it is the usual one's, or open."""
    shared: bool
    usual: str
    """The country whose body papers mean when they do not say; empty without one."""
    serves: bool
    """True for a ministry, or a body listed as its government's."""

    @property
    def label(self) -> str:
        """The name to print: with its country where another country's is the usual one."""
        return f"{self.name} ({self.country})" if self.country and self.usual else self.name

    @property
    def side(self) -> str | None:
        """The country that it speaks for, as far as this tells."""
        return self.country if self.serves else None

    def write(self, key: str, story: str) -> str:
        """Return `key` with the country; with the story where nobody can say whose body it is."""
        if not self.shared or (self.usual and not self.country):
            return key
        return f"{self.country}: {key}" if self.country else f"{key} in {story}"


def count_own_homes(named: Iterable[str]) -> Counter[str]:
    """Return how often an article names each country, by the places and bodies that it has `named`."""
    return count_homes(name for name in named if not is_shared(name))


def find_home_of(name: str, mentions: Sequence[Mention], homes: Counter[str]) -> Home:
    """Return whose body `name` is in an article with these `homes`, as `count_own_homes` gives them."""
    country, rest = split_body(name)
    unowned = country is None and find_country_of(name) is None and _is_ministry(rest)
    usual = find_usual_home(name)
    shared = unowned or is_shared(name)
    serves = unowned or find_country_of(name) is not None
    if not shared:
        return Home(name, None, shared, usual, serves=False)
    owners = {owner for mention in mentions if (owner := _find_owner(mention))}
    home = owners.pop() if len(owners) == 1 else find_home(name, homes)
    return Home(name, None if home == usual else home, shared, usual, serves=serves)


def _is_ministry(rest: str) -> bool:
    """Tell whether a name is only what a ministry deals with, not “Carne Police Department”."""
    *words, noun = rest.split()
    subjects = read_words("governing_modifiers") | {word.lower() for word in read_words("subject_nouns")}
    return noun in UNOWNED and all(word in subjects or word in ("and", "of") for word in words)


def _find_owner(mention: Mention) -> str | None:
    """Return the country in “Nigeria’s Senate”."""
    text = mention.span.article.text[max(mention.span.start - BEFORE, 0) : mention.span.start]
    if text.rstrip()[-2:] not in OWNING:
        return None
    words = [token.text.replace("'", "’") for token in find_tokens(text)]
    if words[-1:] != ["’s"]:
        return None
    for at in range(max(len(words) - 5, 0), len(words) - 1):  # “New Mexico’s” is not Mexico’s
        known = match_known(words, at)
        if known and at + known[0] == len(words) - 1:
            return known[1].country
    return None
