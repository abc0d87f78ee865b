"""Where a headline or a lead may end so that what stands before is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_brief.compose.leading.title_asides import find_parted, is_finite
from build_brief.compose.leading.title_heads import drop_label
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_all_forms, read_forms, read_lines

LONGEST, SHORTEST = 64, 16
LEAST_WORDS = 4
"""Of what is left of a headline; one less where its verb stands before a comma."""
LEAST_ABOUT = 3
"""Of what a question is about: “Dahl’s harsh toll: Fair or not?”."""
LEAST_WEAK = 28
"""Characters of a headline cut before a mere phrase; a shorter one has lost too much."""
OUTLET = re.compile(r"\s+(?:[|–—-]|\|\|)\s+[^|–—]{2,30}$")
STRAY = "<>|*#~ "
"""Marks that a page's code leaves around a headline."""
NAMES = re.compile(r"(?:[^:?]{3,30}: )?(?:What|How|Why|Who|Where|When)\b", re.IGNORECASE)
POINTS_ON = re.compile(
    r"\s*[,;:–—-]+ (?:here[’']s|here (?:is|are)|this is (?:how|why|what)|find out|see|watch|read)\b.*$",
    re.IGNORECASE,
)
"""“Features of the update, here’s what it does”: a call to read on."""
PLACES = re.compile(
    r"\b(?:leav|put|keep|hold|lay|throw|send|bring|driv|plac|drag|turn|tak|mak)(?:e|es|ing)?"
    r" (?:[\w’'-]+ ){0,3}[\w’'-]+$"
    r"|\b(?:puts|keeps|holds|lays|throws|sends|brings|left|kept|held|laid|threw|sent|brought|drove|placed|dragged"
    r"|turned|took|made) (?:[\w’'-]+ ){0,3}[\w’'-]+$",
    re.IGNORECASE,
)
"""“leave Berg” is not “leave Berg in the lurch”: these verbs say where to."""
CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
"""“will resign if …”: without the condition it is not so."""
OF_WHOM = re.compile(r"(?<=[a-z]{3}(?:tion|sion|ment)s) of\b|(?<=[a-z]{3}ings) of\b", re.IGNORECASE)
"""“drops investigations of three senators”: whom a deed is done to can be left out; “dozens of” cannot."""
TEASER = re.compile(r"(?:Here|How|Why|What|Who|When|Where|Watch|See|Meet|If|\d+ )\b", re.IGNORECASE)
SOFT = re.compile(r"\s*(?:[;:]|\s[–—-]|(?<=[a-z]{3})\.)\s")
COMMA = re.compile(
    r",\s(?=(?:after|as|amid|with|who|which|say|says|but|while|despite|citing|\w+ing)\b|[^,]*$)"
)
"""A comma that a clause or the last part follows; not one between the members of a list."""
DAY = re.compile(r"\s+(?:early |late )?(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s\w+)?$")
"""The day at the end of a lead: the page gives the date."""
LEADS_UP = re.compile(
    r"(?:Without|With|After|As|Before|Despite|Amid|If|When|While|Even|In|On|At|For|From|By|Once|Since|Though"
    r"|Although|Under|Because|To)\b",
    re.IGNORECASE,
)
"""What begins so is whole only after its comma: “After the vote, …”."""
HANGING = re.compile(r"\b(?:an?|the|his|her|its|their|new|no) (?:\w+ )?\w+$", re.IGNORECASE)
"""“in their push”: what must say to what end."""
USED_AS = re.compile(
    r"\b(?:us|see|treat|describ|hail|cast|regard|portray|brand|pick|nam|serv|act|paint|dismiss|label|tout|choos|tapp?)"
    r"(?:e?s|ed|ing|e)?\b[^,:;]*$",
    re.IGNORECASE,
)
"""“using the storm as excuse”: what a thing is used as belongs to the verb."""
SECOND = re.compile(r"\s+and (?P<verb>[\w’'-]+)")
"""“defends her tone and says …”: the second of two things that somebody does."""
DEPICTS = re.compile(r"(?<=[a-z]{3})\s+(?!(?:during|following)\b)(?=[a-z]{4,}ing\b)")
"""“a drawing depicting …”: a participle after its noun."""
ASIDE = re.compile(r",[^,]*,")
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "do", "does", "did"}
    | {"will", "would", "could", "may", "might", "can", "must", "should"}
)
SAYING = frozenset({"say", "tell", "ask", "believe", "think", "add", "warn", "argue", "claim", "insist"})
"""Verbs whose sentence is nothing without what is said."""
INFINITIVE = re.compile(r"\bto \w+$|(?<!\bare )(?<!\bwere )(?<!\bis )\b[a-z]{3,}ed$")
"""“forms a commission to look”, “Dahl and Berg raked”: into what, in what."""
LEFT_OVER = frozenset({"early", "late"})
"""What is left of “late on Friday” before a cut."""
PAST_LENGTH = 4
SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
SINGLE_CLOSES = re.compile(r"(?<=[\w.,!])['’](?!\w)")


