"""Tell whether somebody's own words lean on words that are not printed with them.

A speaker answers a question, speaks of “him” whom another named, of “those people” and “this type of” what
all in the room had heard of. Nothing may be put right in a quotation, so that what leans is not quoted.
"""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.antecedents import has_dangling_head, has_dangling_pronoun
from build_brief.compose.sentences.leaning.described import describes_people
from build_brief.language.vocabulary import read_words

FIRST = re.compile(r"[^.!?…]*")
ANSWERED = re.compile(
    r"(?:Not|No|Yes|Yeah|Because|Absolutely|Exactly|Correct|Right|Sure|Never|Nope|Maybe|Probably|Both|Neither"
    r"|True|Of course|Quite|Fair enough|Well|OK|Okay|Agreed|I agree|I do|I did)\b[^.!?…,]{0,30}[.!?…](?!\d)"
)
"""“Not in my experience. Because it would …”: an answer, whose question is not there."""
POINTS = re.compile(
    r"[^.!?]*?\b[a-z]+ (?:that|this)(?= ?[.,;!?…]|$)"
    r"|(?:Others|Another|Both of (?:them|these)|Some of (?:it|them|those)|One of (?:them|those))\b"
    r"|(?:(?:We|I|They) [a-z]+ (?:that )?)?(?:the |some |many )?[a-z]+s"
    r" (?:(?:by )?now |also |will |would |can )*[a-z]+ them\b"
    r"|(?:And |But |So )?(?:If|When|Because|While|Unless|Although|Until|Once)"
    r" (?:this|that|it|they|he|she|these)\b",
    re.IGNORECASE,
)
"""A first sentence that points at what was said before: “if he didn’t do that.”"""
ABSTRACT = re.compile(
    r"(?:\S+ ){1,4}(?:risk|problem|thing|fact|truth|question|point|issue|concern|fear|hope|idea|answer|view"
    r"|opinion|guess|sense|feeling|belief)(?: (?:for|with|of|in|to|here)\b[^,]{0,30})? is(?: that)?"
    r" (?:it|they|he|she)(?:[’']s)?\b"
    r"|.*\b(?:it|that|this|them|him|her) (?:too|either|again)$"
)
SUBJECT = re.compile(
    r"(?:(?!(?:the|an?|my|our|your|is|are|was|were)\b)[^\s.]+ ){0,4}?"
    r"(?:this|that)(?:[’']s| (?:is|was|has|will|would|could|might|may))\b",
    re.IGNORECASE,
)
"""“Potentially this is very big”: what is."""
KIND = re.compile(
    r"\b(?:this|that|these|those) (?:type|kind|sort)s? of\b|\b(?:this|that) same\b|\bin question\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:these|those) (?:(?!are\b|were\b)[a-z]+ ){0,2}?"
    r"(?P<noun>(?!in\b|of\b|with\b|that\b|days\b)[a-z]{4,}s|people|men|women|children|folks)\b"
    r"(?! who\b| in\b| that\b)",
    re.IGNORECASE,
)
BEGINS = re.compile(r"(?:Then|So|But|And|Or|Also|Which|Plus|Instead|Otherwise|Therefore)\b(?! far\b)")
THIS_DOES = re.compile(
    r"\bthis (?!(?:[a-z]*(?:ss|us|is)|days)\b)[a-z]+s\b(?! (?:is|was|has|will|of)\b)"
    r"|\b(?:[a-z]+ed|[a-z]+ing|do|did|does|done|say|said|see|saw|take|took|want|know|of|for"
    r"|with|about|on) this"
    r"(?= (?:on|in|to|for|as|and|but|because|when|with|by|at)\b|[.,;])",
    re.IGNORECASE,
)
"""“I think this shows …”, “judging this on …”: what."""
ONE_MORE = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|calls?|called|find|keep) this\b(?! (?:country|world|nation|place)\b)"
    r"|\b(?:down|over|up|back) there\b"
    r"|\b(?:about|of|for|with|on|at|to|from) that [A-Za-z]{3,}\b(?! (?:I|we|you|they|he|she)\b)"
    r"|\b(?:one|two) more [a-z]+|\bbring(?:s|ing)? it up\b|\bthe same (?:thing|way)\b"
    r"|^(?:About|Of|For|With|On|At|To|From|In) that [a-z]{3,}\b(?! (?:I|we|you|they|he|she)\b)"
)
SHELL = re.compile(r"\bthat (?!(?:is|was|has|had|will|would|can|could|the)\b)[a-z]+ing[.!?…”]?$")
SOMEBODY = re.compile(r"\b(?:he|she|him|his|hers?)\b", re.IGNORECASE)
DESCRIBED = re.compile(
    r"\b(?:the|an?|my|our|your|every|each|no) [a-z]|\beveryone\b|\bsomeone\b", re.IGNORECASE
)
NAME = re.compile(
    r"(?<=\S )(?!I\b|I[’'])[A-Z]"
    rf"|^(?!(?:{'|'.join(sorted(read_words('sentence_heads')))}|I|We|You|Well|Right)\b|I[’'])[A-Z][a-z]+"
)
BODIES = re.compile(
    r"\b(?:[Tt]he )?(?:Supreme Court|White House|House|Senate|Congress|Court|Constitution|Parliament)\b"
)
CATAPHORA = re.compile(r"(?:In|At|On|By|With|During|After|Before|For|Like) [^,]*, [A-Z]")
STEM = 5
"""Letters that show a noun again."""


