"""Gather who speaks and who is named in one story, as the actors that may take a stand in it.

A minister speaks for the country, where people speak for two countries or more. Where all speak for
one, its president, its court and its ministry are actors of their own. A group without a page
(“Republicans”, “some health officials”) may take a stand under the source's words for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_brief.language.speaking_groups import name_group
from build_brief.language.verbs import read_verbs
from build_brief.link.names.casting import Casting
from build_brief.model.article import ArticleId
from build_brief.model.dossier import AttributedQuote, EntityId, EntityKind

LIKELY = 0.45
"""Confidence of a quote from which it may be a stand, with its doubt shown: below it most are no quotes."""
LIKELY_OF_GROUP = 0.6
"""The same for a group, whose doubt cannot be shown beside a name."""

TELLING = ("speech_verbs", "thought_verbs", "judgement_verbs")
NOT_TELLING = frozenset(
    {"may", "might", "could", "would", "should", "can", "will", "charge", "charged", "sued", "file", "filed"}
)
"""“Many voters may find it easier”, “prosecutors charged three officers”: no words of theirs."""

Saying = tuple[str, AttributedQuote]
"""Who says something, and what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who speaks and who is named in one story."""

    actors: Mapping[ArticleId, tuple[Saying, ...]]
    """What anybody with a page says that may be a stand."""
    groups: Mapping[ArticleId, tuple[Saying, ...]]
    """What groups say that have none, surely."""
    unlikely: Mapping[ArticleId, tuple[Saying, ...]]
    """Too doubtful for a stand, but not for a doubt that their speakers were silent."""
    named: Mapping[ArticleId, tuple[tuple[int, int, EntityId], ...]]
    """Where an actor, or somebody who speaks for it, is named: both offsets, in order."""


def gather_cast(quotes: Mapping[ArticleId, Sequence[AttributedQuote]], casting: Casting) -> Cast:
    """Return the cast of the articles in `quotes`, in order of the text, without quotes of nobody known."""
    home = _find_home(quote for found in quotes.values() for quote in found)
    said = {
        article: [(actor, quote) for quote in found if (actor := _actor_of(quote, home))]
        for article, found in quotes.items()
    }
    return Cast(
        actors={a: tuple(one for one in found if _is_likely(one)) for a, found in said.items()},
        unlikely={a: tuple(one for one in found if not _is_likely(one)) for a, found in said.items()},
        groups={
            article: tuple((name, quote) for quote in found if (name := _name_group(quote)))
            for article, found in quotes.items()
        },
        named={
            article: tuple(
                sorted(
                    (
                        place[0],
                        place[1],
                        one.entity.id if one.entity.side in (None, home) else one.entity.side,
                    )
                    for one in casting.get(article, ())
                    for place in one.places
                )
            )
            for article in quotes
        },
    )


def _find_home(quotes: Iterable[AttributedQuote]) -> EntityId | None:
    """Return the only country that anybody speaks for; None when there is none, or more."""
    sides = {quote.side for quote in quotes if quote.side and quote.side.startswith(EntityKind.PLACE)}
    return next(iter(sides)) if len(sides) == 1 else None


def _actor_of(quote: AttributedQuote, home: EntityId | None) -> EntityId | None:
    """Return the side that the speaker speaks for, else the speaker; None when neither is known."""
    return quote.side if quote.side not in (None, home) else quote.speaker or quote.side


def _is_likely(saying: Saying) -> bool:
    return saying[1].quote.confidence >= LIKELY


def _name_group(quote: AttributedQuote) -> str | None:
    sure = not quote.doubtful and quote.quote.confidence >= LIKELY_OF_GROUP
    unknown = quote.speaker is None and quote.side is None
    return name_group(quote.speaker_name) if sure and unknown and _tells(quote) else None


def _tells(quote: AttributedQuote) -> bool:
    """Tell whether a verb says that somebody spoke or thinks so, and not that somebody may, or did a deed."""
    words = quote.quote.cue.text.lower().split() if quote.quote.cue else []
    verbs = [word for word in words if any(word in read_verbs(name) for name in TELLING)]
    return bool(verbs) and NOT_TELLING.isdisjoint(words)
