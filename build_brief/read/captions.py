"""Tell the caption of a picture or video from a paragraph: who took it signs at the end, or the start.

“The bridge on Monday. REUTERS/Jo Day”, “GETTY The car skidded off the track in the rain”, “FILE - In this
Feb. 3 photo …”, and whole galleries run into one paragraph (“Hide Caption 6 of 18 Photos: …”). A
report that ends with its agency's name, “… he said. (AFP)”, is none.
"""

from __future__ import annotations

import re
from functools import cache

from build_brief.language.vocabulary import read_words
from build_brief.read.paragraphs import CLOSERS, ends_a_sentence

LONGEST = 900
LONGEST_BUTTON = 600
LONGEST_SIGNED_FIRST = 220
STOPS = '.?!…:,;”"’'
PHOTOS = "Photos:"
FEWEST_WORDS_BEFORE = 8
"""Before a bare agency's name: “A lawsuit against Reuters” is a sub-head."""
MOST_WORDS_OF_HEADLINE = 9
TAIL = 120
"""Characters that may hold the credit."""
GALLERY = re.compile(r"(?:hide|show|toggle) caption\s+\d{1,4} of \d", re.IGNORECASE)
BUTTON = re.compile(r"\b(?:hide|toggle) caption\b", re.IGNORECASE)
CREDIT = re.compile(r"\((?:[A-Z][\w.'’-]{1,20} ){1,3}?[A-Z][\w.'’-]{1,20}\s?/\s?[A-Z][\w. ]{1,30}\)$")
OPENING = re.compile(
    r"CLOSE\s+[A-Z“\"'‘]|FILE(?: PHOTO)?\s?[:–—-]|Image (?:copyright|caption|source)\b"
    r"|Media (?:caption|playback)\b|Photos:\s|SEE RELATED\b"
    r"|Play video\b|\+ show all\b|View [Gg]allery\b|(?:Prev|prev|Next|next) [Ii]mage \d|Enlarge [Ii]mage\b"
)
TAKEN_BY = re.compile(
    r"(?:\bPhotographer: |\b[Pp]hotos? courtesy of |©\s?[A-Z]?\w*)[^.]{0,70}$|\[Photo/[^\[\]]{2,40}\]$"
)
COURTESY = re.compile(
    r"\((?:Image |Photo |Picture |Illustration )?(?:via|courtesy(?: of)?) [^()]{2,60}\)$", re.IGNORECASE
)
STOP = re.compile(r"(?P<word>[\w.’']*[\w)’'])[.?!][”’\"']? +(?=[“‘\"'$]?[A-Z\d])")
DATED_VIDEO = re.compile(r"\([A-Z][a-z]{2,4}\.? \d{1,2}\) [A-Z]\w*$")


def is_caption(words: str) -> bool:
    """Tell whether a paragraph of these words is a caption, or a gallery of them."""
    if "aption" in words and (len(GALLERY.findall(words)) > 1 or GALLERY.match(words)):
        return True
    if len(words) > LONGEST:
        return words.startswith(PHOTOS)
    if OPENING.match(words) or ("aption" in words and len(words) <= LONGEST_BUTTON and BUTTON.search(words)):
        return True
    return words[-1] not in STOPS and _is_signed(words)  # what signs a picture has no full stop


def _is_signed(words: str) -> bool:
    """Tell whether a paragraph without a full stop ends, or begins, with who took the picture."""
    tail = words[-TAIL:]
    if _signed().search(tail) or (words[-1] == ")" and (COURTESY.search(tail) or CREDIT.search(tail))):
        return True
    if ends_a_sentence(words):
        return False
    return bool(DATED_VIDEO.search(tail) or TAKEN_BY.search(tail)) or _is_signed_barely(words)


def runs_into_headline(words: str) -> bool:
    """Tell whether a first paragraph is a caption with a short headline run into it.

    “The vote was 8 to 7. Council closes library”: a sentence, and then a line without a full stop.
    """
    if len(words) > 2 * LONGEST_SIGNED_FIRST or ends_a_sentence(words) or "(@" in words:
        return False
    if words[-1] in ",;" or words.rstrip(CLOSERS)[-1:] in ",;":
        return False
    breaks = [
        found
        for found in STOP.finditer(words)
        if "." not in found["word"] and found["word"] not in read_words("abbreviations")
    ]
    return bool(breaks) and 1 < len(words[breaks[-1].end() :].split()) <= MOST_WORDS_OF_HEADLINE


def _is_signed_barely(words: str) -> bool:
    """Tell whether a line without a full stop begins or ends with the bare name of an agency."""
    if len(words.split()) <= FEWEST_WORDS_BEFORE:
        return False
    first = _names_first().match(words) if len(words) <= LONGEST_SIGNED_FIRST else None
    return bool(first) or bool(_names_last().search(words[-TAIL:]))


@cache
def _names() -> str:
    names = sorted(read_words("furniture_credits"), key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, names))


@cache
def _signed() -> re.Pattern[str]:
    """Return a pattern of credits that cannot be the end of a sentence."""
    person = r"(?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{1,20}"
    end = r"(?:,? ?(?:/ ?)?(?:Pool|File|Files|File Photo))?\)?$"
    forms = (
        rf"(?:REUTERS|AP Photo|AFP|EPA)\s?/[^/]{{2,40}}{end}",
        rf"\bvia (?:{_names()}){end}",
        rf"{person}\s?/\s?(?:{_names()})(?:/[A-Z][\w ]{{1,20}})?{end}",
        rf"\| (?:{_names()}){end}",
        rf"\((?:{_names()})(?: [Pp]hoto| file photo)?[/:,][^()]{{2,60}}\)$",
        rf"\([^()]{{1,60}}[/:,]\s?(?:{_names()}){end}",
        rf"(?:^|[^.?!”\"] )\((?:{_names()})\)$",
        r"\((?:\w+ )?(?:file )?(?:[Pp]hotos?|File):[^()]{2,60}\)$",
        rf"Credit:? ?[A-Z][^.]{{0,60}}(?:{_names()})$|Credit (?:{_names()})$",
        rf"(?:{_names()})/(?:{_names()})$",
        rf"\| [^|.]{{0,40}}(?:{_names()})\s(?=[A-Z][^.]*$)",
    )
    return re.compile("|".join(forms))


@cache
def _names_first() -> re.Pattern[str]:
    return re.compile(rf"(?:AP:Associated Press|{_names()})(?: News)?(?: - Contributor| • [A-Z]+)? [A-Z]")


@cache
def _names_last() -> re.Pattern[str]:
    return re.compile(rf"[\w”’\"')] (?:{_names()})$")
