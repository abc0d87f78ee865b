"""Keep what the learner marks as said to the sentence that reports it.

“She said the dam was ‘safe’. It was built in 1960.”: the second sentence is the reporter's. Only
words in quotation marks go on beyond the sentence of their cue. After “‘It rained,’ he said” the rest of
the sentence is the reporter's too: “… about plans to mend the roof”, “… when the hall was full”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.contents.placed import is_glued
from build_brief.analyse.quotes.contents.works import is_work, names_work
from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.model.article import Span


def bound_claims(passage: Passage, claims: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return `claims` without the reporter's words around those that the sentence of their cue reports."""
    return tuple(_bound(passage, claim) for claim in claims)


def _bound(passage: Passage, claim: Attribution) -> Attribution:
    sentence = _find_sentence(passage, claim)
    if sentence is None:
        return claim
    if not any(content.overlaps(sentence) for content in claim.contents):
        return (
            claim
            if any(_opens_quoted(passage, content) for content in claim.contents)
            else claim._replace(speaker=None)
        )
    kept = tuple(_keep_inside(passage, claim, sentence))
    told = tuple(content for content in kept if not _is_rest(passage, claim, content, kept))
    told = tuple(content for content in told if not _is_lead(passage, claim, content, told))
    return claim._replace(contents=told) if told and told != claim.contents else claim


def _find_sentence(passage: Passage, claim: Attribution) -> Span | None:
    """Return the sentence of the cue; None without one."""
    place = passage.find_token(claim.cue.start) if claim.cue else len(passage.tokens)
    if place >= len(passage.tokens):
        return None
    start, end = passage.sentence_limits(place)
    return passage.span(start, end - 1)


def _is_glued(passage: Passage, claim: Attribution, content: Span) -> bool:
    """Tell whether a sentence of its own ends where the speaker's begins, with no blank between."""
    last = passage.find_token(content.end) - 1
    follows = claim.speaker is not None and claim.speaker.start == content.end
    return follows and len(claim.contents) > 1 and is_glued(passage, last)


def _keep_inside(passage: Passage, claim: Attribution, sentence: Span) -> Iterator[Span]:
    """Yield what stands in `sentence`, and beyond it what holds words in quotation marks."""
    for content in claim.contents:
        if _is_glued(passage, claim, content):
            continue
        if not content.overlaps(sentence):
            if _opens_quoted(passage, content):
                yield content
        elif content.end > sentence.end and not _is_quoted(passage, sentence.end, content.end):
            last = passage.find_token(sentence.end) - 1
            stop = last - 1 if passage.is_word(last, ".") and passage.regions[last] == OUTSIDE else last
            yield passage.span(passage.find_token(content.start), stop)
        else:
            yield content


def _is_rest(passage: Passage, claim: Attribution, content: Span, kept: tuple[Span, ...]) -> bool:
    """Tell whether `content` is the rest of the sentence after a quote and its cue, in no marks itself."""
    cue = claim.cue
    if cue is None or content.start < cue.end or _is_quoted(passage, content.start, content.end):
        return False
    return any(
        other.end <= cue.start and _opens_quoted(passage, other) and not names_work(passage, other)
        for other in kept
    )


def _is_lead(passage: Passage, claim: Attribution, content: Span, kept: tuple[Span, ...]) -> bool:
    """Tell whether `content` only leads up to the speaker: “[Asked of the dam,] Ruiz said it was safe”.

    What “, Ruiz said,” splits has a comma on both sides.
    """
    cue, speaker = claim.cue, claim.speaker
    if cue is None or speaker is None or content.end > min(speaker.start, cue.start):
        return False
    if _is_phrase(passage, content) or passage.is_word(passage.find_token(cue.end), ",", "—"):
        return False
    return any(other.start >= cue.end and not _opens_quoted(passage, other) for other in kept)


def _is_phrase(passage: Passage, content: Span) -> bool:
    """Tell whether `content` is quoted, or a phrase with quoted words: “[Citing] the ‘broken’ dam,”."""
    if _opens_quoted(passage, content) or not _is_quoted(passage, content.start, content.end):
        return _opens_quoted(passage, content)
    words = range(passage.find_token(content.start), passage.find_token(content.end))
    return not any(passage.regions[token] == OUTSIDE and is_finite(passage, token) for token in words)


def _opens_quoted(passage: Passage, content: Span) -> bool:
    return passage.regions[passage.find_token(content.start)] != OUTSIDE


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    return any(not is_work(passage, number) for number in passage.find_regions(start, end))
