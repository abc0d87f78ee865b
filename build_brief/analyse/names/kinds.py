"""Say what each run of capitals names: a person with a role, a body, a place, a people, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_brief.analyse.names.forms import could_be_person
from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.people import is_person, split_title
from build_brief.analyse.names.roles import find_role_after, find_role_before
from build_brief.analyse.names.stretches import Stretch
from build_brief.analyse.names.trimming import split_run
from build_brief.language.known_names import KnownName, match_known
from build_brief.language.name_lists import is_given_name, noun_gender, read_titles
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.model.annotations import Gender, MentionKind

PLACE_WORDS = frozenset(
    {"in", "near", "at", "from", "outside", "to", "across", "around", "into", "of", "through"}
)

NOBLE = frozenset({"Lord", "Lady", "Baron", "Baroness", "Viscount", "Viscountess", "Earl", "Count"})


def read_stretch(line: Line, number: int, stretch: Stretch, singles: Mapping[str, int]) -> Iterator[Found]:
    """Yield what the words of a stretch name, outer before inner; nothing when that is not known."""
    first, end = stretch.first, stretch.end
    if stretch.weak:
        yield _weak(line, number, stretch)
        return
    for start, stop in split_run(line, first, end):
        yield from _read_run(line, number, (start, stop), singles)


def _read_run(line: Line, number: int, run: tuple[int, int], singles: Mapping[str, int]) -> Iterator[Found]:
    first, end = run
    while first < end:
        name = split_title(line, first, end)
        if name > first:
            yield from _read_titled(line, number, (first, name, end))
            return
        step, found = _read_untitled(line, number, (first, end), singles)
        yield from found
        first += step


def _weak(line: Line, number: int, stretch: Stretch) -> Found:
    words = line.words[stretch.first : stretch.end]
    return Found(
        number, stretch.first, stretch.end, MentionKind.PERSON, words, None, is_full=False, weak=True
    )


def _read_titled(line: Line, number: int, places: tuple[int, int, int]) -> Iterator[Found]:
    first, name, end = places
    yield from read_inner(line, number, first, name)
    yield _person(line, number, (first, name, end))


def _person(line: Line, number: int, places: tuple[int, int, int]) -> Found:
    titled, first, end = places
    if end - first == 1 and line.word(first - 1) in NOBLE and line.word(end) == "of":
        end += 2 * line.is_capital(end + 1)  # “Baroness Kettle of Ford”
    younger = line.word(end) == "," and line.word(end + 1).rstrip(".") in ("Jr", "Sr")
    words = line.words[first:end] + line.words[end + 1 : end + 2] * younger  # “Juan Roa, Jr.”
    end += 2 * younger
    before = find_role_before(line, first, titled=titled)
    role = before if before and not _is_courtesy(line, *before) else None
    if role and line.words[role[1] - 1] in read_words("plural_titles"):
        role = None  # “Senators Ann Lee and …”
    after = find_role_after(line, end)
    gender = _find_gender(line, *(before or (first, first))) or (
        _find_gender(line, *_head_of(line, *after)) if after else None
    )
    return Found(
        number, first, end, MentionKind.PERSON, words, None, role or after, gender or Gender.UNKNOWN,
        is_full=len(words) > 1 + (words[-1].rstrip(".") in ("Jr", "Sr")),  # “Ruiz Jr.”
    )  # fmt: skip


def _head_of(line: Line, first: int, end: int) -> tuple[int, int]:
    """Return the words of a role up to its first preposition: “a spokeswoman”, not “for Mr. Ito”."""
    for at in range(first, end):
        if line.words[at] in ("of", "for", "to", "at", "with", "from", "in", "on", "who", "by"):
            return first, at
    return first, end


def _is_courtesy(line: Line, first: int, end: int) -> bool:
    return end - first == 1 and line.words[first].rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr")


def _find_gender(line: Line, first: int, end: int) -> Gender | None:
    """Return the gender that the last word telling one tells; None when none does."""
    for at in range(end - 1, first - 1, -1):
        if line.words[at] in ("of", "for", "to", "at", "with"):
            continue
        gender = noun_gender(line.words[at])
        if gender is not Gender.UNKNOWN and line.word(at + 1) != "’s":
            return gender
    return None


def read_inner(line: Line, number: int, first: int, end: int) -> Iterator[Found]:
    """Yield the listed names inside a role or a longer name."""
    at = first
    while at < end:
        known = match_known(line.words, at)
        if known and at + known[0] <= end:
            yield _listed(line, number, at, known)
            at += known[0]
        else:
            at += 1


def _listed(line: Line, number: int, at: int, known: tuple[int, KnownName]) -> Found:
    length, entry = known
    return Found(
        number,
        at,
        at + length,
        entry.kind,
        line.words[at : at + length],
        entry.name,
    )


def _read_untitled(
    line: Line, number: int, limits: tuple[int, int], singles: Mapping[str, int]
) -> tuple[int, list[Found]]:
    """Return how many words were read, and what they name."""
    first, end = limits
    known = match_known(line.words, first)
    if known and first + known[0] == end and not _is_bearer(line, limits, known, singles):
        return end - first, [_listed(line, number, first, known)]
    kind = _find_kind(line, limits, singles)
    if kind is MentionKind.PERSON:
        return end - first, [_person(line, number, (first, first, end))]
    if kind is not None:
        return end - first, _body_or_place(line, number, limits, kind)
    if known and known[1].kind is MentionKind.NATIONALITY:
        return known[0], [_listed(line, number, first, known)]
    if end - first == 1:
        return 1, [_single(line, number, first)]
    return _fall_back(line, number, limits, known)


def _is_bearer(
    line: Line, limits: tuple[int, int], known: tuple[int, KnownName], singles: Mapping[str, int]
) -> bool:
    return known[0] > 1 and is_given_name(line.words[limits[0]]) and is_person(line, *limits, singles)


def _find_kind(line: Line, limits: tuple[int, int], singles: Mapping[str, int]) -> MentionKind | None:
    first, end = limits
    words = line.words[first:end]
    last = words[-1]
    if len(words) == 1:
        return None
    if is_person(line, first, end, singles):
        return MentionKind.PERSON
    if _is_body(words):
        return MentionKind.ORGANISATION
    if last in read_words("place_nouns") and could_be_place(words):
        return MentionKind.PLACE
    if words[0] in ("Lake", "Mount", "Mt.", "Cape", "Fort", "Ft.", "Port", "Puerto", "San", "Santa", "St."):
        return MentionKind.PLACE if line.word(first - 1) in PLACE_WORDS else None
    return None


def _is_body(words: tuple[str, ...]) -> bool:
    nouns, openers = read_words("organisation_nouns"), read_words("organisation_openers")
    if words[:2] == ("Party", "of") or any(classify(word).grammar == "auxiliary" for word in words):
        return False  # “the Party of Lincoln”, a headline
    if any("/" in word and len(word) > len("G/O") for word in words):
        return False  # a photographer and an agency, two papers of one poll
    if words[-1] in nouns and not (len(words) == 2 and words[0] in read_words("title_words") - {"Foreign"}):  # noqa: PLR2004
        return True
    if words[-1] in nouns:
        return words[-1] in ("Ministry", "Department", "Office", "Committee", "Agency", "Council", "Service")
    return any(word in openers and words[at + 1] in ("of", "for", "on") for at, word in enumerate(words[:-1]))


def could_be_place(words: tuple[str, ...]) -> bool:
    """Tell whether words before a noun for a place are a name, not “New Road” of nowhere."""
    if words[-1] in ("Border", "Coast", "Region") and len(words) == 2:  # noqa: PLR2004
        return not words[0].endswith("ern")  # “our Southern Border”
    if "The" in words or (words[0].isupper() and words[0].isalpha() and len(words[0]) > 1):
        return False  # “Capitol The Hill”, “EPA Region”
    return words[0] not in read_titles()


def _body_or_place(line: Line, number: int, limits: tuple[int, int], kind: MentionKind) -> list[Found]:
    first, end = limits
    words = line.words[first:end]
    known = match_known(line.words, first)
    rest = match_known(line.words, first + known[0]) if known and first + known[0] < end else None
    if known and rest and first + known[0] + rest[0] == end:  # “U.S. Coast Guard”: two listed names
        place = first + known[0]
        return [_listed(line, number, first, known), _listed(line, number, place, rest)]
    found = [Found(number, first, end, kind, words, None)]
    if known and known[1].kind is MentionKind.NATIONALITY and known[0] < len(words):
        found.append(_listed(line, number, first, known))
    return found


def _single(line: Line, number: int, at: int) -> Found:
    """Return one capital of which only the article can say what it is."""
    return Found(number, at, at + 1, MentionKind.PERSON, line.words[at : at + 1], None, is_full=False)


def _fall_back(
    line: Line, number: int, limits: tuple[int, int], known: tuple[int, KnownName] | None
) -> tuple[int, list[Found]]:
    """Read what is left when the whole run is nothing known."""
    first, end = limits
    words = line.words[first:end]
    if words[0] in read_titles() or words[0] in read_words("title_words"):
        return end - first, list(read_inner(line, number, first, end))
    if could_be_person(line, first, end):
        part = Found(number, first, end, MentionKind.PERSON, words, None, is_full=False)
        return end - first, [part]
    return end - first, list(read_inner(line, number, first, end)) if known else []
