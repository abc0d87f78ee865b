"""Leave out, at the head of a headline that is too long, what comes before its news.

A series (“Valley Tonight Special: …”), somebody's words, what only leads up (“Shaken by the storm, …”), a
question that is answered, a first name. What is left is the headline's own words, without a gap.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_brief.compose.leading.title_asides import is_finite

LABEL = re.compile(
    r"^(?!(?:POLLS?|REPORTS?|SOURCES?|STUDY|SURVEY|WITNESS(?:ES)?|POLICE|OFFICIALS?)\b)"
    r"[A-Z]{4,}(?: [A-Z]+)*\s?[:|-]\s+"
    r"|^(?:Live|Updated?|Watch|Video|Exclusive|Analysis|Opinion|Fact Check)\s?[:|-]\s+"
    r"|^(?:[\w’'-]+ ){1,3}(?:Roundup|Round-up|Briefing|Digest|Bulletin|Newsletter)\s?[:|]\s+"
)
"""What kind of piece it is; who says so (“Poll: …”) is part of the news."""
QUOTED = r"(?:“[^”]+”|\"[^\"]+\"|‘[^‘]+’|'[^']+'):"
"""Somebody's words before the news: “‘We will not move’: Council closes market”."""
SERIES = (
    r"(?:[\w’'&-]+ ){1,4}"
    r"(?:Special|Exclusive|Interview|Show|Podcast|Explainer|Analysis|Review|Live|Blog|Notebook):"
)
"""“Valley Tonight Special: …”, but not “Mayor Dahl: …”, whose words follow."""
LEADS_UP = (
    r"(?:[A-Z][a-z]+(?:ed|ken|ven|ing|wn)|After|As|Amid|Despite|In|On|With|Before|Following|Under|From|For)"
    r"\b(?! (?:is|are|was|were|says?|by-law)\b)[^,:;?“”\"]{5,60},"
)
QUESTION = r"[^?:]{8,80}\?"
NOUN = re.compile(r"^(?:an?|the) \w+|[;:].*")
ADDRESSED = r"(?:My fellow|Dear|Attention,) [^,:?]{3,30},"
BEFORE = re.compile(
    rf"(?:{QUOTED}|{ADDRESSED}|{QUESTION}|(?P<leading>{LEADS_UP})|{SERIES})\s+(?=\S+(?: \S+){{2}})"
)


def drop_label(headline: str) -> str:
    """Return a headline without the label before it: “Watch: …”."""
    return LABEL.sub("", headline)


def drop_opener(headline: str) -> str:
    """Return a headline from its news on; the same when nothing before it can be left out."""
    found = BEFORE.match(headline)
    if found is None:
        return headline
    news = headline[found.end() :]
    told = news[:1].isupper() or any(map(is_finite, NOUN.sub("", news).split()[1:]))
    verb = any(is_finite(word) for word in (found["leading"] or "").split()[1:] if word != "to")
    return news[:1].upper() + news[1:] if told and not verb else headline


def drop_given_name(headline: str, surnames: Mapping[str, str]) -> str:
    """Return a headline that begins with somebody's whole name without the first; else the same.

    `surnames` are short forms of full names that nobody else in the story can be meant by.
    """
    for name, surname in surnames.items():
        if headline.startswith(f"{name} ") and name.endswith(f" {surname}"):
            return headline[len(name) - len(surname) :]
    return headline
