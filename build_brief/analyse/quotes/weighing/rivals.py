"""Choose between what the learner and a rule claim about the same words.

Where they name one speaker, both are right; else the rule is believed where its speaker is the plain
subject of the verb or the learner is not sure of itself, and the learner otherwise.
"""

from __future__ import annotations

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.weighing.agreed import agree
from build_brief.model.article import Span

SURE = {"after": 1.0, "relayed": 1.0, "before": 0.6, "shared": 0.5}
"""Of the learner, by how the rule found its speaker: below, the rule was right more often where the two
differed (train, out of fold). A name after the verb the rule never misses."""


def choose_claim(passage: Passage, learned: Attribution, ruled: Attribution | None) -> Attribution:
    """Return the claim to keep, made of both where they agree."""
    if ruled is None or ruled.speaker is None:
        return learned._replace(speaker=None) if _speaks_after(passage, learned) else learned
    if learned.cue is None and ruled.cue and any(part.covers(ruled.cue) for part in learned.contents):
        return ruled._replace(rule=f"against/{ruled.rule}", certainty=1 - learned.certainty)
    if learned.speaker is None:
        return agree(passage, learned, ruled)._replace(speaker=ruled.speaker, rule=f"half/{ruled.rule}")
    if ruled.speaker and learned.speaker.overlaps(ruled.speaker):
        return agree(passage, learned, ruled)
    if (
        _stands_nearer(passage, learned, ruled)
        or _stands_beside(passage, learned, ruled)
        or learned.certainty < SURE[ruled.rule.partition("-")[2]]
        or _closes_quote(passage, ruled)
    ):
        return ruled._replace(rule=f"against/{ruled.rule}", certainty=1 - learned.certainty)
    return learned._replace(rule=f"rival/{ruled.rule}")


def _speaks_after(passage: Passage, learned: Attribution) -> bool:
    """Tell whether a label is taken for a speaker before a quote with its own: “Key quote: ‘…,’ …”."""
    cue, speaker, content = learned.cue, learned.speaker, learned.contents[-1]
    known = [passage.classes[t] for t in _tokens_of(passage, cue)] if cue is not None else []
    verbal = any(one.verb and one.form != "base" for one in known)
    after = passage.find_token(content.end)
    if speaker is None or verbal or speaker.end > content.start or after >= len(passage.tokens):
        return False
    begun = passage.is_closed(after - 1) and passage.is_word(after - 2, ",")
    return begun and passage.classes[after].shape.isalnum()


def _tokens_of(passage: Passage, span: Span) -> range:
    return range(passage.find_token(span.start), passage.find_token(span.end))


def _stands_nearer(passage: Passage, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether only the rule's cue is a verb of speech, right before the quote: “who said, ‘…’”."""
    if ruled.cue is None or learned.cue is None or ruled.rule != "finite-before":
        return False
    mine, theirs = ruled.cue, learned.cue
    quote = passage.find_token(ruled.contents[0].start)
    opens = passage.regions[quote] != OUTSIDE and passage.is_word(quote - 1, ",", ":")
    known = [
        passage.classes[t] for t in range(passage.find_token(theirs.start), passage.find_token(theirs.end))
    ]
    silent = not any(one.verb == "speech" for one in known)
    return opens and silent and theirs.end <= mine.start < ruled.contents[0].start


def _stands_beside(passage: Passage, learned: Attribution, ruled: Attribution) -> bool:
    """Tell whether the rule's speaker is the subject of the verb that both see, or its label of the quote.

    “The mayor denied it and [Ruiz] said”; “[Ruiz]: ‘It rained.’ [We] wrote of this in May.”
    """
    if ruled.cue is None or learned.cue is None or ruled.speaker is None or learned.speaker is None:
        return False
    if ruled.rule == "colon-before":
        return learned.speaker.start >= ruled.contents[-1].end
    whole = passage.classes[passage.find_token(ruled.speaker.start)].grammar != "determiner"
    same = ruled.rule == "finite-before" and ruled.cue.overlaps(learned.cue)
    return same and (whole or ruled.speaker.text.count(" ") > 0)


def _closes_quote(passage: Passage, ruled: Attribution) -> bool:
    """Tell whether the rule's speaker and verb follow a comma in a quote: ‘He was “a friend,” it said’."""
    if ruled.cue is None or ruled.speaker is None or ruled.rule != "finite-before":
        return False
    place = passage.find_token(min(ruled.cue.start, ruled.speaker.start)) - 1
    return place > 0 and passage.is_closed(place) and passage.is_word(place - 1, ",", "?", "!")
