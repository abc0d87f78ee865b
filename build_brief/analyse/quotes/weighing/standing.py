"""Tell whether a report that only the rules see stands on its own.

The learner has read the same words and seen nothing said. A verb beside its own speaker is believed
all the same when what it reports is a clause, a wish (“to leave”) or a thing (“any wrongdoing”);
words that hang on the verb another way (“reports live from the field”) are no statement.
"""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.model.article import Span

WITH_DOING = frozenset({"deny", "admit", "suggest", "propose", "recommend"})
NEAR = 5
"""Tokens up to the “to” of “expect profit to recover”."""
TIMES = frozenset({"next", "last", "week", "month", "year", "night", "morning", "afternoon", "evening"})


def holds_alone(passage: Passage, claim: Attribution) -> bool:
    """Tell whether a rule's claim stands without the learner."""
    quoted = any(passage.find_regions(content.start, content.end) for content in claim.contents)
    if quoted or claim.cue is None:
        return True
    if claim.rule.endswith("-shared") and not _is_plain(passage, claim):
        return False
    content = claim.contents[0]
    if content.start < claim.cue.start:
        return True
    first, end = passage.find_token(content.start), passage.find_token(content.end)
    if all(_is_date(passage, token) for token in range(first, end)):
        return False
    known = passage.classes[first]
    if known.grammar == "determiner" or known.shape == "9" or passage.is_word(first - 1, "that"):
        return True
    return _has_wish(passage, claim.cue, first, end) or _has_verb(passage, first, end)


def tells_plainly(passage: Passage, claim: Attribution) -> bool:
    """Tell whether a rule has a verb of speech in a plain tense and a clause: “maintains it is safe”."""
    if "finite-" not in claim.rule or not _is_plain(passage, claim):
        return False
    content = claim.contents[0]
    return _has_verb(passage, passage.find_token(content.start), passage.find_token(content.end))


def is_retold(passage: Passage, claim: Attribution) -> bool:
    """Tell whether another source vouches for a report: “According to a memo, Ruiz backed the plan”."""
    if claim.speaker is None or claim.cue is None or not passage.tokens:
        return False
    if _is_vouched(passage, claim.cue):
        return True
    if any(passage.find_regions(content.start, content.end) for content in claim.contents):
        return False
    place = min(passage.find_token(claim.speaker.start), len(passage.tokens) - 1)
    start = passage.sentence_limits(place)[0]
    opened = passage.is_word(start, "according") and passage.is_word(start + 1, "to")
    return opened and claim.cue.start > passage.tokens[start].end


def _is_vouched(passage: Passage, cue: Span) -> bool:
    """Tell whether papers end the sentence as who says it: “Ruiz called it off, leaked emails claim”."""
    place = min(passage.find_token(cue.start), len(passage.tokens) - 1)
    last = passage.sentence_limits(place)[1] - 1
    while last > place and not passage.classes[last].shape.isalnum():
        last -= 1
    told = passage.classes[last].verb in ("speech", "evidence") and passage.regions[last] == OUTSIDE
    if last - 1 <= place or not told or passage.classes[last - 1].noun != "document":
        return False
    return any(passage.is_word(token, ",") for token in range(max(place, last - NEAR), last))


def _is_date(passage: Passage, token: int) -> bool:
    known = passage.classes[token]
    dated = known.noun == "calendar" or known.grammar in ("determiner", "preposition") or known.shape == "9"
    return dated or passage.is_word(token, *TIMES)


def _has_wish(passage: Passage, cue: Span, first: int, end: int) -> bool:
    """Tell whether the clause has no tense of its own: “to leave”, “profit to recover”, “paying anybody”."""
    if any(passage.is_word(token, "to") for token in range(first, min(first + NEAR, end))):
        return True
    base = passage.classes[passage.find_token(cue.end) - 1].base
    return base in WITH_DOING and passage.tokens[first].text.endswith("ing")


def _is_plain(passage: Passage, claim: Attribution) -> bool:
    """Tell whether the cue is a verb of speech in a plain tense."""
    if claim.cue is None:
        return False
    known = passage.classes[passage.find_token(claim.cue.end) - 1]
    return known.verb == "speech" and known.form in ("s", "ed")


def _has_verb(passage: Passage, first: int, end: int) -> bool:
    """Tell whether a clause stands between two tokens: some word in it is a verb in a tense."""
    return any(is_finite(passage, token) for token in range(first, end))
