"""Tell whether what a statement calls by “the” or “this” is explained where it is printed.

“The organisation did not support it” needs the sentence that told which, and so do a speaker's “changes in
the legislation”. A reader of a page has read its title and bottom line, and a reader of an issue its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.anaphors import REACH, find_anaphors, find_definites, find_retold
from build_brief.compose.sentences.faults import mask_quotes
from build_brief.compose.sentences.things import AFTER, find_things, is_introduced
from build_brief.language.common_words import WORD, plain_word
from build_brief.language.vocabulary import read_words
from build_brief.model.article import Span
from build_brief.model.statements import Statement, Voice

TOLD_WHICH = re.compile(r"\b[Tt]he (?:[a-z-]+ )?[a-z-]{3,}(?= (?:that |which )?(?:I|we|they|you) [a-z’']+\b)")
"""“the rule they set in 2016”, “the evidence we found”: a speaker's own clause tells which."""
SEEN_BY_ALL = (
    "country|nation|state|city|town|place|land|world|planet|house|chamber|room|building|office|government"
    "|administration|presidency|president|congress|parliament|court|community|election|campaign|season|war"
    "|crisis|pandemic|virus|generation|century|year|week|month|day|morning|afternoon|evening|time|moment"
    "|summer|winter|spring|autumn|fall|point|kind|sort|type|way|stuff|term|cycle|area|crowd|audience|circumstance"
)
"""What a speaker may call by “this”, for all who hear him are in it."""
THIS = re.compile(
    rf"\b[Tt](?:his|hese) (?:(?!is\b|was\b|has\b|will\b)[a-z-]+ )?(?!(?:{SEEN_BY_ALL})s?\b)"
    rf"(?P<noun>(?!is\b|was\b|has\b|will\b|would\b|could\b|had\b|are\b|were\b|have\b|do\b|does\b|did\b)[a-z][a-z-]{{2,}}){AFTER}"
)
"""“this decision”, in somebody's words."""
NO_NOUNS = frozenset(
    {"one", "and", "but", "when", "because", "just", "really", "not", "all", "that", "which", "who", "being"}
    | {"they", "you", "she", "for", "with", "from", "into", "what", "how", "now", "then", "tooth"}
    | {"happen", "more", "less", "much", "many", "even", "time", "happens"}
)
"""What may follow “this” where it stands for itself."""
IDIOMS = frozenset(
    {
        "law",
        "problem",
        "question",
        "party",
        "event",
        "incident",
        "wall",
        "movement",
        "church",
        "hospital",
        "school",
        "store",
        "rise",
    }
)
"""Nouns that a speaker means in general: “no one is above the law”, “the writing on the wall”."""


def find_unexplained(statement: Statement, archive: Archive) -> frozenset[str]:
    """Return the plain nouns that `statement` calls by “the” and has not brought in itself.

    Of a speaker's own words those too that it calls by “this”.
    """
    evidence, text = statement.evidence[0], statement.text
    mentions = archive.mentions_in(evidence)
    before = _find_before(evidence, archive)
    if statement.voice is not Voice.VERBATIM:
        text = mask_quotes(text)
        return find_things(text, mentions) | find_anaphors(text, before, mentions)
    text = TOLD_WHICH.sub("", text)
    taken_up = find_anaphors(text, before, mentions) - _find_common()
    return (find_things(text, mentions) - _plain(IDIOMS)) | taken_up | _find_pointed_at(text)


def find_doubts(statement: Statement) -> frozenset[str]:
    """Return the plain nouns that `statement` calls by “the”, and that may be known to all or not."""
    evidence, text = statement.evidence[0], mask_quotes(statement.text)
    return find_definites(text) | find_retold(text, evidence.article.text[: evidence.start])


def is_explained(statement: Statement, head: str, archive: Archive) -> bool:
    """Tell whether `head`, what stands above on the page, speaks of all that `statement` leaves open."""
    return all(is_introduced(noun, head) for noun in find_unexplained(statement, archive))


def _find_pointed_at(text: str) -> frozenset[str]:
    """Return the nouns that a speaker calls by “this” and has not spoken of in the words printed."""
    found = set()
    for pointed in THIS.finditer(text):
        noun = plain_word(pointed["noun"])
        own = {plain_word(word[0]) for word in WORD.finditer(text[: pointed.start()])}
        if pointed["noun"] not in NO_NOUNS and not pointed["noun"].endswith("ed") and noun not in own:
            found.add(noun)
    return frozenset(found)


@cache
def _find_common() -> frozenset[str]:
    return _plain(read_words("common_definites"))


@cache
def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(plain_word(word) for word in words)


def _find_before(span: Span, archive: Archive) -> str:
    """Return the sentences before that of `span` which its reader still has in mind."""
    sentences = archive.annotated[span.article.id].sentences
    at = bisect_left(sentences, span.start + 1, key=lambda one: one.span.start) - 1
    start = sentences[max(0, at - REACH)].span.start if at > 0 else span.start
    return span.article.text[start : max(start, sentences[at].span.start if at >= 0 else span.start)]
