"""Find the words that a cue reports: the clause after it, or the quote or clause before it."""

from __future__ import annotations

from collections.abc import Sequence

from build_brief.analyse.quotes.contents.hearings import find_hearing
from build_brief.analyse.quotes.contents.placed import (
    ADJUNCT,
    comes_after,
    find_frame,
    is_compared,
    is_inserted,
)
from build_brief.analyse.quotes.contents.trimmed import clean, clean_before
from build_brief.analyse.quotes.cues.reporting import PAST
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.behind import Report
from build_brief.analyse.quotes.speakers.noun_phrases import Range
from build_brief.analyse.quotes.speakers.phrases_after import find_after
from build_brief.analyse.quotes.speakers.questions import WHETHER, find_answer, is_questioned
from build_brief.language.vocabulary import read_words

ADDRESSING = read_words("addressing_verbs") - {"call", "accuse", "email", "text", "lecture"}
"""Verbs with the person spoken to beside them; what the others have beside them was said."""
ASIDE = 4
"""Tokens of “, remarks that” or “, a move that”."""
SHOWN = frozenset({"captioned", "labelled", "labeled", "emblazoned", "inscribed", "reading"})
"""Before words that stand on a thing: “said Ruiz, who held a sign reading, ‘Stop’”."""
SPLITTING = frozenset({",", ":", "—", "–", "--", "and", "that"})
PARTING = frozenset({"and", "but", "while", ",", ";", "—", "–", "or", "by"})
CONCEDING = frozenset({"though", "although", "whereas"})
"""“Police denied it, though the paper said …”: before them another one's words end."""


def find_addressee(passage: Passage, report: Report) -> Range | None:
    """Return who is spoken to: “told Wang”, “urged the ministers”."""
    cue = report.cue
    if cue.known.base not in ADDRESSING or cue.last != cue.verb:
        return None
    start, end = cue.last + 1, passage.sentence_limits(cue.verb)[1]
    if report.where == "after" or start >= end or passage.regions[start] != OUTSIDE:
        return None
    if passage.is_word(start, *WHETHER):
        return None
    if passage.is_word(start, "him", "her", "them", "me", "us", "you"):
        return _find_owned(passage, start, end) or (start, start)
    phrase = find_after(passage, start, end)
    if phrase and passage.classes[phrase[0]].grammar == "pronoun":
        return None
    return phrase


def _find_owned(passage: Passage, start: int, end: int) -> Range | None:
    """Return “her adviser Ana Ruiz” after “asked”, which “her” alone is not."""
    if not passage.is_word(start, "her"):
        return None
    phrase = find_after(passage, start + 1, end)
    heads = range(phrase[0], phrase[1] + 1) if phrase else range(0)
    person = any(passage.classes[token].noun == "person" for token in heads)
    return (start, phrase[1]) if phrase and person else None


def find_contents(passage: Passage, report: Report, later: Sequence[Report]) -> tuple[Range, ...]:
    """Return the tokens that `report` attributes, in order; empty when there are none."""
    start, end = passage.sentence_limits(report.cue.verb)
    end = find_hearing(passage, report.cue.last + 1, end)
    first, last = find_frame(report)
    stop = _find_stop(passage, report, later, end)
    if report.cue.sort == "accord":
        return _pick(clean(passage, start, first), clean(passage, _find_comma(passage, last, end), stop))
    if is_compared(passage, report, start):
        return _pick(clean(passage, start, first - 2), None)
    if is_questioned(passage, report.cue.verb):
        return _pick(find_answer(passage, report.cue.verb, end), None)
    if is_inserted(passage, report, start, end):
        return _pick(clean(passage, last + 2, stop), None)
    if report.cue.sort == "finite" and comes_after(passage, report, start, stop):
        before = clean_before(passage, _find_floor(passage, first, start), first)
        return tuple(part for part in (before, _find_second(passage, last, stop)) if part)
    addressee = find_addressee(passage, report)
    begin = (addressee[1] if addressee else last) + 1
    if report.cue.known.base == "put" and passage.is_word(begin, "it"):
        begin += 1
    return _pick(clean(passage, begin, stop), None)


def _find_comma(passage: Passage, last: int, end: int) -> int:
    """Return the token after the phrase that “according to” opens: at its comma."""
    commas = (
        token for token in range(last + 1, min(end, last + ADJUNCT)) if passage.tokens[token].text == ","
    )
    return next(commas, last + 1)


def _pick(first: Range | None, second: Range | None) -> tuple[Range, ...]:
    return (first,) if first else (second,) if second else ()


