"""Know a sentence that is no part of the story: a caption, a gallery's number, who the author is.

Newspapers put such lines between the paragraphs; whoever lifts the text lifts them too. They are
often whole sentences, so only their form gives them away.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from build_brief.compose.sentences.kinds.clauses import has_verb
from build_brief.compose.sentences.leaning.openers import find_opener
from build_brief.compose.sentences.leaning.telltales import Telltale
from build_brief.language.vocabulary import read_words

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
SEEN = (
    r"(?:seen|pictured|shown|photographed) "
    r"(?:here|above|below|during|in|on|at|with|outside|after|before|from|standing|walking|leaving)"
)
BEGINS = re.compile(
    r"\d{1,3}/\d{1,3} "  # “4/30 The crew …”: a picture of a gallery
    r"|(?:[A-Z’']{3,} ){3,}[A-Z][a-z]"  # a sub-head and a sentence run together
    r"|[A-Z]\w+ [A-Z]\w+/(?:[A-Z]\w+ )+(?=[A-Z])"  # “Ada Berg/Staff After the storm …”
    rf"|{MONTH} \d{{1,2}}, \d{{4}}; "  # “Feb 4, 2018; Leeds; …”
    r"|(?:Image|Photo|Video|Picture|Photograph|Slide) [A-Z]"
    r"|[A-Z]\w+[’']s (?:[A-Z][\w.-]+ ){2,3}(?:discusses|reports|explains|looks at|breaks down|speaks|talks)\b"
    rf"|(?:{MONTH},? \d{{4}} ){{3}}"  # a menu
)
CAPTIONS = (
    Telltale("seen|pictured|shown|photographed", rf"^[^,.“\"]{{0,80}}\b(?:is|are) {SEEN}\b"),
    # in the present: “The girls are seen during …”
    Telltale(
        "photo|image|picture|still",
        r"^.{0,300}\bin (?:a|this|an) (?:[a-z]+ ){0,2}(?:photo|photograph|image|picture|still)\b"
        r"(?: (?:\w+ ){0,2}(?:obtained|provided|released|taken|made|by|from|posted|via)\b|[.,])",
    ),
    Telltale(
        "celebrate|pose|react|gesture|looks on|embrace|hold|wave|shake",
        r"^[^,.“\"]{0,80}\b(?:celebrates?|poses?|reacts?|gestures?|looks on|embraces?|holds? up|waves?"
        r"|shakes? hands)\b.{0,200}\b(?:during|after|before|at|on)\b.{0,200}\b(?:yesterday|\d{4})",
    ),
    Telltale(
        ", jan|, feb|, mar|, apr|, may|, jun|, jul|, aug|, sep|, oct|, nov|, dec",
        rf"^.{{0,200}}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), {MONTH} \d{{1,2}}, \d{{4}}\b",
    ),
    Telltale(
        "signs|speaks|addresses|greets|arrives|attends|walks|listens|delivers|leaves|stands|sits|waits|answers"
        "|campaigns|talks|smiles|hugs|points",
        r"^[^“\"]{10,160}\b(?:signs|speaks|addresses|greets|arrives|attends|walks|listens|delivers|leaves"
        r"|stands|sits|waits|answers|campaigns|talks|smiles|hugs|points)\b[^“\"]{0,200}"
        rf"\bon {MONTH} \d{{1,2}}, \d{{4}}(?:,? (?:in|at) [A-Z][\w .,’'-]*)?\.?$",
    ),  # what a picture shows, in the present, with a whole date
    Telltale("archive", r"^.{0,120}\b[Aa]rchives? Select (?:Date|Month|Year)\b"),  # a menu
    Telltale(" more ", r"^.{0,600}[\w’')?!] MORE [a-z(]"),
    # the end of a link to other news, and the sentence that it cut in two
    Telltale(" image ", r"^.{0,200}[a-z’'] Image [A-Z]"),  # a headline and a caption run together
)
GLUED = re.compile(r"[a-z’'-][A-Z][a-z]")
"""A name, the same name with its link, and a headline run together; few sentences hold so much as a capital
within a word."""
LINKED = re.compile(
    r"(?:.{0,200} )?(?P<first>[A-Z][\w’'-]+) (?:[A-Z][\w.’'-]+ ){1,3}(?P=first) (?:[A-Z][\w.’'-]+ ){1,4}"
    r"[A-Z][a-z’'-]+[A-Z][a-z]"
)
DATED = re.compile(rf"[^“\"]{{20,250}}[ ,](?:on |in )?{MONTH} \d{{1,2}}, \d{{4}}\.?$")
"""What ends in a whole date; without a verb it says what a picture shows."""
ADDRESS = re.compile(
    r"(?:Updated?|UPDATED?|Correction|Clarification|(?:Editors?[’']?s?[’']? )?[Nn]ote)\b[^.]{0,40}:\s"
    r"|(?:Related|More)(?: (?:posts?|stor(?:y|ies)|articles?|coverage|links?|news))\b[^.]{0,60}: "
    r"|This (?:article|story|post|report|piece) (?:has been|was|will be) (?:updated|corrected|amended)\b"
    r"|(?:[^.]{0,120} )?Take a look (?:at|inside)\b|"
    r"[A-Z]+ transcripts are\b|The authoritative record of\b|"
    r"(?:Please (?:subscribe|donate|consider|support|share|help us|sign up)\b)|"
    r"(?:Click to|Do take note|Take note|Stay up to date|Stay tuned|Stay informed"
    r"|Support our|Become a (?:member|subscriber)|Donate|Join us"
    r"|Check out|Don[’']t miss|Have a tip|Got a tip|Download|Register (?:for|now|here)"
    r"|Get (?:our|the latest|more|updates))\b|"
    r"(?:Follow|Email|E-mail|Contact|Tweet|Reach|Write to|Subscribe|Sign up|Click|Scroll down|Read|Watch"
    r"|Listen to) (?:us|me|him|her|them|the author|@|for|to our|here|our|below|more|now|video|this)\b"
    r"|.{0,120}\b(?:contributed to this (?:report|article|story)|can be (?:reached|followed|found) (?:at|on)|"
    r"follow (?:him|her|them|me|us) on)\b"
)


@lru_cache(maxsize=4096)  # several steps ask it of the same sentences
def is_no_news(text: str) -> bool:
    """Tell whether a sentence is a caption, a note to the reader or a line on its author."""
    opener = find_opener(text)
    rest = text[opener : opener + 1].upper() + text[opener + 1 :]
    shown = DATED.match(text) is not None and not has_verb(text)
    return shown or bool(_is_caption(text) or ADDRESS.match(rest) or _biography().match(text))


def _is_caption(text: str) -> bool:
    if BEGINS.match(text) or any(caption.search(text) for caption in CAPTIONS):
        return True
    return GLUED.search(text) is not None and LINKED.match(text) is not None


@cache
def _biography() -> re.Pattern[str]:
    """Return the form of “Ada Berg is a writer and the author of …”, in the present and without news."""
    trades = "|".join(
        sorted(map(re.escape, read_words("author_trades")), key=lambda word: (-len(word), word))
    )
    name = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3}"
    life = rf"{name},? (?:\d\d, )?is an? (?:[\w’'-]+ )?graduate of\b|(?:{name}|He|She) lives (?:in|with)\b"
    life += rf"|(?:{name}|He|She) is .{{0,40}}best-?selling author of\b"
    return re.compile(
        rf"{life}|{name},? (?:is|writes|covers) (?:(?:an?|the) )?(?:[\w’'-]+ ){{0,5}}?(?:{trades})\b"
    )
