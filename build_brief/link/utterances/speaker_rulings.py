"""Apply an editor's word on who said a quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_brief.language.nearest import fold_words
from build_brief.link.names.ruling_desk import say_nearest, unmatched
from build_brief.model.article import Span
from build_brief.model.dossier import AttributedQuote, Entity, EntityKind
from build_brief.model.problems import Report
from build_brief.model.rulings import SpeakerRuling

RULED = "editor"
"""`Quote.rule` of a quote whose speaker an editor names."""

MARKS = "“”\"‘’'… "


def rule_speakers(
    quotes: Iterable[AttributedQuote],
    entities: Iterable[Entity],
    rulings: Sequence[SpeakerRuling],
    *,
    report: Report,
) -> tuple[AttributedQuote, ...]:
    """Return `quotes` in their order, with the speakers that `rulings` name, none of them in doubt."""
    quotes = tuple(quotes)
    if not rulings:
        return quotes
    named, places = _name(entities), _place(quotes)
    ruled: dict[str, AttributedQuote] = {}
    for ruling in rulings:
        there = places.get((ruling.article, ruling.paragraph), ())
        meant = [quote for quote in there if _begins(quote, ruling.words)]
        if not meant:
            _report_lost(ruling, there, places, report)
        elif not _is_known(ruling, meant[0], named):
            message = f"no page has the name “{ruling.speaker}”, and the article does not hold it."
            report(
                unmatched(
                    ruling.entry,
                    message,
                    say_nearest(str(ruling.speaker), (entity.name for entity in named.values())),
                )
            )
        else:
            ruled |= {quote.id: _rule(quote, ruling, named) for quote in meant}
    return tuple(ruled.get(quote.id, quote) for quote in quotes)


def _is_known(ruling: SpeakerRuling, quote: AttributedQuote, named: Mapping[str, Entity]) -> bool:
    """Tell whether the speaker is nobody, has a page, or is named in the article in these words."""
    name = fold_words(ruling.speaker or "")
    return name in named or name in fold_words(first_words(quote).article.text)


def first_words(quote: AttributedQuote) -> Span:
    """Return the span whose first words name a quote in a ruling: of what is quoted, else of the content."""
    return quote.quote.contents[0]


def plain_start(words: str) -> str:
    """Return words as they are compared: folded, without quotation marks at the start."""
    return fold_words(words).lstrip(MARKS)


def _begins(quote: AttributedQuote, words: str) -> bool:
    wanted = plain_start(words)
    spans = (first_words(quote), *quote.quote.quoted[:1])
    return bool(wanted) and any(plain_start(span.text).startswith(wanted) for span in spans)


def _name(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Return the entities by name, people first; a name that two people have names neither."""
    named: dict[str, Entity] = {}
    shared: set[str] = set()
    order = {kind: number for number, kind in enumerate(EntityKind)}
    for entity in sorted(entities, key=lambda entity: (order[entity.kind], entity.id)):
        known = named.setdefault(fold_words(entity.name), entity)
        if known is not entity and known.kind is entity.kind:
            shared.add(fold_words(entity.name))
        named[entity.id] = entity
    return {name: entity for name, entity in named.items() if name not in shared}


def _place(quotes: Iterable[AttributedQuote]) -> Mapping[tuple[str, int], list[AttributedQuote]]:
    places: defaultdict[tuple[str, int], list[AttributedQuote]] = defaultdict(list)
    for quote in quotes:
        first = first_words(quote)
        places[first.article.id, first.paragraph.number].append(quote)
    return places


def _rule(quote: AttributedQuote, ruling: SpeakerRuling, named: Mapping[str, Entity]) -> AttributedQuote:
    entity = named.get(fold_words(ruling.speaker)) if ruling.speaker else None
    said = replace(
        quote.quote,
        name=entity.name if entity else ruling.speaker,
        speaker=quote.quote.speaker if _tells(quote.quote.speaker, ruling.speaker) else None,
        rule=RULED,
        speaker_confidence=1.0,
    )
    return replace(
        quote,
        quote=said,
        speaker=entity.id if entity else None,
        speaker_name=entity.name if entity else ruling.speaker or "",
        side=entity.side if entity else None,
        doubtful=False,
    )


def _tells(speaker: Span | None, name: str | None) -> bool:
    """Tell whether the source's own words for the speaker hold the surname of who it is."""
    words = fold_words(speaker.text).split() if speaker else []
    return bool(name) and fold_words(name or "").split()[-1] in words


def _report_lost(
    ruling: SpeakerRuling,
    there: Sequence[AttributedQuote],
    places: Mapping[tuple[str, int], list[AttributedQuote]],
    report: Report,
) -> None:
    """Tell of a ruling whose quote is not there."""
    if there:
        begins = " or ".join(f"“{first_words(quote).text[:40]}”" for quote in there)
        message, cure = "no quote there begins like this.", f"Quotes there begin {begins}."
    elif any(article == ruling.article for article, _ in places):
        numbers = sorted(number for article, number in places if article == ruling.article)
        message = f"paragraph {ruling.paragraph} of {ruling.article} begins no quote."
        cure = f"Quotes begin in {', '.join(f'¶{number}' for number in numbers)}."
    else:
        message = f"no article with a quote is {ruling.article}."
        cure = say_nearest(ruling.article, (article for article, _ in places))
    report(unmatched(ruling.entry, message, " ".join(cure.split())))
