"""Give a speaker to quotes that stand without a cue of their own.

A quoted sentence goes on from the one before it in its paragraph. A paragraph that is only a
quote belongs to whoever a colon has just introduced, else goes on from the last speaker. Words in
quotation marks inside a sentence without a cue are no statement: a title, a nickname, scare quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers import find_introduction
from build_brief.language.quote_marks import Quoted
from build_brief.model.article import Span

Claimed = tuple[Passage, Attribution]


def find_alone(
    passages: tuple[Passage, ...], claims: Sequence[tuple[Attribution, ...]]
) -> tuple[Claimed, ...]:
    """Return `claims`, each with its passage, and those of the quotes that stand alone."""
    found: list[Claimed] = []
    before: Passage | None = None
    for passage, claimed in zip(passages, claims, strict=True):
        here = [(passage, claim) for claim in claimed]
        for region in _find_unclaimed(passage, claimed):
            here = _add(passage, region, here, found, before)
        found += sorted(here, key=lambda pair: pair[1].contents[0].start)
        before = passage
    return tuple(found)


def _find_unclaimed(passage: Passage, claimed: tuple[Attribution, ...]) -> Iterator[Quoted]:
    """Yield the quotes that are whole sentences and belong to no claim."""
    contents = [(content.start, content.end) for claim in claimed for content in claim.contents]
    taken = {number for start, end in contents for number in passage.find_regions(start, end)}
    for number, region in enumerate(passage.quoted):
        if number not in taken and passage.stands_alone(number):
            yield region


def _add(
    passage: Passage, region: Quoted, here: list[Claimed], found: list[Claimed], before: Passage | None
) -> list[Claimed]:
    """Return the claims of this passage with `region` joined to the one before it, or as one of its own."""
    content = passage.article.span(region.outer_start, region.outer_end)
    earlier = [pair for pair in here if pair[1].contents[0].start < content.start]
    if earlier:
        nearest = max(earlier, key=lambda pair: pair[1].contents[-1].end)
        at = here.index(nearest)
        joined = nearest[1]._replace(contents=(*nearest[1].contents, content))
        return [*here[:at], (passage, joined), *here[at + 1 :]]
    later = [pair for pair in here if not earlier and _is_whole(pair[1])]
    if later:
        first = later[0][1]
        return [(passage, first._replace(contents=(content, *first.contents))), *here[1:]]
    return [*here, *_go_on(passage, content, found, before)]


def _go_on(passage: Passage, content: Span, found: list[Claimed], before: Passage | None) -> list[Claimed]:
    """Return the quote as one of whoever the paragraph before introduces, or of the last speaker."""
    if before is None or passage.tokens[0].start < content.start:
        return []
    if before.tokens[-1].text == ":":
        report = find_introduction(before)
        speaker = before.span(*report.speaker) if report and report.speaker else None
        cue = before.span(report.cue.first, report.cue.last) if report and speaker else None
        return [(passage, Attribution((content,), speaker, cue, "introduced"))]
    if not found or found[-1][1].contents[-1].paragraph.number < before.paragraph or not _ends(content):
        return []
    last = found[-1][1]
    if last.speaker is None:
        return []
    certainty = last.speaker_certainty
    open_still = bool(before.quoted) and before.quoted[-1].goes_on
    rule = "runs-on" if open_still else "goes-on"
    going = Attribution((content,), last.speaker, None, rule, continues=True, speaker_certainty=certainty)
    return [(passage, going)]


def _ends(content: Span) -> bool:
    """Tell whether a mark ends the words; ‘Better late’ alone on its line is a sub-head."""
    return not content.text.rstrip("”\"’'»“ ")[-1:].isalnum()


def _is_whole(claim: Attribution) -> bool:
    return claim.contents[0].text[:1] in "“\"‘'«"
