"""Weigh what the rules and the learner claim about the same words, and keep one claim of each.

Where both name the same speaker there is little doubt. Where they differ, the learner is believed
when it is sure of itself, else the rule. A quote only one of them saw is kept with its doubt.
"""

from __future__ import annotations

from typing import NamedTuple

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.claims.marked import is_stance, is_statement, is_suffered
from build_brief.analyse.quotes.contents.works import is_work, names_work
from build_brief.analyse.quotes.cues.labelled import is_heading
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.questions import is_questioned, opens_with_question
from build_brief.analyse.quotes.weighing.agreed import count_shared
from build_brief.analyse.quotes.weighing.rivals import choose_claim
from build_brief.analyse.quotes.weighing.standing import holds_alone
from build_brief.model.article import Span


class Weighed(NamedTuple):
    """What is kept of a passage's claims, each in order; `rule` tells who made it and who agreed."""

    claims: tuple[Attribution, ...]
    """One for each content."""
    stances: tuple[Attribution, ...] = ()
    """What the learner alone marks and no verb says: what somebody means to do, wants or expects."""


def weigh_claims(
    passage: Passage, ruled: tuple[Attribution, ...], learned: tuple[Attribution, ...]
) -> Weighed:
    """Return what is kept of what the rules and the learner claim about the same words."""
    kept: list[Attribution] = []
    silent: list[Attribution] = []
    for claim in _leave_alone(passage, ruled, learned):
        if _takes_speaker(passage, claim, ruled):
            continue
        rival = _find_rival(claim, ruled)
        if not _is_quoted(passage, claim) and not is_statement(passage, claim):
            if rival is None or is_suffered(passage, claim):
                silent.append(claim)
                continue
        elif rival is None and is_suffered(passage, claim):
            claim = claim._replace(speaker=None)  # noqa: PLW2901 - the same claim, by nobody
        chosen = choose_claim(passage, claim, rival)
        if rival and _is_cut_by(passage, claim, rival, ruled):
            chosen = chosen._replace(contents=rival.contents, cue=rival.cue)
        if not any(count_shared(chosen, other) for other in kept):
            kept.append(chosen)
    alone = [
        claim._replace(rule=f"only/{claim.rule}")
        for claim in ruled
        if not any(_tells_already(claim, other) for other in kept) and holds_alone(passage, claim)
    ]
    kept += alone
    stances = (claim._replace(rule="stance/learned") for claim in silent if is_stance(passage, claim))
    return Weighed(
        tuple(sorted(kept, key=lambda claim: claim.contents[0].start)),
        tuple(one for one in stances if not any(count_shared(one, other) for other in kept)),
    )


def _tells_already(claim: Attribution, kept: Attribution) -> bool:
    """Tell whether `kept` has some of the words of `claim`, or gives other words to the same verb."""
    same = bool(claim.cue and kept.cue and claim.cue.overlaps(kept.cue))
    return same or count_shared(claim, kept) > 0


def _takes_speaker(passage: Passage, claim: Attribution, ruled: tuple[Attribution, ...]) -> bool:
    """Tell whether the learner takes for words said who says them: “It rained, said [Ana Ruiz, who …]”."""
    turned = [other.speaker for other in ruled if other.rule == "finite-after" and other.cue == claim.cue]
    begins = claim.contents[0].start
    return not _is_quoted(passage, claim) and any(one is not None and one.start == begins for one in turned)


def _is_quoted(passage: Passage, claim: Attribution) -> bool:
    """Tell whether the words hold some in quotation marks that are not the title of a work."""
    regions = (number for part in claim.contents for number in passage.find_regions(part.start, part.end))
    return any(not is_work(passage, number) for number in regions)


def _leave_alone(
    passage: Passage, ruled: tuple[Attribution, ...], learned: tuple[Attribution, ...]
) -> list[Attribution]:
    """Return the claims without quoted sentences that hold no cue and follow another claim."""
    starts = [claim.contents[0].start for claim in ruled]
    starts += [claim.contents[0].start for claim in learned if claim.cue and claim.speaker]
    first = min(starts, default=0)
    found = []
    for claim in learned:
        contents = tuple(
            content
            for content in claim.contents
            if content.start <= first or not _stands_alone(passage, claim, content)
        )
        contents = _drop_telling(passage, claim, contents)
        if contents and (claim.cue or claim.speaker) and not _is_headed(passage, claim):
            found.append(claim if contents == claim.contents else claim._replace(contents=contents))
    return found


