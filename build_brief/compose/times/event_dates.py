"""Tell whether a date in a sentence is when the thing happened that the sentence tells.

It may be the year of something named in passing: of what somebody is (“, the 2007 champion”), of the
deed that a court tries, of a pipe “that was laid last August”. A line under that date would be untrue.
"""

from __future__ import annotations

import re

from build_brief.compose.sentences.leaning.nowadays import is_nowadays
from build_brief.language.verbs import read_verbs
from build_brief.model.dates import Precision
from build_brief.model.dossier import TimelineEntry

TITLED = re.compile(r", (?:an?|the) $")
WHO = re.compile(r", (?:(?:for|with|to|of|in|under|from) )?(?:who|whom|whose|which) [^,]*(?:, [^,]*)?,(?= )")
OF_DEED = re.compile(
    r"\b(?:charge[sd]?|convict\w*|sentence[sd]?|accus\w+|jailed|indict\w+|fined|arrest\w*|tried|trial|prosecut\w+|sued"
    r"|lawsuit|investigat\w+|guilty|acquitted|suspected|serving|responsible|blamed|famous|known|remembered|icon)\b"
    r"[^.;]*?\b(?:from|for|over|of|with|in connection with)\b [^.;]*$"
)
"""“jailed for a protest in 2013”: the year is that of the protest."""
OWNED = re.compile(r"\b(?:his|her|its|their|our|my|whose) $|[’']s $", re.IGNORECASE)
"""“the president and his 2016 campaign”: named, not told."""
PERFECT = re.compile(r"\b(?:has|have) (?:[a-z]+ly |also )?(?:been [a-z]+ing|(?!been\b)[a-z]+ed)\b [^,;]*$")
"""“has ruled illegal the decision last year”: “has ruled” is of now."""
GOING_ON = re.compile(
    r"\b(?:is|are) (?:[a-z]+ly |also |still |now )?[a-z]+ing\b [^;]*$"
    r"|\b(?:remains?|continues? to|whether)\b [^;]*$"
    r"|^[^,;]* (?:argues?|says|claims?|insists?|maintains?) that\b"
)
"""“are asking whether he won the last vote by fraud”, “remain angry over the fire last year”."""
AHEAD_OF = re.compile(
    r"\b(?:ahead of|prior to|until|pending|in time for|before) (?:the |early |late )?$", re.IGNORECASE
)
"""“avoided chaos ahead of November”: not in November."""
LASTING = frozenset({Precision.SPAN, Precision.DECADE})
COMPARED = re.compile(r"\bfrom (?:[^\s,;]+ ){0,5}\S*\d\S* (?:[^\s,;]+ ){0,7}?(?:in )?$")
"""“slowed to 178 from 229 in 2015”, “up from 27th last year”."""
OWNS = re.compile(r"[’']s\b")
"""“released last month’s poll”: the day of the poll; a sentence that begins so tells of it."""
RECORD = re.compile(r"\b(?:[a-z]{2,}est|worst|first|most|least|only|not)\b[^;.]*$")
IN_YEARS = re.compile(
    r"since .*|(?:in|for) (?:the (?:past|last) )?(?:(?:more than|nearly|almost|about|some) )?[\w-]+ "
    r"(?:years|decades|months)"
)
"""“the lowest rate in 50 years”: of now."""
KEPT = re.compile(
    r"\b(?:e-?mails?|messages?|letters?|calendars?|documents?|records|figures|data|polls?|surveys?|reports?"
    r"|photos?|videos?|footage|transcripts?|numbers|minutes)\b[^,;]* from (?:the )?$"
)
"""“released letters from May”: not in May."""
LASTS_TO = re.compile(r"\b(?:through|till|to the end of|lasting (?:to|until)) (?:the )?(?:\w+ of )?$")
"""“a bill that pays the state through the middle of May”."""
DIFFERENT = re.compile(r"\bdifferent (?:from|than)\b[^;]*$")
LIKE = re.compile(r"\b(?:similar to|unlike|like (?:the|an?|those|that)|compared (?:to|with)|than) [^,;]*$")
BETWEEN = re.compile(r"\b(?:[Bb]etween|[Aa]nytime before|[Ss]ometime after) $")
OF_NOUN = re.compile(
    r"\b(?!(?:half|end|start|beginning|middle|part|rest|most|spring|summer|autumn|fall|winter|day|night|morning"
    r"|evening|week|month|year|quarter|days|weeks|months|years"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)\b)[a-z]+ of "
    r"(?:the )?(?:(?:early|late|mid)[ -])?(?:to )?$",
    re.IGNORECASE,
)
"""“a song of the late 1990s”: the age of the song, not of what is told of it."""
MARKED = re.compile(
    r"\b(?:remember|commemorat|anniversar|honou?r|mourn|memorial|mark)\w*\b[^.;]*\b(?:of|in|on|from|who|killed|died)\b"
    r"[^.;]*$"
)
"""“to remember those who died on 12 May 1998”: a whole date after such a word is that of the deed."""
APPOSED = re.compile(r", (?:the|an?|then) [^,]*$")
"""“Dahl, the party’s candidate in 1996, said …”: of who she is."""
DASH = re.compile(r" (?:[–—-]|--) ")
ASIDE = re.compile(r", (?:which|who|whose|where) [^,;]*$")
"""“…, which was in March.”: of what the aside is on."""
OPENING = re.compile(
    r"(?:While|Although|Though|With|Ahead of|Despite|Before|Following|Because of|Unlike|Like) [^,]*$"
    r"|(?:[A-Z][a-z]+ed|Born|Held|Made|Built|Sworn|Chosen|Set|Hit|Long|First|Once) [^,]*$"
)
"""“With the lease running out on Friday, …”: what is told happens on another day."""
FORESEEN = re.compile(r"\b(?:could|would|will|may|might) [a-z]+ [^.;]*$")
"""“could hit the country in two weeks”: ahead."""
LAW = re.compile(
    r"^ (?:[a-z-]+ ){0,2}(?:law|act|ruling|statute|treaty|agreement"
    r"|bill|report|study|book|film|constitution|rules?|code|guidelines?|deal|accord|pact|plan|pledge|decree)\b",
    re.IGNORECASE,
)
"""“the 1993 federal law”: of what a newer sentence speaks."""
SPOKEN = re.compile(r"\b(?:told|said|says|asked|argued|claimed|added|wrote|believes?|thinks?)\b")
"""“told the paper that he would not have fought the 2003 war”: that was said later."""
CLAUSE = re.compile(
    r"(?P<noun>\w+) (?:(?:that|which|who) (?!he\b|she\b|it\b|they\b|in\b|on\b)"
    r"|(?:he|she|they) )[a-z]+ [^,;]*$"
)
"""“a pipe that was laid last August”: the year of the pipe; but “said that …” tells what was."""
PARTICIPLE = re.compile(r", (?:[a-z]+ly )?(?:[a-z]+ed|born|held|made|set|built|won|led) [^,;“\"]*$")
"""“Dahl, elected on May 1, defended …”: a day of hers, not of her defence."""
FROM_THEN = re.compile(r"\b[Ss]ince\b [^,;]*\w [^,;]*$")
"""“the worst since the second quarter of 2009”, “since its founding in 1974”."""
TITLED_DAY = re.compile(
    r"(?: morning| evening| night)?[’']?s? (?:news |talk |cable )*"
    r"(?:shows?|programs?|programmes?|papers?|editions?)\b"
)
"""“Sunday morning news programs”: a kind of programme."""
MADE_BY = re.compile(
    r"\b(?!(?:was|were|been|being|be|is|are|got)\b)[a-z]+ "
    r"(?:drawn|made|set|taken|given|held|written|[a-z]{3,}ed) by [^,;]*$"
)
"""“the line drawn by the mayor last summer”: a day of the line."""
WEEKDAY_PAST = re.compile(
    r"(?: morning| evening| night| afternoon)? last (?:month|year|spring|summer|autumn|fall|winter)\b"
)
"""“a Sunday last month”: not the last one."""
OF_THING = re.compile(r"\b(?:[Tt]he|[Aa]n?|his|her|its|their|this|that) (?:[a-z-]+ )?$")
THING = re.compile(
    r" (?!(?:in|on|at|to|for|of|and|or|but|when|as|after|before|that|which|who|with|by|from|was|were|is|are"
    r"|had|has)\b)[a-z]"
)
"""“the deadly September 2012 attack”: the month tells which attack."""
NAME_BEGINS, NAME_GOES_ON = re.compile(r"\b[Tt]he (?:[a-z-]+ )?$"), re.compile(r" [A-Z][a-z]+")
"""“the moderate Tuesday Group”: a name."""
OPENS, CLOSES = "“", "”"
AHEAD = re.compile(r"\b(?:will|would|is expected to|is set to)\b[^.;]*, (?:who|which|whose|after) [^.;]*$")
"""“will become the second, after Otieno, who served from 1967”: what is to come."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?! \d{4})"
    r"|\b(?:spring|summer|autumn|fall|winter)\b"
)
STRETCH = 300
"""Characters before a sentence in which the last year that was given still holds."""
ELSEWHERE = (
    *(OF_DEED, AHEAD, FROM_THEN, OWNED, LIKE, COMPARED, DIFFERENT, BETWEEN, AHEAD_OF, OF_NOUN, MADE_BY),
    LASTS_TO,
    KEPT,
)
CONJUNCTIONS = frozenset(
    {"when", "after", "before", "as", "because", "if", "while", "where", "and", "but", "once"}
)
SINCE = re.compile(r"\bsince\b")
STATE = re.compile(r" (?:is|are|was|were|has|have|had)\b")
"""How an aside goes on that stands in a sentence on how things are."""


def dates_event(entry: TimelineEntry) -> bool:
    """Tell whether a date is when something happened, and not what somebody is: “, the 2007 champion”."""
    expression, passage = entry.expression, entry.passage
    before = passage.text[: expression.start - passage.start]
    after = passage.text[expression.end - passage.start :]
    named = any(pattern.search(before) for pattern in ELSEWHERE)
    named = named or bool(YEAR.search(expression.text) and MARKED.search(before))
    named = named or bool(OPENING.match(before) and "," in after)
    named = named or bool(WEEKDAY_PAST.match(after)) or bool(before and OWNS.match(after))
    named = named or bool(IN_YEARS.fullmatch(expression.text) and RECORD.search(before))
    named = named or _tells_which(expression.text, before, after)
    named = named or bool(NAME_BEGINS.search(before) and NAME_GOES_ON.match(after))
    named = named or bool(ASIDE.search(before) and after[:1] != ",")
    named = (
        named or (after[:1] == "," and bool(APPOSED.search(before))) or _stands_between_dashes(before, after)
    )
    newer = bool(PERFECT.search(before) or GOING_ON.search(before))
    named = named or (entry.period.precision not in LASTING and newer)
    foreseen = expression.text.startswith("in ") and FORESEEN.search(before)
    elsewhere = named or _is_of_clause(before)
    aside = _is_lasting(expression.text, before, after) or _describes(entry)
    if (
        is_of_older_time(entry)
        or elsewhere
        or aside
        or foreseen
        or _is_quoted(before)
        or TITLED_DAY.match(after)
    ):
        return False
    if (PARTICIPLE.search(before) and after[:1] == ",") or is_nowadays(entry.expression):
        return False
    return not (expression.text.isdigit() and _names(before, after))


def _tells_which(words: str, before: str, after: str) -> bool:
    """Tell whether a month stands before a noun: “the deadly September 2012 attack”, “the August recess”."""
    whole = (YEAR.search(words) is not None and not words.isdigit()) or MONTH.fullmatch(words) is not None
    return whole and bool(OF_THING.search(before) and THING.match(after))


def _stands_between_dashes(before: str, after: str) -> bool:
    """Tell whether a date stands in an aside: “a cool hall — she won it in 2008 — heard her”."""
    return len(DASH.findall(before)) % 2 == 1 and bool(DASH.search(after))


def is_of_older_time(entry: TimelineEntry) -> bool:
    """Tell whether a month without a year stands in a stretch of another year: “won in November”."""
    expression, article = entry.expression, entry.expression.article
    if YEAR.search(expression.text) or not MONTH.search(expression.text):
        return False
    years = YEAR.findall(article.text[max(0, entry.passage.start - STRETCH) : entry.passage.start])
    return bool(years) and int(years[-1]) not in (entry.period.start.year, entry.period.start.year + 1)


def _is_of_clause(before: str) -> bool:
    """Tell whether a date stands in a clause on a noun: “a group that was founded in 1980”."""
    found = CLAUSE.search(before)
    if found is None:
        return False
    noun = found["noun"].lower()
    return noun not in read_verbs("speech_verbs") and noun not in CONJUNCTIONS


def _is_quoted(before: str) -> bool:
    """Tell whether a date stands in somebody's words, who may speak of another time."""
    return before.count(OPENS) > before.count(CLOSES) or before.count('"') % 2 == 1