def _find_stop(passage: Passage, report: Report, later: Sequence[Report], end: int) -> int:
    """Return the token after the clause: where another cue of the sentence takes over."""
    if report.speaker and passage.is_word(report.speaker[0], "who", "which"):
        end = _find_relative_end(passage, report.cue.last + 1, end)
    for following in later:
        if following.cue.verb >= end:
            break
        first = find_frame(following)[0]
        if first - 1 == report.cue.last and following.cue.sort == "absolute":
            return first  # “showed marchers chanting ‘…’”
        if first - 1 > report.cue.last and _takes_over(passage, report, following):
            return first - 1 if passage.is_word(first - 1, *CONCEDING) else first
        aside = _find_aside(passage, first, report.cue.last)
        aside = _find_next_quote(passage, first, report.cue.last) if aside is None else aside
        if aside is not None:
            return aside
    return end


def _find_relative_end(passage: Passage, start: int, end: int) -> int:
    """Return where “who called the plan ‘reckless’, resigned” goes back to its main verb."""
    for token in range(start, end - 1):
        if passage.regions[token] != OUTSIDE or passage.tokens[token].text != ",":
            continue
        known, text = passage.classes[token + 1], passage.tokens[token + 1].text
        if known.grammar == "auxiliary" or text in PAST or known.form in ("s", "ed") or text.endswith("ed"):
            return token
    return end


def _takes_over(passage: Passage, report: Report, following: Report) -> bool:
    """Tell whether a later cue begins a clause beside that of `report`, not inside it."""
    same = _is_pronoun(passage, following) and following.cue.known.verb == "thought"
    if same and report.cue.known.verb == "speech":
        return False
    before = find_frame(following)[0] - 1
    conceded = passage.is_word(before, *CONCEDING) and not _is_pronoun(passage, following)
    return conceded or passage.lower[before] in PARTING


def _find_aside(passage: Passage, first: int, floor: int) -> int | None:
    """Return the comma of “, remarks that [Ruiz called …]”, where another one's words begin; else None."""
    if not passage.is_word(first - 1, "that", "which"):
        return None
    near = range(first - 2, max(floor, first - 2 - ASIDE), -1)
    return next((token for token in near if passage.is_word(token, ",") and token < first - 2), None)


def _find_next_quote(passage: Passage, first: int, floor: int) -> int | None:
    """Return where the quote before a later cue begins, after a full stop: “… of “lying”. “No,” [he …]”."""
    if first < 1 or passage.regions[first - 1] == OUTSIDE:
        return None
    start = first - 1
    while start > floor and passage.regions[start - 1] == passage.regions[first - 1]:
        start -= 1
    return start if start - 1 > floor and passage.is_word(start - 1, ".") else None


def _is_pronoun(passage: Passage, report: Report) -> bool:
    speaker = report.speaker
    return speaker is not None and passage.classes[speaker[0]].grammar == "pronoun"


def _find_floor(passage: Passage, first: int, start: int) -> int:
    """Return where the words before the cue begin: a quote alone, or the clause from the sentence's start."""
    before = first - 1
    while before > start and passage.regions[before] == OUTSIDE:
        before -= 1
    region = passage.regions[before]
    if region == OUTSIDE:
        return start
    floor = before
    while floor > start and passage.regions[floor - 1] == region:
        floor -= 1
    return start if _is_clause_part(passage, floor, start) else floor


def _is_clause_part(passage: Passage, floor: int, start: int) -> bool:
    """Tell whether words before the quote belong to the same clause: It was “a shock,” he said."""
    if passage.is_word(floor - 1, ".", ":"):
        return False
    return floor > start and not (
        passage.tokens[floor - 1].text in (".", ",", ":", ";") and floor - start <= 1
    )


def _find_second(passage: Passage, last: int, end: int) -> Range | None:
    """Return the rest of a quote that the cue splits: “Yes,” he said, “we go.”."""
    plain = _find_rest(passage, last, end)
    if plain:
        return plain
    place = last + 1
    while place < end and passage.regions[place] == OUTSIDE:
        place += 1
    if place >= end or place - last > ADJUNCT or passage.tokens[place - 1].text not in SPLITTING:
        return None
    if any(passage.is_word(token, *SHOWN) for token in range(max(last + 1, place - 2), place)):
        return None
    region = passage.regions[place]
    stop = place
    while stop + 1 < end and passage.regions[stop + 1] == region:
        stop += 1
    return place, stop


def _find_rest(passage: Passage, last: int, end: int) -> Range | None:
    """Return the rest of a clause that the cue splits: The plan, Ortiz said, would cost millions."""
    if last + 2 >= end or passage.tokens[last + 1].text != ",":
        return None
    known = passage.classes[last + 2]
    quiet = all(passage.regions[token] == OUTSIDE for token in range(last + 1, end))
    goes_on = quiet and known.form in ("s", "ed") and not known.noun
    return clean(passage, last + 2, end) if goes_on or known.grammar == "auxiliary" else None