def _drop_telling(passage: Passage, claim: Attribution, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out what was asked, and the reporter's own sentences beside quoted ones of the cue's."""
    contents = tuple(content for content in contents if not _is_asked(passage, claim, content))
    contents = tuple(content for content in contents if not _is_unended(passage, claim, content))
    contents = tuple(content for content in contents if not names_work(passage, content)) or contents
    quoted = [content for content in contents if passage.find_regions(content.start, content.end)]
    cue = claim.cue
    if cue is None or not any(_find_sentence(passage, c) == _find_sentence(passage, cue) for c in quoted):
        return contents
    return tuple(
        c for c in contents if c in quoted or _find_sentence(passage, c) == _find_sentence(passage, cue)
    )


def _is_asked(passage: Passage, claim: Attribution, content: Span) -> bool:
    """Tell whether the words stand in the question that opens the sentence: “Asked if he knew, Ito …”."""
    place = passage.find_token(content.start)
    before = claim.cue is not None and content.start < claim.cue.start
    return before and opens_with_question(passage, passage.sentence_limits(place)[0])


def _is_unended(passage: Passage, claim: Attribution, content: Span) -> bool:
    """Tell whether a quote breaks off before one who thinks: “… an improvement” the mayor understands."""
    end = passage.find_token(content.end)
    cue, speaker = claim.cue, claim.speaker
    if cue is None or speaker is None or passage.find_token(speaker.start) != end or end <= 1:
        return False
    open_ended = passage.is_closed(end - 1) and passage.classes[end - 2].shape.isalnum()
    return open_ended and passage.classes[passage.find_token(cue.end) - 1].verb == "thought"


def _is_headed(passage: Passage, claim: Attribution) -> bool:
    cue = claim.cue
    if cue is None or cue.text != ":" or not _is_quoted(passage, claim):
        return False
    return is_heading(passage, passage.find_token(cue.start))


def _stands_alone(passage: Passage, claim: Attribution, content: Span) -> bool:
    if claim.cue and _find_sentence(passage, claim.cue) == _find_sentence(passage, content):
        return False
    return any(passage.stands_alone(number) for number in passage.find_regions(content.start, content.end))


def _find_sentence(passage: Passage, span: Span) -> int:
    return passage.sentences[min(passage.find_token(span.start), len(passage.tokens) - 1)]


def _find_rival(claim: Attribution, others: tuple[Attribution, ...]) -> Attribution | None:
    """Return the claim that shares most words with `claim`; of one in parts, one of the same speaker."""
    shared = [(count_shared(claim, other), other) for other in others]
    able = [(most, other) for most, other in shared if most]
    several = len(claim.contents) > 1
    same = [(most, other) for most, other in able if several and _has_same_speaker(claim, other)]
    return max(same or able, key=lambda pair: pair[0])[1] if able else None


def _has_same_speaker(claim: Attribution, other: Attribution) -> bool:
    return bool(claim.speaker and other.speaker and claim.speaker.overlaps(other.speaker))


def _is_cut_by(
    passage: Passage, claim: Attribution, rival: Attribution, ruled: tuple[Attribution, ...]
) -> bool:
    """Tell whether the rules cut finer what `claim` takes whole: speaker, the one spoken to, a second cue."""
    outside = [part for part in (rival.addressee, rival.speaker) if part]
    if any(content.overlaps(part) for content in claim.contents for part in outside):
        return rival.speaker is None or claim.speaker is None or claim.speaker.overlaps(rival.speaker)
    if rival.cue and is_questioned(passage, passage.find_token(rival.cue.end) - 1):
        return True
    if any(_takes_from(passage, claim, rival, other) for other in ruled if other is not rival):
        return True
    if any(_ends_with(claim, other.speaker) for other in ruled if other is not rival and other.speaker):
        return True
    cues = [other.cue for other in ruled if other.speaker == rival.speaker and _is_joined(passage, other)]
    return any(content.covers(cue) for content in claim.contents for cue in cues if cue)


def _ends_with(claim: Attribution, speaker: Span) -> bool:
    """Tell whether the words said end with who speaks next: “denied [the charge and Ruiz] said …”."""
    return any(content.end == speaker.end and content.start < speaker.start for content in claim.contents)


def _takes_from(passage: Passage, claim: Attribution, rival: Attribution, other: Attribution) -> bool:
    """Tell whether `other` says, inside what `claim` takes whole, quoted words that are not the rival's."""
    inside = any(content.covers(other.contents[0]) for content in claim.contents)
    return inside and _is_quoted(passage, other) and not count_shared(other, rival)


def _is_joined(passage: Passage, ruled: Attribution) -> bool:
    """Tell whether “and” or “but” ties the cue to an earlier one: “maintains … and denies …”."""
    if ruled.cue is None or not ruled.rule.startswith("finite-"):
        return False
    return passage.is_word(passage.find_token(ruled.cue.start) - 1, "and", "but")
