"""Count the signs that a sentence goes on from another, which by themselves prove nothing.

“Three more men were arrested” may stand after two or alone; “Dahl agreed on Friday” may tell with whom in
the next sentence. No head of a page explains them, and each makes it likelier that a reader misses something.
"""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.described import describes_people
from build_brief.compose.sentences.leaning.telltales import Telltale

NUMBER = (
    r"\d[\d,]*|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Aa] dozen"
    r"|[Dd]ozens|[Ss]everal|[Mm]any|[Ss]ome|[Mm]ost|[Hh]undreds|[Tt]housands|[Aa] few|[Aa]ll|[Tt]he"
)
OTHER = Telltale(
    "other",
    rf"(?P<before>\b[\w’'-]+,? )?(?:\b(?:{NUMBER})(?: of)?(?: the)? )?\b[Oo]thers?\b"
    r"(?! (?:than|side of|countries|nations|states|leaders|officials|lawmakers|companies|groups|agencies"
    r"|parts|things|words|people[’']s)\b)",
)
BESIDE = re.compile(r"\b(?:and|or|any|no|each|every|than|like|among|unlike|nor|including|such as),? $")
"""What stands before an “other” whose first is named: “Oslo and other towns”."""
TWO_SIDES = re.compile(
    r"\b(?:one|both|two|each|either|neither|half|while|whereas|some|many)\b", re.IGNORECASE
)
MORE = Telltale(
    "more|additional|further",
    rf"\b(?:{NUMBER})(?: of)? (?:more|additional|further)\b"
    r"(?! (?:than|or|and|years?|months?|weeks?|days?|hours?|minutes?|times?)\b)",
)
"""“Three more men”: beside whom."""
NUMBERED = Telltale(
    "the two|the three|the four|the five|the six",
    r"\b[Tt]he (?:two|three|four|five|six) (?!countries|nations|sides|leaders|parties|of\b)[a-z-]{3,}s\b"
    r"(?! (?:of|who|that|which|in|from|to)\b)",
)
"""“The two plans”: which, unless both are named before."""
BOTH = re.compile(r"[A-Z][\w’'-]+.* and [A-Z\[]|\b(?:two|three|four|five|six|both|and an?)\b")
ONE_MORE = Telltale("another of", r"\b[Aa]nother of\b")
"""“another of her conclusions”: beside which."""
PAPER = Telltale(
    "the times|the post|the journal|the globe|the herald|the tribune|as ",
    r"(?<![A-Z]\w )\b[Tt]he (?:Times|Post|Journal|Globe|Herald|Tribune)\b(?! of\b| [A-Z])"
    r"|\bas [A-Z][a-z]+ (?:wrote|noted|reported|explained|mentioned)\b",
)
"""“the Post reports”, “as Guy wrote”: which Post, and who."""
COMPARED = Telltale(
    "er|different|worse",
    r"\b(?:[Aa]|[Tt]he|[Mm]uch|[Ff]ar|[Ee]ven|[Ss]lightly) (?:broader|wider|larger|bigger|smaller|different"
    r"|simpler|better|worse|darker|deeper|tougher|stronger|stricter|lesser|longer|shorter|harder|easier|closer)\b",
)
STANDARD = re.compile(r"\b(?:than|from|as|because)\b")
"""With what something is compared, or why."""
AGAIN = Telltale(
    "again|once more|anew", r"(?<!once) (?:again|once more|anew)(?=[,.;]|$| (?:but|and|after|on|in)\b)"
)
"""“Dahl tried firing again”: after what."""
ANSWERS = Telltale(
    "agreed|concurred|responded|replied|complied|objected|obliged|declined|refused|echoed|discussed|mirrored"
    "|nodded|followed|stood firm|matched|repeated|shared|joined|backtracked|relented|doubled down|weighed in"
    "|reversed course|back",
    r"\b(?:agreed|disagreed|concurred|responded|replied|complied|objected|obliged|declined|refused|echoed"
    r"|discussed|mirrored|nodded|followed suit|stood firm|backtracked|relented|doubled down|weighed in"
    r"|reversed course)"
    r"(?:,? (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| too)?(?:\.$|, [a-z]+ing\b)"
    r"|\b(?:fired|hit|shot|struck|pushed) back\b(?! (?:at|against|on)\b)"
    r"|\b(?:was|were|is|are) (?:echoed|mirrored|matched|repeated|shared|joined|followed) by\b",
)
"""“Dahl agreed Tuesday.”: with whom, and about what."""
ALIKE = Telltale(
    "similarly|likewise|equally|otherwise",
    r"\b(?:similarly|likewise|equally) [a-z]+\b(?! (?:as|and|to)\b)|\botherwise(?=[.,;]|$)",
)
"""“were similarly hopeful”, “said otherwise”: than what."""
ASKED = re.compile(r"\W*(?:Asked|Pressed|Questioned) (?:[a-z]+ly )?(?:what|whether|if|why|how|when|about)\b")
"""“Asked what a promise is, Dahl …”: in a talk that goes on."""
SCENE = re.compile(
    r"\W*(?:At one point|At times|At first|At last|In the end|Even now|Even then|By then|By now|This time"
    r"|Before long|Back then|On several occasions|Up to now|In doing so|For (?:his|her|its|their) part"
    r"|(?:Earlier|Later) (?:in the|that) [a-z]+"
    r"|At that point|Soon|Eventually|Initially|Again|Once again|For the (?:next|following) [\w-]+"
    r"|Gone (?:is|are|was|were)|Not (?:so|yet)|The (?:next|following|previous) [a-z]+)\b",
    re.IGNORECASE,
)
"""Heads that go on telling: “At one point, …”."""
POINTS_IN_QUOTES = Telltale(
    "these|those",
    r"[“\"][^”\"]*\b(?:[Tt]hese|[Tt]hose) (?!who\b|that\b|in\b|of\b|days\b|are\b|were\b|things\b)[a-z]",
)
"""“asked for the cause of “these illnesses””: which the speaker told before."""
AS_OBJECT = Telltale(
    " it",
    r"\b(?:behind|about|of|with|for|against|to|on|from|under|over|in|do|does|did|done) it\b"
    r"(?! (?:is|was|will|has)\b)",
)
THING = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ee]very|[Ee]ach|[Aa]ny|[Nn]o|[Tt]his|[Mm]y"
    r"|[Oo]ur) (?P<noun>(?:[\w’'-]+ ){0,2}[a-z]{3,})\b"
)
"""A noun that “it” can stand for."""


