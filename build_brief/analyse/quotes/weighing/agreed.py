"""Make one claim of two that name the same speaker: the better words of each."""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import Passage
from build_brief.model.article import Span

SAME = 0.6
"""Share of the words from which two contents are one; the rules cut them cleaner."""


def agree(passage: Passage, learned: Attribution, ruled: Attribution) -> Attribution:
    """Return the claim both make: the rule's words where they are much the same, the fuller speaker."""
    both = learned._replace(rule=f"both/{ruled.rule}", addressee=ruled.addressee)
    if learned.speaker and ruled.speaker and _is_better(ruled, learned.speaker):
        both = both._replace(speaker=ruled.speaker)
    shared = count_shared(learned, ruled)
    whole = max(count_shared(learned, learned), count_shared(ruled, ruled))
    if shared >= SAME * whole or _is_end_of(passage, ruled, learned) or _breaks_off(passage, learned, ruled):
        both = both._replace(contents=ruled.contents, cue=ruled.cue)
    return both


def _breaks_off(passage: Passage, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the learner stops at a closing mark inside a clause: “an ‘early’ [start is …]”."""
    mine, theirs = ruled.contents[0], learned.contents[0]
    after = passage.find_token(theirs.end)
    single = len(ruled.contents) == len(learned.contents) == 1
    if not single or not mine.covers(theirs) or mine.end == theirs.end:
        return False
    known = passage.classes[after]
    goes_on = known.shape in ("x", "X") and known.grammar in ("", "auxiliary")
    return mine.start == theirs.start and passage.is_closed(after - 1) and goes_on


def _is_better(ruled: Attribution, learned: Span) -> bool:
    """Tell whether the rule cuts the speaker better: fuller, or without the verb: “the Journal [reports]”."""
    speaker, cue = ruled.speaker, ruled.cue
    if speaker is None:
        return False
    verbal = cue is not None and learned.covers(cue) and speaker.end <= cue.start
    return verbal or _is_fuller(speaker, learned)


def _is_fuller(ruled: Span, learned: Span) -> bool:
    """Tell whether the rule has more words before the same head, or the noun that “who” belongs to."""
    longer = ruled.covers(learned) and ruled != learned
    rest = ruled.text[len(learned.text) :]
    broken = learned.text.endswith("-") and rest[:1].isalpha()  # “a 20-[year-old officer]”
    described = ruled.start == learned.start and (rest.startswith(" who ") or rest[1:2].isupper() or broken)
    return longer and (described or ruled.end == learned.end or learned.text.lower() == "who")


def _is_end_of(passage: Passage, ruled: Attribution, learned: Attribution) -> bool:
    """Tell whether the rule leaves out what leads up to “that” or to a quote: “[in May,] ‘it rained’”."""
    mine, theirs = ruled.contents[0], learned.contents[0]
    if len(ruled.contents) != 1 or len(learned.contents) != 1 or mine.end != theirs.end:
        return False
    lead = theirs.text[: max(0, mine.start - theirs.start)]
    quoted = passage.is_quoted(passage.find_token(mine.start))
    return lead.endswith(" that ") or (quoted and lead.endswith((", ", ": ")))


def count_shared(claim: Attribution, other: Attribution) -> int:
    """Return how many characters two claims share as words said."""
    return sum(
        max(0, min(mine.end, theirs.end) - max(mine.start, theirs.start))
        for mine in claim.contents
        for theirs in other.contents
    )
