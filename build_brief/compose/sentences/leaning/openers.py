"""What ties a sentence to the one before it: “But”, “Meanwhile,”, “also”.

An editor who lifts a sentence out of its place drops such words and shows that something was
dropped. Some heads cannot be dropped (“Nor did …”, “The following day, …”): those sentences stay
where they are.
"""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_words

ALSO = re.compile(
    r"(?<!\bbut)(?<!\band)(?<!\bor)(?<!,) also (?!known|called|named|nicknamed|referred|spelled|the\b|an?\b)",
)
"""“but also” has its partner in the same sentence; “also known as” is no link to another."""
IS_ALSO = re.compile(r"(?:(?<=\bis)|(?<=\bwas)|(?<=\bare)|(?<=\bwere)) also (?=(?:an?|the)\b)")
"""“Thursday is also a holiday”: beside which."""
SEQUENCE = re.compile(
    r"(?<!\bday)(?<!\bdays)(?<!week)(?<!weeks)(?<!month)(?<!months)(?<!year)(?<!years)(?<!hour)(?<!hours)(?<!minutes)"
    r"(?<!moments)(?<!decades)(?<!since)(?<!\bsoon)(?<!\ban)(?<!\ba)(?<!\bthe)(?<!,)(?<!\band)"
    r" (?:earlier|later|then|subsequently|afterwards?)"
    r" (?=(?:[a-z]{3,}ed|met|said|told|wrote|went|made|gave|took|held|won|became|spoke|saw|ran|be|speak|meet"
    r"|had)\b)"
)
"""“Dahl earlier met fishermen”: before what, the sentence does not tell."""
EARLIER = re.compile(r" (?:earlier|later|then|subsequently|afterwards?) ")
SO = (
    r"So(?!\s+(?:doing|far|many|much|few|long|called|strong|great|intense|heavy|big|bad|popular|severe|successful"
    r"|close|deep|high|low|sure|serious|powerful|important|common)\b),?"
)
"""“So the miners went home”, but not “So far” and “So many”."""
NOW = r"Now(?= (?:an?|the|some|several|many|two|three|four|five|six) [a-z])(?![^.]*\\bthen\\b)"
"""“Now a group of sailors has sued”: after what was told before; but not “Now in its third year”."""
LATER = re.compile(
    r"(?:(?:Almost|Nearly|About|Some|Just|Only|Barely|Roughly|More than|Less than|Over) )?"
    r"(?:[A-Z]?[a-z]+(?:-[a-z]+)?|[Aa] (?:few|couple of|dozen)|Several|\d+) "
    r"(?:minutes|hours|days|weeks|months|years|decades) "
    r"(?:later\b|earlier\b|afterwards?\b|before,|before (?:that|then)\b)"
    r"|Fellow |For [A-Z][^.;]{2,80}, it(?:[’']s| is| was)\b"
)
"""“Twenty-four months later, …”: after what."""
INVERTED = re.compile(
    r"[A-Z][a-z]+(?:ing|ed|ght|den|st) (?:(?:in|from|amid|among|to|by|with) )?"
    r"(?:between|(?:the|his|her|its|their) [a-z]+) (?:is|are|was|were)\b"
    r"|Despite the (?:(?!of|in|for|to|from|by|on|at|with)[a-z-]+ ){0,2}[a-z]+,"
    r"|(?:His|Her|Their|Its|The) [a-z]+: |Because [^,]*, (?:once again |again |thus |thereby )?[a-z]+ing\b"
)
"""“Adding to the confusion was …”, “Despite the doubts, …”: what is new comes after what is known."""
THEN = r"Then(?= (?:on|in|at|last|this) )|Then,"
"""“Then on 6 August, the council …”, but not “Then came …”."""
APPOSED = re.compile(
    r"(?:[A-Z][\w.’'-]* )+[A-Z][\w’'-]+, (?!who\b|which\b)[^\s,;:]+ (?:(?:[A-Z][\w’'-]+, )?[^\s,;:]+ )*"
    r"[^\s,;:]+,(?P<also> also )(?!known|called|named|nicknamed|referred|spelled)"
    r"(?:[a-z]{2,}ed|said|told|wrote|made|gave|took|held|spoke|saw)\b"
)
"""“Tom Barlow, the chairman, also said …”: what stands between the commas does nothing."""
FIRST_PHRASE = re.compile(r"(?:[A-Z][a-z]+ing|In|On|At|During|Over) [^,;:]*, ")
"""No other thing that somebody “also” did stands in it: “Speaking in Tarnby, Dahl also …”."""
ANCHORS = re.compile(r"[;:]|,| (?:and|while|as|but|who|which|that|after|when|if|because|although|though) ")
"""After any of these, “also” may look back at something in its own sentence and can stay."""


def find_opener(text: str) -> int:
    """Return where the sentence goes on after its opener and blanks; 0 when it has none."""
    found = _openers().match(text)
    return found.end() if found else 0


def is_tied(text: str) -> bool:
    """Tell whether the head of `text` leans on the sentence before in a way that cannot be cut."""
    head = text[:1].upper() + text[1:]
    return bool(
        LATER.match(head) or INVERTED.match(head) or (_ties().match(head) and not re.match(THEN, head))
    )


def find_also(text: str) -> tuple[int, int] | None:
    """Return the place of an “also” or “earlier”, blanks included, that looks back beyond the sentence."""
    # Most sentences hold none of the words, and looking for them alone is faster than the patterns.
    apposed = APPOSED.match(text) if " also " in text else None
    if apposed:
        return apposed.span("also")
    found = (ALSO.search(text) or IS_ALSO.search(text)) if " also " in text else None
    if found is None and EARLIER.search(text):
        found = SEQUENCE.search(text)
    phrase = FIRST_PHRASE.match(text)
    start = phrase.end() if phrase else 0
    if found is None or ANCHORS.search(text, min(start, found.start()), found.start()):
        return None
    return found.span()


@cache
def _openers() -> re.Pattern[str]:
    words = sorted(read_words("discourse_openers"), key=lambda word: (-len(word), word))
    with_comma = [re.escape(word) for word in words if word.endswith(",")]
    bare = [SO if word == "So" else re.escape(word) + ",?" for word in words if not word.endswith(",")]
    bare += [THEN, NOW]
    # “Yet another storm” and “And …” differ: a bare opener must be followed by a new clause.
    return re.compile(
        rf"(?:(?:{'|'.join(with_comma + bare)})\s+)+(?!another\b|again\b)"
        r"(?!(?<=Yet )(?:to|more|an?)\b)(?=\S)"
    )


@cache
def _ties() -> re.Pattern[str]:
    words = sorted(read_words("discourse_ties"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w-])")
