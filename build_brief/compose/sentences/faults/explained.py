"""Tell whether what a statement calls by “the” or “this” is explained where it is printed.

“The organisation did not support it” needs the sentence that told which, and so do a speaker's “changes in
the legislation”. A reader of a page has read its title and bottom line, and a reader of an issue its name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from build_brief.compose.archive import Archive
from build_brief.compose.archive.asked import once
from build_brief.compose.sentences.faults import mask_quotes
from build_brief.compose.sentences.leaning.anaphors import (
    ONE_OF_ALL,
    REACH,
    find_anaphors,
    find_retold,
    known_to_all,
)
from build_brief.compose.sentences.leaning.definites import find_definites, find_owned
from build_brief.compose.sentences.leaning.signs import count_signs
from build_brief.compose.sentences.leaning.strangers import find_surnames
from build_brief.compose.sentences.leaning.things import AFTER, find_things, is_introduced
from build_brief.language.common_words import WORD, plain_word
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention
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
AUDIENCE = re.compile(
    r"\b(?:tells?|told|before|asked|urged|warned) the "
    r"(?P<noun>(?:sub)?committee|panel|board|commission|council|jury)\b(?! (?:of|on|for|that)\b)"
)
"""“Dahl, director of the Fisheries Office, told the committee”: hers is not the one."""
NUMBERED = re.compile(
    r"\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|ten) (?P<noun>[a-z]{3,}s)\b"
    r"(?! (?:of|who|that|which|in)\b)"
)
"""“on the three committees”."""
QUOTED = re.compile(r"[“\"]")


@once
def find_unexplained(statement: Statement, archive: Archive) -> frozenset[str]:
    """Return the plain nouns that `statement` calls by “the” and has not brought in itself.

    Of a speaker's own words those too that it calls by “this”.
    """
    text, mentions = statement.text, archive.mentions_in(statement.evidence[0])
    if statement.voice is Voice.VERBATIM:
        return _find_open_in_words(TOLD_WHICH.sub("", text), statement.evidence[0], mentions)
    pointed = _find_pointed_at(text) if QUOTED.search(text) else frozenset()
    text = mask_quotes(text)
    heard = frozenset(plain_word(found["noun"]) for found in AUDIENCE.finditer(text))
    before = _find_before(statement.evidence[0], archive)
    return find_things(text, mentions) | find_anaphors(text, before, mentions) | pointed | heard


def _find_open_in_words(text: str, evidence: Span, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the nouns that a speaker's words leave open: taken up from before, or heading a sentence.

    What begins an article leans on no sentence before it.
    """
    before = evidence.article.text[: evidence.start].strip(' \n“"')
    opened = frozenset(plain_word(head["noun"]) for head in _heads().finditer(text) if before)
    taken_up = (find_anaphors(text, before, mentions) | find_retold(text, before)) - _find_common()
    counted = frozenset(plain_word(found["noun"]) for found in NUMBERED.finditer(text))
    named = find_things(text, mentions) | opened | taken_up | counted
    return (named - _plain(read_words("idiom_nouns"))) | _find_pointed_at(text)


def find_doubts(statement: Statement, archive: Archive) -> frozenset[str]:
    """Return what `statement` may have been told of before: nouns that it calls by “the”, bare surnames."""
    evidence, text = statement.evidence[0], mask_quotes(statement.text)
    mentions, before = archive.mentions_in(evidence), evidence.article.text[: evidence.start]
    named = find_surnames(text, before, mentions)
    return find_definites(text, before, mentions) | find_owned(text, before) | named


def is_explained(statement: Statement, head: str, archive: Archive) -> bool:
    """Tell whether `head`, what stands above on the page, speaks of all that `statement` leaves open."""
    return all(is_introduced(noun, head) for noun in find_unexplained(statement, archive))


def is_doubted(statement: Statement, head: str, archive: Archive) -> bool:
    """Tell whether `statement` shows signs that it leans, or a “the” of which `head` does not speak."""
    if statement.voice is Voice.VERBATIM:
        return False
    told = all(is_introduced(noun, head) for noun in find_doubts(statement, archive))
    return not told or count_signs(statement.text, mask_quotes(statement.text)) > 0


def _find_pointed_at(text: str) -> frozenset[str]:
    """Return the nouns that a speaker calls by “this” and has not spoken of in the words printed."""
    found = set()
    for pointed in THIS.finditer(text):
        noun = plain_word(pointed["noun"])
        own = {plain_word(word[0]) for word in WORD.finditer(text[: pointed.start()])}
        if (
            pointed["noun"] not in read_words("words_after_this")
            and not pointed["noun"].endswith("ed")
            and noun not in own
        ):
            found.add(noun)
    return frozenset(found)


@cache
def _heads() -> re.Pattern[str]:
    """Return what finds the thing with which a speaker's sentence begins: “The new rules will …”."""
    known = known_to_all()
    return re.compile(
        rf"(?:^|(?<=[.!?…] ))The (?:(?!{ONE_OF_ALL})[a-z-]+ )?(?!(?:{known})\b)(?P<noun>[a-z][a-z-]{{2,}}) "
        r"(?:is|are|was|were|has|have|had|will|would|could|can|must|should|does|did|do|[a-z]{2,}ed|says?|shows?"
        r"|needs?)\b"
    )


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