def count_signs(text: str, masked: str) -> int:
    """Return how many signs `text` shows, each kind once; `masked` is the same without its quotations."""
    return bool(POINTS_IN_QUOTES.search(text)) + _count_in_report(masked)


def _count_in_report(text: str) -> int:
    return sum(
        (
            _has_other(text),
            bool(MORE.search(text)),
            _compares(text),
            bool(AGAIN.search(text)),
            bool(ANSWERS.search(text)),
            bool(SCENE.match(text)),
            _has_unnamed(NUMBERED, text, BOTH),
            _has_unnamed(ONE_MORE, text, TWO_SIDES),
            bool(PAPER.search(text)),
            bool(ASKED.match(text)),
            bool(ALIKE.search(text)),
            _has_weak_it(text),
        )
    )


def _has_other(text: str) -> bool:
    """Tell whether “other” stands beside nothing that is named before it."""
    if not OTHER.search(text):
        return False
    return any(
        not BESIDE.search(found["before"] or "") and not TWO_SIDES.search(text, 0, found.start())
        for found in OTHER.pattern.finditer(text)
    )


def _has_unnamed(telltale: Telltale, text: str, named: re.Pattern[str]) -> bool:
    """Tell whether what is counted or set beside another has none of that before it."""
    found = telltale.search(text)
    return found is not None and not named.search(text, 0, found.start())


def _compares(text: str) -> bool:
    found = COMPARED.search(text)
    return found is not None and not STANDARD.search(text, found.end())


def _has_weak_it(text: str) -> bool:
    """Tell whether an “it” that something is done with has names and people alone before it."""
    found = AS_OBJECT.search(text)
    if found is None:
        return False
    return all(describes_people(thing["noun"]) for thing in THING.finditer(text, 0, found.start()))
