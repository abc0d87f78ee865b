"""Tell whether a date in a sentence is of what its main clause tells.

“On Monday the council voted”, “the council voted on the bridge on Monday” are dated; “voted on the bridge
that fell in 2015”, “on the 2015 fall”, “on the bridge, built in 2015” are not: there the date is that of
another verb or noun. Nothing is parsed: between the verb and its date no word may stand that can take the
date for itself, and what is not sure is no.
"""

from __future__ import annotations

import re
from itertools import pairwise

from build_brief.language.clause_verbs import CLAUSE_WORDS, LASTING, is_main, is_timed, read_head
from build_brief.language.quote_marks import find_quoted
from build_brief.language.tense import WORD
from build_brief.language.verb_tense import HAVE, find_verbs
from build_brief.language.verbs import read_verbs
from build_brief.model.dates import Precision, Tense

OPENING = re.compile(
    r"[“\"(]?(?:(?:And|But|Yet|So|Then|Now|Just|Only|Even|Also|Still|Meanwhile|However|Again|Already),? )*"
    r"(?:(?:on|in|by|at|during|over|as of|around|about|only|just|early|earlier|late|later|back|mid"
    r"|(?:the )?(?:end|beginning|start|middle) of)[ -])*",
    re.IGNORECASE,
)
"""What may stand before a date that opens its sentence."""
PREPOSED = re.compile(r"\b(?:on|in|by|at|during|over|of) (?:the |early |late )*$", re.IGNORECASE)
"""What a day has before it when a verb follows at once; else it is a name: “Sunday preached …”."""
SHARED = re.compile(r"(?:In|On|At|During|Over|When|As|By|Under|From)\b")
"""How a first phrase begins that tells of the same time as what follows it: “At a meeting in May, …”."""
PHRASE = re.compile(
    r"(?:In|On|At|During|Over|When|As|By|From|Under|With|After|Before|Despite|Following|While|Although|Though|Since"
    r"|Because|For|Among|According|To|Like|Unlike|If|Once|Until|Of|[A-Z][a-z]+(?:ing|ed|ly))\b[^,]*, "
)
ASIDE = re.compile(r"(?:who|whom|whose|which|where|when|[a-z]+ing)\b")
BRACKETED, IN_NUMBER = re.compile(r" \([^)]*\)"), re.compile(r"(?<=\d),(?=\d)")
DASH = re.compile(r" (?:[–—-]|--) |—")
NO_TIME = re.compile(
    r"\b(?:of|from|for|to|than|between|through|till|until|about|after|before|pending|since|and|or|with)"
    r" (?:the |early |late |in |on )*$"
    r"|\b(?:from|to|than|and) (?:[^\s,;]+ )?\S*\d\S* (?:[a-z]+ ){0,4}in $",
    re.IGNORECASE,
)
"""What makes a date that of a thing, a term, a figure: “of 1990”, “ahead of Friday”, “from 12 in 2009”."""
OWNED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Tt]his|[Tt]hat|whose)|[’']s|s[’'])"
    r" (?:(?!(?:on|in|at|by|to|for|from|of|with|late|early)\b)[a-z-]+ ){0,2}$"
)
RUNS_ON = re.compile(r"\s*(?:to|through|[–—-])\s*(?:[A-Z][a-z]+\.? )?\d")
NAMED = re.compile(r"(?:(?:[A-Z][\w.’'-]*|of|the|and) )+(?:in |on )?$")
"""A subject that is a name has no date of its own: “Dahl in May asked …”."""
PUBLISHED = re.compile(
    r"\b(?:released|published|issued|posted|unveiled|aired|filed|sent) (?:on |in |early |late )*$"
)


def dates_main_clause(
    text: str, sentence: tuple[int, int], date: tuple[int, int], precision: Precision
) -> bool:
    """Tell whether `date` is of what the main clause of `sentence` tells; both are offsets into `text`."""
    before, after = _read_before(text, sentence[0], date[0]), text[date[1] : sentence[1]]
    if before is None or _stands_apart(before, after):
        return False
    opens = OPENING.fullmatch(before) is not None
    if RUNS_ON.match(after) or (not opens and _describes(text[slice(*date)], before, after)):
        return False
    if opens:
        tells = _verb_follows(after) is not Tense.PAST or bool(PREPOSED.search(before))
        return tells and (not _is_owner(after) or _is_told_of(after))
    return not NO_TIME.search(before) and _belongs_to_verb(before, after, precision)


def _read_before(text: str, start: int, end: int) -> str | None:
    """Return the words before a date without quotations and asides; None for a date inside of one."""
    parts, at = [], start
    for region in find_quoted(text, start, end + 1):
        if region.end > end:
            return None
        parts.append(text[at : region.start])
        at = region.end
    words = " , ".join([*parts, text[at:end]])
    if words.count("“") > words.count("”") or words.count('"') % 2:
        return None
    return _drop_asides(" ".join([*IN_NUMBER.sub("", words).split(), ""]))