GOES_ON = re.compile(
    r"(?:^|(?<=[.!?…] ))(?:All|None|Some|Most|Much|Each|Both) of (?:this|that|these|those|it|them)\b"
    r"|(?:^|(?<=[.!?…] ))(?:Nothing|Nobody|No one) else\b"
    r"|^(?:Given|With|Despite|Because of|In light of|Based on) (?:that|this|these|those)\b"
    r"|^There (?:are|were) (?:many |some |several )?others\b"
    r"|^What(?:[’']s| is| was) (?:unfolding|happening|going on|missing|worse|more)\b"
    r"|^What (?:we|you|I|they)(?:[’']re| are) (?:seeing|hearing|looking at|getting)\b"
    r"|^(?:In (?:response|turn|return|contrast)|As a result|For that reason)\b"
    r"|^Not (?:only |just |even )?(?:in|at|on|for|by|with|from|to|because) [^.!?…]*(?:[.!?…]|$)"
    r"|\b[Ii]t(?:[’']s| is| was) (?:[a-z]+ ){0,2}(?:hard|difficult|tough|easy|impossible|painful)"
    r" to [a-z]+(?=[,.;!?…]|$)",
)
"""“All of these were tasks …”, “It was just hard to watch”: what a speaker was told of, or told before."""
WHETHER = re.compile(
    r"\b(?:whether|clear if|know if|see if) (?:that|this)(?:[’']s| (?:is|was|will|would|has))\b"
)
"""“It’s not clear to me whether that’s so”: what."""


def leans(text: str) -> bool:
    """Tell whether a speaker's words, as they are printed, answer or point to others."""
    if has_dangling_head(text) or POINTS.match(text) or ANSWERED.match(text) or has_dangling_pronoun(text):
        return True
    if GOES_ON.search(text):
        return True
    first = FIRST.match(text)
    head = first[0] if first else text
    if BEGINS.match(text) or text.endswith(("…", "...")) or THIS_DOES.search(head) or ONE_MORE.search(head):
        return True
    if (
        SUBJECT.match(head)
        or WHETHER.search(head)
        or text.startswith(("Here is ", "Here’s ", "Here's ", "Moreover,", "However,"))
    ):
        return True
    return (
        bool(ABSTRACT.match(head) or KIND.search(head) or SHELL.search(head))
        or _means_several(head)
        or _means_somebody(head)
    )


def _means_several(head: str) -> bool:
    """Tell whether “those people” stands where no people have been spoken of."""
    found = SEVERAL.search(head)
    if found is None:
        return False
    return not re.search(rf"\b{found['noun'][:STEM]}", head[: found.start()], re.IGNORECASE)


def _means_somebody(head: str) -> bool:
    """Tell whether a “he” has nobody before it, by name or by what he is."""
    found = SOMEBODY.search(head)
    if found is None or CATAPHORA.match(head):
        return False
    before = BODIES.sub("", head[: found.start()])
    return not (
        NAME.search(before) or DESCRIBED.search(before) or describes_people(before.replace("people", ""))
    )
