"""Say which entity speaks each quote, and for which side.

The speaker is the entity that the article's own reading names, and only when the speaker's words are
about it as a whole: “Lammy’s office”, “British government figures” and “a spokesman for Ruiz” are
not Lammy, Britain or Ruiz, though the first two speak for a side. Such speakers keep the source's
words. What is unsure says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_brief.language.governments import find_country_spoken_for
from build_brief.language.vocabulary import read_words
from build_brief.language.word_classes import classify
from build_brief.link.kept import NOTHING_KEPT, Kept, Mark
from build_brief.link.names.casting import Appearances, Casting
from build_brief.link.names.strangers import is_strangers
from build_brief.model.annotations import AnnotatedArticle, Mention, MentionForm, MentionKind, Quote
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, Entity, EntityId, EntityKind, QuoteId
from build_brief.model.namings import Place

SURE = 0.9
"""Confidence from which a speaker is printed without doubt."""
GOVERNING = (
    " ",
    " of ",
    " for ",
    " from ",
    " at ",
    " in ",
    " with ",
    " to ",
    " by ",
    " on ",
    " about ",
    " and ",
    " or ",
    " including ",
    " such as ",
    " led by ",
    " who ",
    " whose ",
)
APPOSED = re.compile(r"(?:(?! (?:for|to|with|and|or|by) )[^,])+ of (?:[^,]* )?([^\s,]+), ")
"""Before a person: the office that is theirs, “the head of Amnesty, [Ana Ruiz]”."""
LONGER_NAME = re.compile(r"\b(?!The\b)[A-Z][\w’'.-]*\s+$")
"""Before a place: the rest of a body's name, “Greenpeace [Brazil]”."""
JOINED = re.compile(r"(?:\s*\([^)]*\))?,?\s+and\s+")
"""After a person who does not speak alone."""
AFTER = (",", ";", "—", "–", "who ")
OF_BODY = re.compile(r"(?:with|from|of|at|in|on) (?:the )?[A-Z]|[A-Z]{2,5}\b(?! [A-Z])")
"""After a name, still its bearer: “Ana Ruiz [with the Green Council]”, “Ana Ruiz [KC]”."""
PARENTHESIS = re.compile(r"\([^()]*\)\s*")
LISTED = re.compile(r", | and ")
"""Between the offices of one: “former mayor, commentator and adviser [Ana Ruiz]”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The entities of one article."""

    by_place: Mapping[Place, Entity]
    by_name: Mapping[str, Entity]
    """By the name that mentions carry."""


def attribute_quotes(
    articles: Iterable[AnnotatedArticle], casting: Casting, kept: Kept = NOTHING_KEPT
) -> tuple[AttributedQuote, ...]:
    """Return every quote with its speaker, by article, then offset."""
    ordered = sorted(articles, key=lambda found: found.article.id)
    return tuple(quote for found in ordered for quote in _recall(found, casting, kept))


def _recall(found: AnnotatedArticle, casting: Casting, kept: Kept) -> tuple[AttributedQuote, ...]:
    appearing = casting.get(found.article.id, ())
    marks = tuple([one.mark for one in appearing]) if kept.remembers else ()
    make = partial(_attribute_all, found, appearing)
    return kept.recall(tuple, "speakers", (found.article.id,), make, marks)


def _attribute_all(found: AnnotatedArticle, appearing: Appearances) -> tuple[AttributedQuote, ...]:
    cast = _gather_cast(found, appearing)
    return tuple(_attribute(found, number, quote, cast) for number, quote in enumerate(found.quotes, start=1))


def _gather_cast(found: AnnotatedArticle, appearing: Appearances) -> Cast:
    by_place = {place[:2]: one.entity for one in appearing for place in one.places}
    by_name: dict[str, Entity] = {}
    for mention in found.mentions:
        entity = by_place.get((mention.span.start, mention.span.end))
        if entity and mention.name:
            by_name.setdefault(mention.name, entity)
    return Cast(by_place=by_place, by_name=by_name)


def _attribute(found: AnnotatedArticle, number: int, quote: Quote, cast: Cast) -> AttributedQuote:
    mention = _find_mention(found.mentions, quote)
    identity = QuoteId(f"{found.article.id}#{number}")
    entity = None if mention and is_strangers(found, mention) else _find_entity(mention, cast)
    if entity is None:
        speaker = quote.antecedent or quote.speaker
        words = clean_words(speaker) if speaker else ""
        unresolved = mention is not None and mention.form is MentionForm.PRONOUN
        return AttributedQuote(
            id=identity,
            quote=quote,
            speaker=None,
            speaker_name=words,
            side=_find_side(found, quote, cast),
            doubtful=quote.speaker_confidence < SURE or not words or unresolved,
        )
    return AttributedQuote(
        id=identity,
        quote=quote,
        speaker=entity.id,
        speaker_name=_name_speaker(entity, mention),
        side=entity.side,
        doubtful=quote.speaker_confidence < SURE or (mention is not None and mention.confidence < SURE),
    )


