"""Say who a speaker is, from the names that the article's own reading gives to its words.

The name must be the head of the phrase: “associate China director Maya Wang” is Maya Wang, not
China; “Lammy’s office” and “a spokesman for Ruiz” are nobody with a name. “Who” is whoever stands
before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_brief.analyse.quotes.passages import Passage
from build_brief.analyse.quotes.speakers.noun_phrases import Range, find_before, find_core
from build_brief.language.word_classes import classify
from build_brief.model.annotations import Mention, MentionForm, MentionKind
from build_brief.model.article import Span

HEAD_END = re.compile(r",|\s*\(|;| [—–-] | (?:who|and|or|of|for|at|in|on|from|with|to|by|about)\b")
RELATIVE = re.compile(r"(?:who|which|that)$", re.IGNORECASE)
PARTISANS = frozenset({"republican", "democrat", "liberal", "conservative", "independent", "socialist"})
APPOSED = re.compile(r",\s+")
JOINED = re.compile(r",?\s+and\b")
"""After one of two who speak: “the minister, Ana Ruiz, and her deputy, Jon Marr”."""
BEFORE_RELATIVE = re.compile(r"(?:\s*\([^()]*\))?,?\s+$")
PARENTHESIS = 40
"""Characters before “who” that may hold “(Liberal), ”."""
INSIDE = re.compile(r"\s*\([^()]*\)\s+[\w’'-]")
"""A parenthesis with the head still to come: “the Acme (ACM) chief”."""
LETTERS = re.compile(r"\s+(?:[A-Z]{2,5}|Jr\.?|Sr\.?|[IVX]+)")
"""After a name, still its bearer’s: “Ana Ruiz KC”."""


def find_name(passage: Passage, speaker: Span | None, mentions: tuple[Mention, ...]) -> str | None:
    """Return whom `speaker` names; None when it names nobody or somebody else's body or person."""
    if speaker is None:
        return None
    if RELATIVE.match(speaker.text):
        return _name_antecedent(passage, speaker, mentions)
    inside = [m for m in _find_begun(mentions, speaker) if m.span.end <= speaker.end]
    outer = [m for m in inside if not any(o is not m and o.span.covers(m.span) for o in inside)]
    end = _find_head_end(speaker, outer)
    if re.match(r"\s+(?:and|or)\b", speaker.article.text[end : end + 5]):
        return None
    heads = [mention for mention in outer if _ends_at(mention, end) and not _is_part(speaker, mention)]
    return heads[0].name if heads else _name_apposed(speaker, end, outer)


def _ends_at(mention: Mention, end: int) -> bool:
    """Tell whether the words up to `end` close with `mention`, letters after a name included."""
    letters = mention.kind is MentionKind.PERSON and LETTERS.fullmatch(
        mention.span.article.text, mention.span.end, end
    )
    return mention.span.end == end or bool(letters)


def _find_begun(mentions: tuple[Mention, ...], speaker: Span) -> tuple[Mention, ...]:
    """Return those of `mentions`, which are in order, that begin inside `speaker`."""
    first = bisect_left(mentions, speaker.start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, speaker.end, first, key=lambda mention: mention.span.start)]


def find_bearer(speaker: Span | None, mentions: tuple[Mention, ...]) -> str | None:
    """Return whom the article's text calls by the very words of `speaker`; None when that is not one."""
    words = speaker.text if speaker else ""
    forms = (MentionForm.FULL, MentionForm.SHORT)
    names = {m.name for m in mentions if m.form in forms and m.name and m.span.text == words}
    return names.pop() if len(names) == 1 else None


def _name_apposed(speaker: Span, end: int, outer: list[Mention]) -> str | None:
    """Return the person named after the role of one: “the prosecutor, Ana Ruiz”, “its head, Ana Ruiz”."""
    after = APPOSED.match(speaker.article.text, end)
    role = speaker.article.text[speaker.start : end].split()
    if after is None or not role or classify(role[-1]).noun != "person":
        return None
    people = [m for m in outer if m.kind is MentionKind.PERSON]
    named = [m for m in people if m.span.start == after.end()]
    joined = bool(named) and JOINED.match(speaker.article.text, named[0].span.end) is not None
    return named[0].name if named and not (joined and named[0] is not people[-1]) else None