def strip_headline(headline: str) -> str:
    """Return a headline without the outlet after it and the label before it."""
    headline = headline.strip(STRAY)
    return drop_label(POINTS_ON.sub("", OUTLET.sub("", " ".join(headline.split())))).strip()


def cut_cleanly(text: str) -> str | None:
    """Return a headline that fits, or its longest beginning that ends where a clause does."""
    if len(text) <= LONGEST and "?" not in text and _is_even(text):
        return text.rstrip(".:;, ")
    return None if "?" in text else _cut(text, _find_ends(text, "title_ends"))


def cut_weakly(text: str) -> str | None:
    """Return the longest beginning of a headline that ends before a phrase; None when little is left."""
    ends = (end for end in _find_ends(text, "title_weak_ends") if not _wants_more(text, end))
    cut = None if "?" in text else _cut(text, ends)
    return cut if cut and len(cut) >= LEAST_WEAK else None


def name_question(text: str) -> str | None:
    """Return “What the council knew” of a headline that asks it, “Dahl’s new toll” of one that asks of it.

    None when all of it asks yes or no.
    """
    whole = text.removesuffix("?").rstrip()
    asks = text.endswith("?") and "?" not in whole
    if asks and NAMES.match(whole):
        return whole if len(whole) <= LONGEST and _is_even(whole) else None
    about, _, question = whole.partition(": ")
    return about if asks and question and len(about.split()) >= LEAST_ABOUT and _ends_well(about) else None


def cut_anywhere(text: str) -> str | None:
    """Return a beginning up to a word's end, visibly cut; None for a question or what needs no cut."""
    if "?" in text[:LONGEST] or len(text) <= LONGEST:
        return None
    shown = _drop_weak(text[: LONGEST - 1].rpartition(" ")[0])
    if CONDITION.match(text, len(shown) + 1):
        shown = _drop_weak(shown[: max(shown.rfind(", "), shown.rfind(": "), 0)])
    return f"{shown} …" if len(shown) >= SHORTEST else None


def _drop_weak(head: str) -> str:
    """Return the beginning of a headline without what hangs at its end."""
    words = head.split()
    while words and words[-1][-1:] in ",;:":
        words[-1] = words[-1].rstrip(",;:")
    while words and (_is_weak(words[-1]) or _is_half(words) or not _is_even(" ".join(words))):
        words.pop()
    return head[: len(" ".join(words))]


def find_weak_ends(text: str) -> Iterator[int]:
    """Yield the places, last first, where a lead has its verb and a phrase follows that can be left out."""
    ends = (end for end in _find_ends(text, "title_weak_ends") if not _wants_more(text, end))
    shorter = (len(DAY.sub("", text[:end])) for end in ends)
    yield from (end for end in shorter if end >= LEAST_WEAK and _is_whole(text[:end]))


def find_whole_ends(text: str) -> Iterator[int]:
    """Yield the places, last first, where a lead may be cut and has its verb and nothing left open."""
    body = text.rstrip(".! ")
    ends = ([len(body)] if len(body) <= LONGEST else []) + list(_find_ends(text, "title_ends"))
    shorter = (len(DAY.sub("", text[:end])) for end in ends)
    yield from (end for end in shorter if end >= SHORTEST and _is_whole(text[:end]))


