"""Find who stands behind a cue: beside it, at the head of its sentence, or in the cue before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from build_brief.analyse.quotes.cues.labelled import find_opening
from build_brief.analyse.quotes.cues.reporting import PAST, Cue, find_cues
from build_brief.analyse.quotes.passages import OUTSIDE, Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range, find_before, find_core, is_start
from build_brief.analyse.quotes.speakers.phrases_after import find_after
from build_brief.analyse.quotes.speakers.questions import is_questioned
from build_brief.analyse.quotes.speakers.relayed import find_relayed

RECENT = 6
"""Cues of the sentence that a later one may share a speaker with."""
LONGEST_ROLE = 5
"""Words in small letters before a name after its verb."""
FAR = 20
"""Tokens from “according to” to its comma."""
UNCHANGED = frozenset(
    {"cast", "put", "set", "cut", "hit", "let", "read", "quit", "beat", "split", "shut", "bet", "broadcast"}
    | {"likes", "loves", "wants", "seeks"}
)
"""Verbs whose past is their base form, and others in no list; after a name or “he” they are verbs."""
FARTHEST = 80
"""Tokens from the start of a sentence to its first verb."""


class Report(NamedTuple):
    """A cue with its speaker; `where` tells how the speaker was found."""

    cue: Cue
    speaker: Range | None
    where: str
    """`before`, `after`, `shared` (with an earlier verb of the sentence), `relayed` or `nobody`."""


def find_reports(passage: Passage) -> tuple[Report, ...]:
    """Return the cues of `passage` with their speakers, in order."""
    reports: list[Report] = []
    for cue in find_cues(passage):
        reports.append(_find_report(passage, cue, reports))
    return tuple(reports)


def _find_report(passage: Passage, cue: Cue, earlier: list[Report]) -> Report:
    start, end = passage.sentence_limits(cue.verb)
    if cue.sort == "colon":
        start = find_opening(passage, cue.verb)
    if cue.sort == "accord":
        return Report(cue, _find_source(passage, cue.last + 1, end), "after")
    relayed = find_relayed(passage, cue, start, end)
    if relayed:
        return Report(relayed[0], relayed[1], "relayed")
    if _is_inverted(passage, cue, start):
        return Report(cue, find_after(passage, cue.last + 1, end), "after")
    beside = None if cue.sort in ("participle", "infinitive") else find_before(passage, cue.first, start)
    if beside and cue.sort == "absolute":
        beside = _cut_to_noun(passage, beside)
    if beside:
        return Report(cue, beside, "before")
    shared = _find_shared(passage, cue, earlier, start)
    if shared is None and is_questioned(passage, cue.verb) and passage.is_word(cue.first - 1, ","):
        shared = find_before(passage, cue.first - 1, start)
    return Report(cue, shared, "shared" if shared else "nobody")


def _cut_to_noun(passage: Passage, phrase: Range) -> Range:
    """Return the last noun phrase of two in a row: “sent his partner [a text] reading”."""
    first, last = phrase
    for token in range(last, first, -1):
        if passage.is_word(token, "a", "an", "the") and passage.classes[token - 1].grammar != "preposition":
            return token, last
    return phrase


def _find_source(passage: Passage, token: int, end: int) -> Range | None:
    """Return whom “according to” names, “her” included."""
    if token < end and passage.is_word(token, "him", "her", "them") and passage.is_word(token + 1, ",", "."):
        return token, token
    phrase = find_after(passage, token, end)
    commas = [place for place in range(token, min(token + FAR, end)) if passage.is_word(place, ",")]
    if len(commas) > 1 and passage.is_word(commas[0] + 1, "who", "whose"):
        return token, commas[1] - 1
    if phrase is None or not commas or phrase[1] < commas[0]:
        return phrase
    # “According to the report, the board met”: only two commas make an apposition, and only of a name
    named = len(commas) > 1 and passage.classes[commas[0] - 1].shape in ("X", "XX")
    apposed = find_after(passage, token, commas[1]) if named else None
    closed = apposed is not None and apposed[1] == commas[1] - 1
    return apposed if closed else find_after(passage, token, commas[0])


def _is_inverted(passage: Passage, cue: Cue, start: int) -> bool:
    """Tell whether the verb comes first: “…,” said Ruiz."""
    if cue.sort != "finite" or cue.known.verb != "speech" or cue.first != cue.verb:
        return False
    before = cue.first - 1
    if before < start:
        return True
    quote = passage.regions[before] != OUTSIDE
    comma = passage.tokens[before].text == "," and before > start and passage.regions[before - 1] != OUTSIDE
    dash = passage.tokens[before].text in ("—", "–", "--") and passage.regions[before - 1] != OUTSIDE
    if comma and _is_described(passage, before - 1, start):
        return False
    return quote or comma or dash or _is_bare_inversion(passage, cue, start)


def _is_described(passage: Passage, last: int, start: int) -> bool:
    """Tell whether the quote that ends at `last` belongs to a clause with “who”, not to the verb after it."""
    first = last
    while first > start and passage.regions[first - 1] == passage.regions[last]:
        first -= 1
    return any(passage.is_word(token, "who", "which", "whose") for token in range(start, first))


def _is_bare_inversion(passage: Passage, cue: Cue, start: int) -> bool:
    """Tell whether a comma before and a name after the verb say the same without quotation marks."""
    before, after = cue.first - 1, cue.last + 1
    if passage.tokens[before].text != "," or after >= len(passage.tokens) or cue.known.base == "tell":
        return False
    named = passage.classes[after].shape in ("X", "XX") or passage.is_word(after, "a", "the", "an")
    named = (named and not _opens_clause(passage, after)) or _is_role_and_name(passage, after)
    return named and cue.known.form in ("ed", "s") and find_before(passage, cue.first, start) is None


def _opens_clause(passage: Passage, token: int) -> bool:
    """Tell whether a verb follows the name at `token`: “, said Ito has left” is not Ito's word."""
    while token < len(passage.tokens) and passage.classes[token].shape in ("X", "XX"):
        token += 1
    named = token < len(passage.tokens) and passage.classes[token - 1].shape in ("X", "XX")
    return named and passage.classes[token].grammar == "auxiliary" and passage.classes[token].symbol != "’s"