def _is_part(speaker: Span, mention: Mention) -> bool:
    """Tell whether a place ends a longer name that is no mention: “Greenpeace Brazil”."""
    before = speaker.article.text[speaker.start : mention.span.start].split()
    named = bool(before) and before[-1][:1].isupper() and not classify(before[-1]).grammar
    return mention.kind is MentionKind.PLACE and named


def find_antecedent(passage: Passage, speaker: Span | None) -> Span | None:
    """Return the noun phrase before a speaker that is “who”, “which” or “that”; None when there is none."""
    if speaker is None or not RELATIVE.match(speaker.text) or not passage.tokens:
        return None
    end = passage.find_token(speaker.start)
    if end >= len(passage.tokens) or passage.tokens[end].start != speaker.start:
        return None
    start = passage.sentence_limits(end)[0]
    end = end - 1 if passage.is_word(end - 1, ",") else end
    opened = [token for token in range(start, end) if passage.is_word(token, "(")]
    end = opened[-1] if opened and passage.is_word(end - 1, ")") else end
    if passage.is_word(end - 1, "those"):
        return passage.span(end - 1, end - 1)
    phrase = find_before(passage, end, start)
    return passage.span(*_find_outer(passage, _skip_things(passage, phrase), start)) if phrase else None


def _skip_things(passage: Passage, phrase: Range) -> Range:
    """Return the noun after what nobody can be: “[the support of] Ito, who”."""
    first, last = phrase
    for token in range(first + 1, last):
        head = passage.classes[token - 1]
        nobody = head.shape == "x" and head.noun not in ("person", "body")
        named = passage.classes[last].shape in ("X", "XX") or passage.classes[last].noun == "person"
        if passage.classes[token].grammar == "preposition" and nobody and named:
            return _skip_things(passage, (token + 1, last))
    return (first + 1, last) if passage.is_word(first, "’s", "'s") and first < last else phrase


def _find_outer(passage: Passage, phrase: Range, start: int) -> Range:
    """Return the name before an apposition that stands for its bearer: “[Ana Ruiz,] Ohio Liberal”."""
    first, last = phrase
    described = passage.classes[last].noun == "person" or passage.is_word(last, *PARTISANS)
    if not described or not passage.is_word(first - 1, ","):
        return phrase
    name = find_core(passage, first - 1, start)
    return (name[0], last) if name and passage.classes[name[1]].shape in ("X", "XX") else phrase


def _find_head_end(speaker: Span, outer: list[Mention]) -> int:
    """Return where the phrase's head ends: before an apposition or a preposition outside any name."""
    for found in HEAD_END.finditer(speaker.text):
        place = speaker.start + found.start()
        if found[0].endswith("(") and INSIDE.match(speaker.text, found.start()):
            continue
        if found.start() and not any(m.span.start <= place < m.span.end for m in outer):
            return place
    return speaker.end


def _name_antecedent(passage: Passage, speaker: Span, mentions: tuple[Mention, ...]) -> str | None:
    before = passage.article.text[max(speaker.start - PARENTHESIS, 0) : speaker.start]
    gap = BEFORE_RELATIVE.search(before)
    end = speaker.start - len(gap[0]) if gap else speaker.start
    ending = [mention for mention in mentions if mention.span.end == end]
    nearest = max(ending, key=lambda m: m.span.end - m.span.start, default=None)
    if nearest is None or nearest.kind is MentionKind.PERSON or not _is_tied(nearest):
        return nearest.name if nearest else None
    described = find_antecedent(passage, speaker)
    return find_name(passage, described, mentions) if described else None


def _is_tied(mention: Mention) -> bool:
    """Tell whether a body or place only says whose or where somebody is: “a professor at [Acme], who”."""
    before = mention.span.article.text[: mention.span.start].rstrip().removesuffix("the").split()[-1:]
    return bool(before) and classify(before[0]).grammar == "preposition"