def _drop_asides(words: str) -> str | None:
    """Return `words` without what stands between two commas and has no verb; None if a “who …” ends them."""
    bare = BRACKETED.sub("", words)
    phrase = PHRASE.match(bare)
    opening = phrase[0] if phrase else ""
    first, *others = bare.removeprefix(opening).split(", ")
    if not others:
        return opening + first
    *closed, last = others
    if ASIDE.match(last):
        return None
    kept = [part for part in closed if not ASIDE.match(part) and find_verbs(list(WORD.finditer(part)))]
    return opening + (f"{first} {last}" if closed and not kept else ", ".join([first, *kept, last]))


def _stands_apart(before: str, after: str) -> bool:
    """Tell whether a date stands between dashes or in brackets."""
    dashed = len(DASH.findall(before)) % 2 == 1 and DASH.search(after) is not None
    return dashed or before.count("(") > before.count(")")


def _describes(date: str, before: str, after: str) -> bool:
    """Tell whether a date says which thing is meant: “the 2015 veto”, “last month’s poll”."""
    following = WORD.match(after.lstrip(" ,"))
    if _is_owner(after):
        return True
    owned = OWNED.search(before) is not None
    if following is None or (after[:1] == "," and not (owned and date[-1:].isdigit())):
        return False
    word = following[0]
    noun = after[:1] in " ,-" and word.islower() and word not in CLAUSE_WORDS["after_dates"]
    noun = noun and not word.endswith(("ing", "ly")) and _verb_follows(after) is not Tense.PAST
    return (owned and (noun or word[0].isupper())) or (noun and not date.endswith(("day", "ago")))


def _is_owner(after: str) -> bool:
    return after[:2] in ("’s", "'s")


def _is_told_of(after: str) -> bool:
    """Tell whether the first verb after a date is of the past: “Monday’s attack killed …”."""
    verbs = find_verbs(list(WORD.finditer(after)))
    return bool(verbs) and verbs[0].tense is Tense.PAST and verbs[0].word not in HAVE


def _belongs_to_verb(before: str, after: str, precision: Precision) -> bool:
    """Tell whether a date inside a sentence is that of its main verb, before or after which it stands."""
    named = _verb_follows(before[len(before.split(" ", 1)[0]) :]) is not None  # “Beijing imposed …”
    phrase = None if named else PHRASE.match(before)
    first_phrase = not (named or phrase) and "," in after and PHRASE.match(f"{before.rstrip()}, ") is not None
    if first_phrase and not SHARED.match(before):
        return False
    head = read_head(before[phrase.end() :] if phrase else before)
    if head is None:
        words = tuple(found[0].lower() for found in WORD.finditer(before))
        whose = precision is Precision.DAY or NAMED.fullmatch(before) is not None
        return (first_phrase and _is_bare(words, precision)) or (whose and _verb_follows(after) is Tense.PAST)
    if _verb_follows(after):
        return head.alone and PUBLISHED.search(before) is not None
    return (
        is_main(head, precision)
        and is_timed(head, precision)
        and _is_bare(head.words[head.last + 1 :], precision)
    )


def _is_bare(words: tuple[str, ...], precision: Precision) -> bool:
    """Tell whether no word between a verb and a date can have the date for itself.

    “Doubts about the war in 2003”, “charges arising from a killing in May”: a day is rarely that of a noun.
    """
    if CLAUSE_WORDS["takes"].intersection(words) or {",", ";", ":"}.intersection(words):
        return False
    day = precision is Precision.DAY
    if not day and precision not in LASTING and CLAUSE_WORDS["topics"].intersection(words):
        return False
    pairs = list(pairwise(words))
    gerund = any(
        two.endswith("ing") and (one in CLAUSE_WORDS["before_gerunds"] or (one.endswith("s") and not day))
        for one, two in pairs
    )
    infinitive = not day and any(one == "to" and _is_infinitive(two) for one, two in pairs)
    return not gerund and not infinitive


def _is_infinitive(word: str) -> bool:
    known = any(word in read_verbs(name) for name in ("event_verbs", "speech_verbs", "thought_verbs"))
    return known or word in CLAUSE_WORDS["infinitives"]


def _verb_follows(after: str) -> Tense | None:
    """Return the tense of a verb that follows a date at once, whose subject the date stands in."""
    tokens = list(WORD.finditer(after))[:2]
    if not tokens or not after[:1].isspace() or not tokens[0][0].islower():
        return None
    verbs = find_verbs(tokens)
    if verbs and verbs[0].start == tokens[0].start():
        return Tense.PRESENT if verbs[0].word in HAVE else verbs[0].tense
    word = tokens[0][0]
    return Tense.PRESENT if word.endswith("s") and word not in CLAUSE_WORDS["after_dates"] else None
