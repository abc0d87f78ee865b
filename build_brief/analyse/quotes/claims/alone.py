"""Give a speaker to quotes that stand without a cue of their own.

A quoted sentence goes on from the one before it in its paragraph. A paragraph that is only a
quote belongs to whoever a colon has just introduced, else goes on from the last speaker. Words in
quotation marks inside a sentence without a cue are no statement: a title, a nickname, scare quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_brief.analyse.quotes.attribution import Attribution
from build_brief.analyse.quotes.claims.introductions import find_introduction
from build_brief.analyse.quotes.claims.openers import find_opener
from build_brief.analyse.quotes.passages import Passage
from build_brief.language.quote_marks import Quoted
from build_brief.model.article import Span

CUE_WITHIN = re.compile(
    r",[”\"’']? (?:(?:he|she|[A-Z][\w’'-]+) (?:said|says|added)"
    r"|(?:said|says|added) (?:he|she|[A-Z][\w’'-]+))\b"
)
"""“It was late, said Ruiz, who leads them.”: a mark is missing, and the words are not one's alone."""
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
        nearest = max(earlier, key=lambda pair: _find_end_before(pair[1], content))
        opener = find_opener(passage, [claim for _, claim in earlier], nearest[1])
        nearest = next((pair for pair in earlier if pair[1] is opener), nearest)
        return _join(content, nearest, here)
    following = min(here, key=lambda pair: pair[1].contents[0].start, default=None)
    if following and _is_whole(following[1]) and _is_next(content, following[1].contents[0]):
        return _join(content, following, here)
    return [*here, *_go_on(passage, content, found, before)]


def _find_end_before(claim: Attribution, content: Span) -> int:
    """Return where the last words of `claim` before `content` end."""
    return max(part.end for part in claim.contents if part.start < content.start)


def _is_next(content: Span, after: Span) -> bool:
    """Tell whether no word of the reporter's stands between the two."""
    return not any(letter.isalnum() for letter in content.article.text[content.end : after.start])


def _join(content: Span, to: Claimed, here: list[Claimed]) -> list[Claimed]:
    """Return the claims of a passage with `content` as a part of the one it belongs `to`."""
    passage, claim = to
    contents = tuple(sorted((*claim.contents, content), key=lambda part: part.start))
    # The claims are compared, not the pairs: compiled, a pair is made anew wherever it is read.
    return [(passage, claim._replace(contents=contents)) if pair[1] is claim else pair for pair in here]


def _go_on(passage: Passage, content: Span, found: list[Claimed], before: Passage | None) -> list[Claimed]:
    """Return the quote as one of whoever the paragraph before introduces, or of the last speaker."""
    if before is None or passage.tokens[0].start < content.start:
        return []
    if before.tokens[-1].text == ":":
        report = find_introduction(before)
        named = (
            report is not None and report.speaker and not before.is_word(report.speaker[0], "which", "that")
        )
        speaker = before.span(*report.speaker) if report and report.speaker and named else None
        cue = before.span(report.cue.first, report.cue.last) if report and speaker else None
        return [(passage, Attribution((content,), speaker, cue, "introduced"))]
    if not found or found[-1][1].contents[-1].paragraph.number < before.paragraph or not _ends(content):
        return []
    last = found[-1][1]
    if last.speaker is None:
        return []
    if _asks(last) or CUE_WITHIN.search(content.text):  # another one answers
        return [(passage, Attribution((content,), None, None, "goes-on", continues=True))]
    rule, certainty = _name_way(content, before), last.speaker_certainty
    going = Attribution((content,), last.speaker, None, rule, continues=True, speaker_certainty=certainty)
    return [(passage, going)]


def _asks(claim: Attribution) -> bool:
    """Tell whether the last words were a question that somebody asked somebody: “Why?” he asked."""
    asked = claim.contents[-1].text.rstrip("”\"’'»“ ").endswith(("?", ","))
    return asked and claim.cue is not None and claim.cue.text.split()[-1] in ("asked", "asks")


def _name_way(content: Span, before: Passage) -> str:
    """Return the name of the rule: after a quote left open it is surer, with other marks less sure."""
    if before.quoted and before.quoted[-1].goes_on:
        return "runs-on"
    text = content.article.text
    marks = {text[region.outer_start] for region in before.quoted}
    return "goes-on" if not marks or text[content.start] in marks else "set-apart"


def _ends(content: Span) -> bool:
    """Tell whether a mark ends the words; ‘Better late’ alone on its line is a sub-head."""
    return not content.text.rstrip("”\"’'»“ ")[-1:].isalnum()


def _is_whole(claim: Attribution) -> bool:
    return claim.contents[0].text[:1] in "“\"‘'«"