def mark_quote(quote: AttributedQuote) -> Mark:
    """Return what is known of the speaker beyond the article's own words: the same when nothing changed."""
    return quote.speaker, quote.speaker_name, quote.side, quote.doubtful


def clean_words(span: Span) -> str:
    """Return the words of `span` on one line."""
    return " ".join(span.text.split())


def _start(mention: Mention) -> int:
    return mention.span.start


def _find_mention(mentions: Sequence[Mention], quote: Quote) -> Mention | None:
    """Return the one mention that the speaker's words are about; None when there is none or several."""
    speaker = quote.antecedent or quote.speaker
    if speaker is None:
        return None
    first = bisect_left(mentions, speaker.start, key=_start)
    inside = [
        mention
        for mention in mentions[first : bisect_left(mentions, speaker.end, lo=first, key=_start)]
        if mention.span.end <= speaker.end
    ]
    able = [mention for mention in inside if speaks_itself(speaker, mention)]
    outer = [m for m in able if not any(o is not m and o.span.covers(m.span) for o in able)]
    alone = len(outer) == 1 and not _is_joined(speaker, outer[0], inside)
    return outer[0] if alone else None


def _is_joined(speaker: Span, mention: Mention, others: Sequence[Mention]) -> bool:
    """Tell whether another person speaks too: “Ana Ruiz (Liberal) and Jon Marr”."""
    people = [one for one in others if one.kind is MentionKind.PERSON and one.name != mention.name]
    joined = JOINED.match(speaker.article.text, mention.span.end)
    return joined is not None and any(one.span.start > joined.end() - 1 for one in people)


def _find_entity(mention: Mention | None, cast: Cast) -> Entity | None:
    if mention is None or mention.name is None:
        return None
    return cast.by_place.get((mention.span.start, mention.span.end)) or cast.by_name.get(mention.name)


def speaks_itself(speaker: Span | None, mention: Mention) -> bool:
    """Tell whether the speaker's words are about the named one as a whole, not about somebody of it."""
    if speaker is None:
        return True
    if mention.kind is MentionKind.NATIONALITY:
        return False
    before = speaker.article.text[speaker.start : mention.span.start]
    if mention.kind is MentionKind.PLACE and LONGER_NAME.search(before):
        return False
    if mention.role and mention.role.end <= mention.span.start:
        before = speaker.article.text[speaker.start : max(mention.role.start, speaker.start)]
    after = PARENTHESIS.sub("", speaker.article.text[mention.span.end : speaker.end].lstrip(), count=1)
    if mention.kind is MentionKind.PERSON and _is_heading(before):
        before = ""
    governed = any(word in f" {before.lower()}" for word in GOVERNING[1:])
    return not governed and _is_whole(mention, after)


def _is_whole(mention: Mention, after: str) -> bool:
    """Tell whether what stands after the name leaves it the one that the words are about."""
    if not after or after.startswith(AFTER) or (not after[0].isalnum() and after[0] not in "'’"):
        return True
    named = mention.form in (MentionForm.FULL, MentionForm.SHORT)
    return mention.kind is MentionKind.PERSON and named and OF_BODY.match(after) is not None


def _is_heading(before: str) -> bool:
    """Tell whether the words before a person are offices of theirs: “the head of Amnesty, ”."""
    heading = APPOSED.fullmatch(before)
    if heading and (classify(heading[1]).noun != "person" or before.lower().startswith("one of ")):
        return True
    *offices, last = LISTED.split(before)
    held = all(one and classify(one.split()[-1]).noun == "person" for one in offices)
    free = not any(word in f" {before.lower()}" for word in (*GOVERNING[1:11], " his ", " her ", " their "))
    return len(offices) > 1 and held and free and not last.startswith(("the ", "a ", "an "))


def _name_speaker(entity: Entity, mention: Mention | None) -> str:
    """Return the entity's name; a body without a name of its own keeps the source's words."""
    if entity.kind is EntityKind.PERSON or mention is None or mention.name is None:
        return entity.name
    if mention.kind is MentionKind.ORGANISATION and mention.name != entity.name:
        return mention.name if mention.form is MentionForm.FULL else entity.name
    return entity.name


def _find_side(found: AnnotatedArticle, quote: Quote, cast: Cast) -> EntityId | None:
    """Return for whom an unnamed speaker speaks: “Chinese officials”, “Lammy’s office”."""
    if quote.speaker is None:
        return None
    words = clean_words(quote.speaker)
    country = find_country_spoken_for(words)
    if country:
        spoken_for = cast.by_name.get(country)
        return spoken_for.id if spoken_for else None
    owned = words.replace("'", "’").partition("’s ")
    if owned[2] in read_words("governing_nouns"):
        return _side_of_owner(found, quote.speaker, cast)
    return None


def _side_of_owner(found: AnnotatedArticle, speaker: Span, cast: Cast) -> EntityId | None:
    for mention in found.mentions:
        if mention.span.start == speaker.start and mention.kind is MentionKind.PERSON and mention.name:
            owner = cast.by_name.get(mention.name)
            return owner.side if owner else None
    return None