def _names(before: str, after: str) -> bool:
    """Tell whether a mere year is part of a name: “the 1993 law”, “would not have fought the 2003 war”."""
    if before.lower().endswith((" a ", " an ")):
        return bool(LAW.match(after))
    if not before.lower().endswith("the "):
        return False
    return bool(TITLED.search(before) or LAW.match(after) or SPOKEN.search(before))


def _is_lasting(words: str, before: str, after: str) -> bool:
    """Tell whether a “since 1921” stands in an aside: “monks, serving the poor since 1921, had to leave”."""
    return "," in before and after[:1] == "," and bool(SINCE.search(before[before.rfind(",") :] + words))


def _describes(entry: TimelineEntry) -> bool:
    """Tell whether a date stands in an aside on somebody of whom the sentence tells something newer."""
    passage = entry.passage
    at = entry.expression.start - passage.start
    return any(
        aside.start() < at < aside.end() and not STATE.match(passage.text, aside.end())
        for aside in WHO.finditer(passage.text)
    )


def is_of_deed(entry: TimelineEntry) -> bool:
    """Tell whether a date is that of the deed somebody is tried for, or of a beginning."""
    passage = entry.passage
    before = passage.text[: entry.expression.start - passage.start]
    return bool(OF_DEED.search(before) or FROM_THEN.search(before))
