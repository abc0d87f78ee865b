"""Tell where the words stand that a cue reports: before it, around it, or after it."""

from __future__ import annotations

from build_brief.analyse.quotes.cues.finite import is_finite
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.behind import Report
from build_brief.analyse.quotes.speakers.noun_phrases import Range
from build_brief.analyse.quotes.speakers.questions import opens_with_question

ADJUNCT = 14
"""Tokens after “he said” that may tell only when and where."""
TIMES = frozenset(
    {"night", "week", "month", "year", "morning", "afternoon", "evening", "later", "afterwards"}
)
WHILE = frozenset({"as", "after", "when", "while", "amid", "following", "in", "a", "with"})
"""After “he said Monday,” they begin what the reporter adds."""
CLOSERS = frozenset({".", ",", "!", "?", ";", "…"})


def find_frame(report: Report) -> Range:
    """Return the first and last token of cue and speaker together."""
    cue, speaker = report.cue, report.speaker
    first, last = cue.first, cue.last
    if speaker and report.where == "before":
        first = min(first, speaker[0])
    if speaker and report.where == "after":
        last = max(last, speaker[1])
    return first, last


def is_compared(passage: Passage, report: Report, start: int) -> bool:
    """Tell whether “, as the Herald reported” ends a sentence that is all the Herald's."""
    first, last = find_frame(report)
    if report.where != "before" or report.cue.known.verb != "speech" or report.cue.sort != "finite":
        return False
    if not passage.is_word(first - 1, "as") or not passage.is_word(first - 2, ",") or first - 2 <= start:
        return False
    rest = range(last + 1, passage.sentence_limits(last)[1])
    if any(passage.is_word(token, ",") for token in rest):
        return False
    quiet = all(passage.regions[token] == OUTSIDE for token in range(start, first))
    return quiet and len(rest) <= ADJUNCT and _is_adjunct(passage, rest.start, rest.stop)


def is_inserted(passage: Passage, report: Report, start: int, end: int) -> bool:
    """Tell whether “, he said,” stands between an opening phrase and its clause: “By May, he said, it …”."""
    first, last = find_frame(report)
    if report.cue.sort != "finite" or report.where != "before" or report.cue.known.verb != "speech":
        return False
    if not passage.is_word(first - 1, ",") or not passage.is_word(last + 1, ",") or last + 3 >= end:
        return False
    quiet = all(passage.regions[token] == OUTSIDE for token in range(start, last + 3))
    clause = any(is_finite(passage, token) for token in range(start, first))
    known = passage.classes[last + 2]
    opens = known.grammar in ("pronoun", "determiner") or (known.shape in ("X", "XX") and not known.grammar)
    return quiet and opens and not clause


def comes_after(passage: Passage, report: Report, start: int, stop: int) -> bool:
    """Tell whether what was said stands before the cue: “…,” he said; it rained, he said on Friday."""
    first, last = find_frame(report)
    before = first - 1
    if passage.is_word(before, "as") and before > start + 1 and passage.regions[before - 1] != OUTSIDE:
        before -= passage.tokens[before - 2].text in CLOSERS  # “…,” as Ruiz put it
    relative = report.speaker is not None and passage.is_word(report.speaker[0], "who", "which")
    if before < start or relative or opens_with_question(passage, start):
        return False  # “…, who has vowed to fight”
    if passage.regions[before] != OUTSIDE:
        glued = is_glued(passage, before) and last + 1 < stop
        thought = report.cue.known.verb == "thought" and passage.classes[before - 1].shape.isalnum()
        if glued or thought:
            return False  # “… an improvement” the mayor understands
        return not _is_title(passage, before, start) or last + 1 >= stop
    if passage.tokens[before].text not in (",", "—", "–", "--") or _is_adjunct_only(passage, start, before):
        return False
    if before > start and passage.regions[before - 1] != OUTSIDE:
        return True
    return _ends_there(passage, report, range(last + 1, stop))


def _is_adjunct_only(passage: Passage, start: int, comma: int) -> bool:
    """Tell whether only “Unlike the mayor, who …,” or “After some ‘haste’,” stands before the speaker."""
    if passage.regions[start] != OUTSIDE or not passage.is_word(comma, ","):
        return False
    opens = passage.is_word(start, "unlike", "despite", "after", "amid", "during", "besides")
    near = next((t for t in range(start, comma) if passage.is_word(t, ",")), comma)
    if near == comma and passage.is_word(start, "as", "when"):
        return True  # “As the crowd left, Ruiz asked for calm”
    return opens and not any(is_finite(passage, token) for token in range(start, near))


def _ends_there(passage: Passage, report: Report, rest: range) -> bool:
    """Tell whether the words after cue and speaker are none of what was said."""
    if len(rest) > 1 and passage.is_word(rest[0], ",") and passage.classes[rest[1]].grammar == "auxiliary":
        return True
    if any(passage.regions[token] != OUTSIDE for token in rest):
        return False
    described = report.where == "after" and passage.is_word(rest.start, ",", "who")
    dated = passage.classes[rest.start].noun == "calendar" if rest else False
    dated = dated and passage.is_word(rest.start + 1, ",") and passage.is_word(rest.start + 2, *WHILE)
    return described or dated or (len(rest) <= ADJUNCT and _is_adjunct(passage, rest.start, rest.stop))


def is_glued(passage: Passage, token: int) -> bool:
    """Tell whether a new sentence follows the mark at `token` without a blank: “‘… harm.’Rep. Ito says”."""
    if token < 1 or token + 1 >= len(passage.tokens) or not passage.is_closed(token):
        return False
    after = passage.tokens[token + 1]
    return (
        passage.is_word(token - 1, ".")
        and passage.tokens[token].end == after.start
        and after.text[0].isupper()
    )


def _is_title(passage: Passage, token: int, start: int) -> bool:
    """Tell whether the quote that ends at `token` is a title inside a phrase: on “Sunday Forum,” Ito said."""
    first = token
    while first > start and passage.regions[first - 1] == passage.regions[token]:
        first -= 1
    words = [passage.classes[t] for t in range(first, token + 1) if passage.classes[t].shape.isalnum()]
    return first > start and all(known.shape in ("X", "XX", "9") or known.grammar for known in words)


def _is_adjunct(passage: Passage, token: int, stop: int) -> bool:
    if token >= stop:
        return True
    known, text = passage.classes[token], passage.tokens[token].text
    near = range(token, min(token + 2, stop))
    dated = any(passage.classes[t].noun == "calendar" or passage.is_word(t, *TIMES) for t in near)
    return text in CLOSERS or known.grammar in ("preposition", "adverb") or text == "when" or dated
