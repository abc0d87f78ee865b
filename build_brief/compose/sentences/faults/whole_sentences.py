"""Tell whether a statement is a sentence, and whether its cuts left it what it was."""

from __future__ import annotations

import re

from build_brief.language.vocabulary import read_lines
from build_brief.model.statements import EditKind, Statement

NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|without|hardly|barely|only|if|unless|except)\b|n[’']t\b", re.IGNORECASE
)
NUMBER = re.compile(
    r"\b(?:[Nn]os?|Gov|Sen|Rep|Lt|Gen|Col|Capt|Sgt|Mr|Ms|Mrs|Dr|Rev|Prof|vs|Drs|Sens|Reps|Govs|Gens|Messrs)\.$"
)
"""“Flight No.”: the number stands after what was taken for the end."""
LEAST_WORDS = 3
"""Of a sentence."""
ASKED = re.compile(
    r"(?:What|How) about\b"
    r"|(?:Why|How|What|Who|Where) (?:is|are|was|were|do|does|did|can|could|will|would|should) "
)
"""A question, whatever its end; “What is certain is …” goes with it."""
FRAGMENT = re.compile(
    r"(?:Because|Although|Though|Whereas|Unless) [^,]*$"
    r"|An? (?:fact|point|claim|notion|move|step|decision|view|idea|sentiment|feeling|argument|question|lesson"
    r"|promise|pledge) (?:that |which )?(?:\[[^\]]+\]|[A-Z]\w+(?: [A-Z]\w+)*|he|she|they|it)"
    r"(?: [a-z]+)? [a-z]+ed\b"
)
"""A clause that the sentence before should have held."""
LABELLED = re.compile(
    r"(?:\S+ ){0,3}\S+: [“\"]|[A-Z]{2,}[A-Z .]*(?:, [A-Z ]+)?:"
    r"|(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+: (?=[A-Z])"
)
"""A line of a transcript: it begins with the speaker's name and a colon."""
HEADLESS = re.compile(
    r"(?:Have|Has|Is|Are|Was|Were|Do|Does|Did|Wo|Ca|Could|Would|Should)n[’']t "
    r"|[A-Z]?[a-z]+ly so,"
    r"|(?:No|Yes|Yeah|Right|Exactly|Absolutely|Not really)\. "
    r"|Not only (?:did|does|do|is|are|was|were|has|have|had|will|would) [^,;:—–-]*$"
    r"|Not (?:even|one|all|everyone|exactly|quite|surprising)\b(?! of\b)"
)
"""“Haven’t even come close.”: who."""
GLUED = re.compile(r"[a-z]{3}[.!?][A-Z][a-z]+ [a-z]|\(@\w+\)")
"""Two sentences that a page's layout ran together: “… soon after.Tests were …”."""
STATED = re.compile(r"[.!…][”’\"']? ")
"""The end of a sentence that asks nothing, and of which more follows."""
ASKS = re.compile(r"[“\"][^”\"]*\?[”\"] [^.]*\.?$")
"""“‘And who paid?’ Dahl asked.”: what was asked needs its answer."""
ENDS = re.compile(r"[.!?…][”’\"')\]]*$|[.!?…]$")


def is_cut_wrongly(statement: Statement) -> bool:
    """Tell whether a cut took away a “not”, an “only” or an “if”, or left a mark or bracket alone."""
    words = statement.evidence[0].text
    cut = any(
        edit.kind is EditKind.ELISION and NEGATION.search(words, edit.start, edit.end)
        for edit in statement.edits
    )
    text = statement.text
    even = text.count("“") == text.count("”") and text.count('"') % 2 == 0
    return cut or not even or text.count("(") != text.count(")")


def is_only_asked(text: str) -> bool:
    """Tell whether somebody's words are questions and nothing else."""
    return text.rstrip("”’\"' ").endswith("?") and not STATED.search(text)


def is_sentence(text: str) -> bool:
    """Tell whether `text` begins and ends as a sentence does: no question, fragment, caption or label."""
    head = text.lstrip("… “‘\"'[")
    return (
        len(text.split()) >= LEAST_WORDS
        and bool(head)
        and not head[0].islower()
        and text[0] not in "(-–—*•●▪■◦►"
        and bool(ENDS.search(text))
        and not LABELLED.match(text.replace("[", "").replace("]", ""))
        and not any(mark in text for mark in read_lines("caption_marks"))
        and not text.rstrip("”’\"'").endswith("?")
        and not ASKED.match(text.replace("[", "").replace("]", ""))
        and not text.endswith(("…", "...", " to."))
        and not FRAGMENT.match(text)
        and not HEADLESS.match(text.replace("[", "").replace("]", ""))
        and not NUMBER.search(text)
        and not GLUED.search(text)
        and not ASKS.match(text)
    )
