"""What is still wrong with a statement: the five ways in which words of a source can mislead.

After “Extractive is not Faithful” (Zhang, Wan and Bansal, 2023): a pronoun nobody in sight explains,
a link of thought to a sentence that is not there, a reference that is incomplete, a referent that a
reader may take for another, and a cut that changes the meaning. What is found here is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from build_brief.compose.sentences.faults.whole_sentences import is_cut_wrongly, is_only_asked, is_sentence
from build_brief.compose.sentences.leaning.antecedents import has_dangling_pronoun, names_its_people
from build_brief.compose.sentences.leaning.asides import links_in_passing
from build_brief.compose.sentences.leaning.counted import (
    ANOTHER,
    BARE_MANY,
    COUNTED,
    FEWER,
    compares_with_nothing,
)
from build_brief.compose.sentences.leaning.demonstratives import POINTERS
from build_brief.compose.sentences.leaning.openers import find_also, find_opener, is_tied
from build_brief.compose.sentences.leaning.pairs import leaves_pair_open
from build_brief.compose.sentences.leaning.spoken_words import leans
from build_brief.compose.sentences.leaning.strangers import names_stranger
from build_brief.compose.sentences.leaning.telltales import Telltale
from build_brief.compose.sentences.leaning.whereabouts import is_somewhere_else
from build_brief.language.quote_marks import find_quoted
from build_brief.language.vocabulary import read_all_forms, read_words
from build_brief.model.annotations import Mention
from build_brief.model.statements import Statement, Voice

LOOKED_AT = 1024
"""Sentences of which is remembered what was found: those of a story are looked at again and again."""
LEANING = "dangling pronoun"
"""The fault of words that a sentence beside them may explain."""
CUT = "misleading cut"
"""The fault of what is no whole sentence: a clause need be none."""
FAULTS = (
    LEANING,
    "dangling discourse",
    "incomplete reference",
    "wrong referent",
    CUT,
)
FIRST_PERSON = re.compile(r"\b(?:I(?!\.)|[Ww]e|[Mm]y|[Oo]ur|us|[Mm]e(?!\.\S)|[Yy]ou|[Yy]our)\b|\bUs\b(?!\.)")
SINGULAR = re.compile(r"\b(?:I(?!\.)|[Mm]y|[Mm]e(?!\.\S)|[Yy]ou|[Yy]our)\b")
"""The “we” of an opinion is its readers and its writer, and the page says that it is an opinion."""
HEAD = 14
"""Characters at the head of an article that may still point elsewhere: “This is …”; further on a lead's
“those cuts” are those that it has told of."""
BARE_VERBS = frozenset(
    {"was", "were", "is", "are", "has", "have", "had", "will", "would", "could", "may", "might", "can"}
    | {"also", "then", "became", "upheld", "withheld", "…"}
)
PLURAL_VERBS = frozenset(
    {"appear", "begin", "bring", "carry", "come", "continue", "focus", "follow", "give", "go", "hold"}
    | {"include", "make", "mean", "need", "remain", "represent", "reveal", "say", "seem", "show", "suggest"}
    | {
        "take",
        "want",
        "state",
        "describe",
        "explain",
        "argue",
        "warn",
        "claim",
        "call",
        "tell",
        "point",
        "seek",
    }
)
"""“The images include …”: which images, another sentence told."""
CAPITAL = re.compile(r"^\[([A-Z])\]")
"""A capital put in by a repair: “[T]his” is still “This”."""
NEWSLESS = re.compile(
    r"The [a-z]+ (?:by (?:[^,]{3,60}, [^,]{3,80},|\S+ \S+) |(?:on )?(?:\w+day|[A-Z]\S+) )?"
    r"(?:comes?|came|follows?|followed) (?:amid|after|as|on|and|just|days|hours|weeks|a|in|at)\b"
    r"|The more[- ]than\b"
)
"""“The comments by … come amid …”: what was said stands elsewhere."""
THEY_SAY = re.compile(
    r"^[^,“\"]{3,60}, (?:he|she) (?:said|says|added|adds|noted|argued|wrote),|"
    r", (?:they|it) (?:say|says|said|added|add|argue|argued|claim|claimed|insist|insisted|warn|warned|note"
    r"|noted|think|thought|believe|believed|hope|hoped|fear|feared)\b"
    r"(?=[.,;]|$)"
)
"""“…, they say.”: whoever speaks was named in another sentence."""
SIMILAR = Telltale(
    "similar|comparable|equivalent|identical",
    r"\b(?:similar|comparable|equivalent|identical)\b(?! (?:to|in)\b)",
    re.IGNORECASE,
)
COMPARES = re.compile(r"[;:]| (?:and|or|as|like|while|but|than|with|both|of|between|two|many|several)\b")
"""After any of these “similar” may be like something in its own sentence."""
AT_THE_TIME = Telltale(
    "at the time| since,|this time ",
    r"\bat the time\b(?! (?:of|that|when|the|he|she|it|they|was|were))"
    r"|\b(?:decades|years|months|weeks|days) since,"
    r"|\bthis time (?:period|frame|span)\b",
)
"""“apologised at the time”: at which."""
HAS_SINCE = re.compile(
    r"^(?:(?!(?:who|which|that|after|when|left|until)\b)[^\s,;:]+ )+?(?:has|have|had) since"
    r" (?!(?:the|its|his|her|their|last|at|early|late|mid)\b)[a-z]"
)
"""“has since made others”: since when."""


def find_faults(
    statement: Statement, mentions: Sequence[Mention] = (), *, leads: bool = False
) -> tuple[str, ...]:
    """Return the faults of `statement`, by name; empty when it may be printed.

    `mentions` are those of its sentence; without them “the two countries” is never complete, and any
    name may be who “he” is. A sentence that `leads` its article can lean on no other: “The council” is
    the council there.
    """
    text = statement.text
    if statement.voice is Voice.VERBATIM:
        words = _without_bracket(text)
        found = {
            LEANING: leans(words),
            CUT: is_cut_wrongly(statement) or is_only_asked(words),
        }
    else:
        open_text = _without_bracket(mask_quotes(text))
        found = {
            LEANING: (
                has_dangling_pronoun(open_text, mentions)
                and not (leads and names_its_people(open_text, mentions))
            )
            or bool(THEY_SAY.search(open_text))
            or _opens_with_pointing_words(text),
            "dangling discourse": _has_dangling_discourse(text, open_text),
            "incomplete reference": _is_incomplete(open_text[:HEAD] if leads else open_text)
            or leaves_pair_open(open_text, mentions)
            or bool(COUNTED.match(open_text))
            or (not leads and bool(NEWSLESS.match(open_text)))
            or (not leads and opens_in_the_middle(open_text)),
            "wrong referent": bool(
                (SINGULAR if statement.voice is Voice.OPINION else FIRST_PERSON).search(open_text)
            ),
            CUT: is_cut_wrongly(statement) or not is_sentence(text),
        }
    return tuple(name for name, is_found in found.items() if is_found)


def _without_bracket(text: str) -> str:
    return CAPITAL.sub(r"\1", text) if text.startswith("[") else text


def opens_in_the_middle(text: str) -> bool:
    """Tell whether a lead begins with somebody or something not yet known: “The meeting was …”."""
    return bool(_bare_subject().match(text)) or names_stranger(text)


def _opens_with_pointing_words(text: str) -> bool:
    """Tell whether a sentence begins with somebody's words that point elsewhere: “‘This helps,’ …”."""
    quoted = next((one for one in find_quoted(text, 0, len(text)) if one.depth == 0), None)
    if quoted is None or quoted.start > 1:
        return False
    return leans(text[quoted.start : quoted.end])