def _is_role_and_name(passage: Passage, token: int) -> bool:
    """Tell whether a role in small letters and a name begin at `token`: “says economist Ana Ruiz”."""
    place = token
    while place < min(token + LONGEST_ROLE, len(passage.tokens)) and passage.classes[place].shape == "x":
        place += 1
    role = place > token and passage.classes[place - 1].noun == "person"
    return role and place < len(passage.tokens) and passage.classes[place].shape in ("X", "XX")


def _find_shared(passage: Passage, cue: Cue, earlier: list[Report], start: int) -> Range | None:
    """Return the speaker of an earlier cue in the sentence, else the subject of its first verb."""
    turn = _find_turn(passage, cue, start)
    for report in reversed(earlier[-RECENT:]):
        if report.cue.verb < max(start, turn):
            break
        if report.speaker and report.cue.sort in ("finite", "participle") and _is_known(passage, report):
            return report.speaker
    return next(find_subjects(passage, max(start, turn), cue.first), None)


def _find_turn(passage: Passage, cue: Cue, start: int) -> int:
    """Return where another's clause begins after a closed quote: “… ‘fine’, but another smiled, saying”."""
    if cue.sort != "participle":
        return start
    for token in range(cue.first - 1, start + 1, -1):
        if passage.is_word(token, "but", "while", "though") and passage.is_word(token - 1, ","):
            return token + 1 if passage.regions[token - 2] != OUTSIDE else start
        if passage.regions[token] != OUTSIDE:
            break
    return _find_relative_turn(passage, cue, start)


def _find_relative_turn(passage: Passage, cue: Cue, start: int) -> int:
    """Return where the clause begins whose subject speaks on: “…, a move that [Ruiz disliked], saying”."""
    if not passage.is_word(cue.first - 1, ","):
        return start
    for token in range(cue.first - 2, max(start, cue.first - FAR) + 1, -1):
        if passage.regions[token] != OUTSIDE or passage.is_word(token, ","):
            break
        if passage.is_word(token, "that", "which"):
            subject = next(find_subjects(passage, token + 1, cue.first), None)
            own = subject is not None and subject[0] == token + 1
            return token + 1 if own and _is_apposed(passage, token, start) else start
    return start


def _is_apposed(passage: Passage, relative: int, start: int) -> bool:
    """Tell whether “, a move” stands before “that”: a remark on what the main clause tells."""
    for token in range(relative - 1, max(start, relative - LONGEST_ROLE), -1):
        if passage.is_word(token, ",", "—", "–"):
            return passage.is_word(token + 1, "a", "an", "the")
    return False


def find_subjects(passage: Passage, start: int, end: int) -> Iterator[Range]:
    """Yield the noun phrases before the verbs between `start` and `end`."""
    for token in range(start + 1, min(end, start + FARTHEST)):
        if passage.regions[token] == OUTSIDE and _is_verb(passage, token):
            phrase = _find_subject(passage, token, start)
            if phrase:
                yield phrase


def _find_subject(passage: Passage, verb: int, start: int) -> Range | None:
    """Return the noun phrase whose verb it is; “[the aide] on Monday also met”, “[a man] inside the hall”."""
    end = verb
    while end > start + 1 and passage.classes[end - 1].grammar == "adverb":
        end -= 1
    phrase = find_before(passage, end, start)
    if phrase is None or passage.classes[phrase[1]].noun == "calendar":
        return None
    before = phrase[0] - 1
    if before < start or passage.classes[before].grammar != "preposition":
        return phrase
    owner = find_core(passage, before, start)
    if owner is None or not is_start(passage, owner[0]):
        return None  # “In a [statement] released on Monday”
    known = passage.classes[owner[1]]
    return (owner[0], phrase[1]) if known.noun == "person" or known.shape in ("X", "XX") else None


def _is_known(passage: Passage, report: Report) -> bool:
    """Tell whether a speaker is a name, a pronoun or a word for people, bodies or papers."""
    first, last = report.speaker or (0, -1)
    known = passage.classes[first : last + 1]
    return any(one.shape in ("X", "XX") or one.noun or one.grammar == "pronoun" for one in known)


def _is_verb(passage: Passage, token: int) -> bool:
    known, text = passage.classes[token], passage.lower[token]
    if known.grammar:
        return known.grammar == "auxiliary" and text not in ("’s", "'s", "be", "been", "being")
    tied = passage.classes[token - 1].grammar in ("determiner", "preposition")
    if known.shape != "x" or (tied and not passage.is_word(token - 1, "another")):
        return False
    if text in UNCHANGED:
        return passage.classes[token - 1].shape in ("X", "XX") or passage.is_word(token - 1, "he", "she")
    return text in PAST or known.form in ("s", "ed") or (text.endswith("ed") and "-" not in text)