def _cut(text: str, ends: Iterator[int]) -> str | None:
    for end in ends:
        only_leads_up = LEADS_UP.match(text) and "," not in text[:end]
        hangs = text.startswith(" to ", end) and HANGING.search(text[:end])
        *before, last = SOFT.split(text[:end])
        labels = bool(before) and len(last.split()) < LEAST_WORDS
        words = text[:end].split()
        tells = text[end] == "," and any(map(is_finite, words[1:]))
        whole = len(words) >= LEAST_WORDS - tells and _ends_well(text[:end])
        if whole and not (only_leads_up or hangs or labels):
            return text[:end].rstrip(".:;, ")
    return None


def _find_ends(text: str, name: str) -> Iterator[int]:
    """Yield the places where `text` may be cut, the last within the length first."""
    head = text[: 2 * LONGEST]
    patterns = (SOFT, COMMA, _enders(name), *([OF_WHOM, DEPICTS] if name == "title_weak_ends" else []))
    ends = {found.start() for pattern in patterns for found in pattern.finditer(head)}
    ends |= {found.start() for found in SECOND.finditer(head) if is_finite(found["verb"])}
    parted = find_parted(text)
    least = parted.verb if parted else 0
    fit = (end for end in ends if least < end <= LONGEST and not CONDITION.search(text, end))
    yield from sorted((end for end in fit if not _belongs(text, end)), reverse=True)


def _belongs(text: str, end: int) -> bool:
    """Tell whether what follows belongs to the verb before it: “as excuse”, “begins shipping”."""
    if DEPICTS.match(text, end):
        *before, noun = text[:end].split()
        return is_finite(noun) or noun.endswith("ing") or not any(map(is_finite, before[1:]))
    return text.startswith(" as ", end) and USED_AS.search(text[:end]) is not None


def _wants_more(text: str, end: int) -> bool:
    """Tell whether a verb says little without the phrase cut off: “leaves Berg”, “forms a panel to look”."""
    return bool(INFINITIVE.search(text[:end]) or PLACES.search(text[:end]))


def _is_whole(text: str) -> bool:
    """Tell whether a beginning of a sentence has a verb of its own and nothing left open."""
    main = ASIDE.sub("", text).split(",")[0]
    words = [word.strip("“”‘’\"'.").lower() for word in main.split()]
    verbs = [word for word in words[1:] if _is_verb(word)]
    said = any(read_verbs("speech_verbs").get(word) in SAYING for word in words)
    return bool(verbs) and not said and _ends_well(text) and words[-1] not in verbs


def _ends_well(text: str) -> bool:
    words = text.split()
    return bool(words) and not _is_weak(words[-1]) and _is_even(text) and "?" not in text


def _is_weak(word: str) -> bool:
    small = word.strip("“”‘’\"'").lower()
    return small in _function_words() or small in LEFT_OVER or word[-1:] in ",:;–—-"


def _is_half(words: list[str]) -> bool:
    """Tell whether the end is an owner without what is owned, or “for supporting” without whom."""
    owner = words[-1].endswith(("’s", "'s"))
    return owner or (words[-1].endswith("ing") and len(words) > 1 and _is_weak(words[-2]))


def _is_even(text: str) -> bool:
    """Tell whether every quotation mark and bracket that opens in `text` closes there."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    even = all(text.count(opening) == text.count(closing) for opening, closing in pairs)
    singles = len(SINGLE_OPENS.findall(text)) <= len(SINGLE_CLOSES.findall(text))
    return even and singles and text.count('"') % 2 == 0


def _is_verb(word: str) -> bool:
    if word in AUXILIARIES or word in read_all_forms("past_verbs"):
        return True
    return len(word) > PAST_LENGTH and word.endswith("ed")


@cache
def _enders(name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(read_lines(name), key=lambda word: (-len(word), word))))
    times = r"(?:\S+ )?(?:hours|days|weeks|months|years) (?=before|after)"
    return re.compile(rf"\s+(?:{times}|(?:{words})\b)", re.IGNORECASE)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(forms[0] for forms in read_forms("function_words"))