def mask_quotes(text: str) -> str:
    """Return `text` with what stands in quotation marks blanked: a speaker may say “this” and “we”."""
    for quoted in find_quoted(text, 0, len(text)):
        if quoted.depth == 0:
            text = text[: quoted.start] + "\N{BULLET}" * (quoted.end - quoted.start) + text[quoted.end :]
    return text


def _has_dangling_discourse(text: str, open_text: str) -> bool:
    return (
        find_opener(text) > 0
        or is_tied(text)
        or find_also(open_text) is not None
        or links_in_passing(open_text)
    )


@lru_cache(maxsize=LOOKED_AT)
def _is_incomplete(text: str) -> bool:
    if any(pattern.search(text) for pattern in (*POINTERS, FEWER, BARE_MANY, AT_THE_TIME, ANOTHER)):
        return True
    if " since " in text and HAS_SINCE.match(text):
        return True
    if _phrases().search(text):
        return True
    similar = SIMILAR.search(text)
    if similar and not COMPARES.search(text, 0, similar.start()):
        return True
    return compares_with_nothing(text) or is_somewhere_else(text)


@cache
def _phrases() -> Telltale:
    words = sorted(read_words("incomplete_references"), key=lambda word: (-len(word), word))
    return Telltale("|".join(words), rf"\b(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def _bare_subject() -> re.Pattern[str]:
    known = "|".join(sorted(read_words("unique_nouns")))
    past = read_all_forms("past_verbs")
    # “The bill known as …” is whole: participles in -n mostly follow their noun.
    verbs = "|".join(sorted({verb for verb in past if not verb.endswith("n")} | BARE_VERBS))
    count = r"(?:two|three|four|five|six|seven|eight|nine|ten|dozen)"
    subject = rf"The (?:(?:second|third|fourth) (?:[a-z]+ )?|{count} )?(?!(?:{known}|{count})\b)[a-z][\w-]+"
    epithets = "|".join(sorted(read_words("epithet_nouns")))
    bases = "|".join(sorted(PLURAL_VERBS))
    plural = rf"The (?!(?:{known})\b)[a-z]+s (?:{bases})\b"
    adverb = r"(?:even |now |later |still |already |[a-z]+ly )?"
    return re.compile(
        rf"{plural}|{subject} {adverb}(?:{verbs}|[a-z]+ed(?! by)|[a-z]+s|[a-z]+n[’']t)(?!\w)"
        rf"|The (?:[\w-]+ ){{0,2}}(?:{epithets})(?:,| (?!of\b|[A-Z\[]))"
        rf"|{subject}, (?:\d|who\b|which\b|whose\b|[a-z]+(?:ed|ing)\b)"
    )
