"""Turn what was found line by line into mentions, with the article's word on who is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from build_brief.analyse.names.bearers import (
    Bearer,
    Bearers,
    add_surnames,
    demote,
    find_bearer,
    gather_bearers,
)
from build_brief.analyse.names.bodies import Bodies, gather_bodies, is_government_of, join_words
from build_brief.analyse.names.choice import OPEN, choose_bearer, find_bearers
from build_brief.analyse.names.doubted import doubt_kin, doubt_pairs
from build_brief.analyse.names.found import Found
from build_brief.analyse.names.lines import Line
from build_brief.analyse.names.strangers import explain_stranger, find_surnames, is_seated
from build_brief.language.verbs import read_verbs
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Gender, Mention, MentionForm, MentionKind
from build_brief.model.article import Article, Span

PLACE_WORDS = frozenset({"in", "near", "at", "from", "outside", "to", "across", "around", "into", "through"})
BODY_SURE = 0.95
QUOTE_MARKS = frozenset("“”‘’\"'")
PLACE_RIVAL = 0.7
"""Of a surname that is also a listed place."""


def settle_names(article: Article, lines: Sequence[Line], found: Sequence[Found]) -> tuple[Mention, ...]:
    """Return the mentions that `found` amounts to, in order, outer before inner."""
    found = demote(found)
    full = [name for name in found if name.kind is MentionKind.PERSON and name.is_full]
    bodies = gather_bodies(found)
    bearers = gather_bearers(full, [_role_words(lines, name) for name in full])
    shorts = [name for name in found if name.kind is MentionKind.PERSON and len(name.words) == 1]
    bearers = doubt_pairs(doubt_kin(bearers, shorts), lines, full)
    lone = find_surnames(lines, found, bodies)
    bearers = add_surnames(bearers, [one for one in lone if not find_bearers(one[0].words, bearers)])
    told = _find_told_bodies(lines, found, (bearers, bodies))
    mentions: dict[tuple[int, int], Mention] = {}
    for name in found:
        if name.words in told and _is_lone(name):
            body = name._replace(kind=MentionKind.ORGANISATION, role=None, is_full=True)
            mention: Mention | None = _plain(article, lines[name.line], body)
        else:
            mention = _settle(article, lines, name, (bearers, bodies))
        if mention is not None:
            mentions.setdefault((mention.span.start, -mention.span.end), mention)
    return tuple(_drop_parts([mentions[at] for at in sorted(mentions)]))


def _drop_parts(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield `mentions`, in order, but those in a person's name: “Ford” in “Baroness Kettle of Ford”."""
    reach = 0  # of whoever begins before
    for _, together in groupby(mentions, key=lambda mention: mention.span.start):
        beginning = tuple(together)
        yield from (mention for mention in beginning if mention.span.end > reach)
        ends = [one.span.end for one in beginning if _is_person(one)]
        reach = max(reach, *ends) if ends else reach


def _is_person(mention: Mention) -> bool:
    return mention.kind is MentionKind.PERSON and mention.form is MentionForm.FULL


def _find_told_bodies(
    lines: Sequence[Line], found: Iterable[Found], known: tuple[Bearers, Bodies]
) -> frozenset[tuple[str, ...]]:
    """Return the lone capitals, nobody's surname, that stand somewhere as only a body's name can."""
    bearers, bodies = known
    return frozenset(
        name.words
        for name in found
        if _is_lone(name) and is_seated(lines[name.line], name)
        if name.words[0] not in read_words("name_adjectives") | read_words("not_names")
        if not find_bearers(name.words, bearers) and not bodies.having(name.words)
    )


def _is_lone(name: Found) -> bool:
    return name.kind is MentionKind.PERSON and len(name.words) == 1 and not (name.is_full or name.weak)


def _settle(
    article: Article, lines: Sequence[Line], name: Found, known: tuple[Bearers, Bodies]
) -> Mention | None:
    bearers, bodies = known
    line = lines[name.line]
    if name.kind is not MentionKind.PERSON:
        if len(name.words) == 1 and _is_borne(line, name, bearers):
            return _short(article, lines, name, bearers)
        return _body(article, line, name, bodies)
    if name.is_full:
        return _mention(article, line, name, (find_bearer(name.words, bearers), 1.0))
    if find_bearers(name.words, bearers):
        if _means_body(line, name, known):
            return _explain(article, line, name, bodies)
        return _short(article, lines, name, bearers)
    return None if name.weak else _explain(article, line, name, bodies)


def _means_body(line: Line, name: Found, known: tuple[Bearers, Bodies]) -> bool:
    """Tell whether a surname means a firm of that name: before its bearer comes up, and silent."""
    bearers, bodies = known
    if len(name.words) > 1 or name.role is not None or not bodies.having(name.words):
        return False
    able = find_bearers(name.words, bearers)
    return all(bearer.places[0] > name.line for bearer in able) and not _speaks(line, name.end)


