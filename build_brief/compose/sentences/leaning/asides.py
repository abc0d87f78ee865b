"""Know a link of thought that stands within a sentence or at its end: “…, too”, “…, however, …”."""

from __future__ import annotations

from build_brief.compose.sentences.leaning.openers import ANCHORS
from build_brief.compose.sentences.leaning.telltales import Telltale

ASIDE = Telltale(
    "too|meanwhile|however|though|moreover|therefore|in turn|contrast|conversely|likewise|similarly"
    "|for example|for instance|in other words|then|after all|of course|thus|hence|agreed,|concurred|, also "
    "|have seen|noted|mentioned|the following",
    r", (?:too|meanwhile|however|though|moreover|therefore|in turn|by contrast|in contrast|conversely"
    r"|likewise|similarly|for example|for instance|in other words|then|after all|of course)[,.]"
    r"|(?<!and) (?:therefore|thus|hence) [a-z]"
    r"|\b(?:dis)?agreed, (?:saying|adding|noting|calling)\b|\bconcurred\b"
    r"|, also (?:[a-z]+ed|was|were|had|has|is|are)\b"
    r"|\bas (?:we|I) (?:have seen|noted|mentioned)\b"
    r"|\bthe following (?!day|night|morning|afternoon|evening|week|month|year|season|spring|summer|autumn"
    r"|fall|winter|decade|century|[A-Z])",
)
"""“issued the following statement” goes on in the next sentence, as “too” goes on from the last."""
TOO = Telltale(" too", r"(?<!\bnot)(?<!\bfar)(?<!\ball)(?<!\bnone) too(?=[,.;]|$)")
"""“Dahl can be a “sailor,” too, they say”: as who else."""
CLOSING = Telltale(
    "in response|in kind|as a result|accordingly|instead|likewise|as well",
    r"\b(?:in response|in kind|as a result|accordingly|instead|likewise|as well)(?=[,.;]|$)",
)
"""What looks back from the end of a clause, unless the clause before it is in the same sentence."""


def links_in_passing(text: str) -> bool:
    """Tell whether `text`, quotations masked, is tied to another sentence elsewhere than at its head."""
    if ASIDE.search(text) or TOO.search(text):
        return True
    closing = CLOSING.search(text)
    return closing is not None and not ANCHORS.search(text, 0, closing.start())