def _explain(article: Article, line: Line, name: Found, bodies: Bodies) -> Mention | None:
    """Return the mention of a name that no person of the article bears; None when nothing explains it."""
    placed = len(name.words) == 1 and line.word(name.first - 1) in PLACE_WORDS
    if bodies.having(name.words) and not placed:
        return _body(article, line, name._replace(kind=MentionKind.ORGANISATION), bodies)
    stranger = explain_stranger(line, name)
    return _plain(article, line, stranger) if stranger else None


def _is_borne(line: Line, name: Found, bearers: Bearers) -> bool:
    """Tell whether a listed word is somebody's surname here (“Jordan”, “Washington”)."""
    if name.kind is MentionKind.NATIONALITY or line.word(name.first - 1).lower() in PLACE_WORDS:
        return False
    short = name.words[0].lower()
    return any(form[-1] == short for bearer in bearers.having(short) for form in bearer.forms)


def _short(article: Article, lines: Sequence[Line], name: Found, bearers: Bearers) -> Mention | None:
    line = lines[name.line]
    if (name.weak and not _acts(line, name.end)) or _is_nicknamed(line, name):
        return None
    bearer, confidence = choose_bearer(name, _role_words(lines, name), bearers)
    if name.kind is MentionKind.PLACE and not _speaks(line, name.end):
        confidence = min(confidence, PLACE_RIVAL)
    return _mention(
        article, line, name._replace(kind=MentionKind.PERSON, is_full=False), (bearer, confidence)
    )


def _is_nicknamed(line: Line, name: Found) -> bool:
    """Tell whether a given name opens a name with a nickname in quotation marks: “George "Bud" Day”."""
    marks = (line.word(name.end), line.word(name.end + 2))
    capitals = line.is_capital(name.end + 1) and line.is_capital(name.end + 3)
    return capitals and all(mark in QUOTE_MARKS for mark in marks)


def _acts(line: Line, end: int) -> bool:
    """Tell whether what follows a plain word at the start of a sentence makes it a name."""
    return _speaks(line, end) or line.word(end) in ("’s", "has", "had", "was", "will", "would", "also", "who")


def _speaks(line: Line, end: int) -> bool:
    return line.word(end) in read_verbs("speech_verbs")


def _mention(article: Article, line: Line, name: Found, chosen: tuple[Bearer | None, float]) -> Mention:
    bearer, confidence = chosen
    gender = bearer.gender if bearer and bearer.gender is not Gender.UNKNOWN else name.gender
    return Mention(
        span=span_of(article, line, name.first, name.end),
        kind=name.kind,
        form=MentionForm.FULL if name.is_full else MentionForm.SHORT,
        name=bearer.name if bearer else None,
        role=span_of(article, line, *name.role) if name.role else None,
        gender=gender,
        confidence=confidence if bearer else OPEN,
    )


def _body(article: Article, line: Line, name: Found, bodies: Bodies) -> Mention | None:
    if name.kind is not MentionKind.ORGANISATION:
        return _plain(article, line, name)
    if name.name is not None:
        governing = [join_words(body.words) for body in bodies.named if is_government_of(body, name)]
        if governing:
            return _plain(article, line, name._replace(name=governing[0], is_full=False))
        return _plain(article, line, name)
    fuller = {join_words(body.words) for body in bodies.having(name.words)}
    if len(fuller) == 1:
        return _plain(article, line, name._replace(name=fuller.pop(), is_full=False))
    if len(name.words) == 1:
        return None
    return _plain(article, line, name)


def _plain(article: Article, line: Line, name: Found) -> Mention:
    own = join_words(name.words)
    listed = name.kind in (MentionKind.PLACE, MentionKind.NATIONALITY)
    is_full = name.is_full and (listed or name.name in (None, own) or len(name.words) > 1)
    return Mention(
        span=span_of(article, line, name.first, name.end),
        kind=name.kind,
        form=MentionForm.FULL if is_full else MentionForm.SHORT,
        name=name.name or own,
        role=span_of(article, line, *name.role) if name.role else None,
        gender=name.gender,
        confidence=1.0 if is_full else BODY_SURE,
    )


def _role_words(lines: Sequence[Line], name: Found) -> frozenset[str]:
    if name.role is None:
        return frozenset()
    return frozenset(_role_parts(lines[name.line].words[slice(*name.role)]))


def _role_parts(words: Iterable[str]) -> Iterator[str]:
    small = {"a", "an", "the", "of", "for", "and", "former", "then", "’s", "to", "in", "at"}
    return (word.lower() for word in words if word.lower() not in small)


def span_of(article: Article, line: Line, first: int, end: int) -> Span:
    """Return the words of `line` from `first` up to `end` as a span."""
    return article.span(line.tokens[first].start, line.tokens[end - 1].end)
