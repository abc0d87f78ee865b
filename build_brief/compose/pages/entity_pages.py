"""Write the page of each person, body and place: roles, words by and about, and where each appears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from build_brief.compose.archive import Archive
from build_brief.compose.pages.who import word_roles
from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.language.name_lists import is_family_name_first
from build_brief.model.article import ArticleId
from build_brief.model.briefing import Briefing, BriefingId, IssueSection, PositionLine
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import AttributedQuote, Dossier, Entity, EntityId, EntityKind, QuoteId
from build_brief.model.edition import Appearance, EntityPage
from build_brief.model.late import read_late

MOST_ELSEWHERE = 4
"""Articles of a story shown beside the one whose sentence leads: a page of thirty is no help."""
TITLES = 3
"""Letters that a word of a name needs to make two people easy to confuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """What the briefings have on each entity, in their order."""

    stands: Mapping[EntityId, Sequence[tuple[BriefingId, Briefing]]]
    """The briefings in which it, or what speaks for it, has a position; their addresses are not in them."""
    appearances: Mapping[EntityId, Sequence[Appearance]]
    about: Mapping[QuoteId, Sequence[EntityId]]
    """Whom a quote names beside its speaker."""


def write_entity_pages(dossier: Dossier, leads: Leads) -> tuple[EntityPage, ...]:
    """Return a page for each entity of the dossier, by id."""
    days = dict(dossier.days)
    by, about = _find_quotes(dossier, leads)
    people = {entity.name for entity in dossier.entities if entity.kind is EntityKind.PERSON}
    confusable = _find_confusable(dossier.entities)
    pages = []
    for entity in dossier.entities:
        seen, stands = _find_days(entity, days), leads.stands.get(entity.id, ())
        page = EntityPage(
            entity=entity,
            roles=word_roles(entity, people=people),
            quotes_by=tuple(by.get(entity.id, ())),
            quotes_about=tuple(about.get(entity.id, ())),
            stands_in=tuple(briefing for briefing, _ in stands),
            issues=(),
            appearances=tuple(leads.appearances.get(entity.id, ())),
            not_to_be_confused_with=confusable.get(entity.id, ()),
            first_seen=min(seen, default=None),
            last_seen=max(seen, default=None),
        )
        pages.append(read_late(page, partial(_read_issues, entity.id, stands)) if stands else page)
    return tuple(pages)


def _find_days(entity: Entity, days: Mapping[ArticleId, ArticleDay]) -> list[date]:
    return [day for naming in entity.named if (day := days[naming.article.id].day)]


Quotes = Mapping[EntityId, Sequence[AttributedQuote]]


def _find_quotes(dossier: Dossier, leads: Leads) -> tuple[Quotes, Quotes]:
    """Return the quotes by each entity, doubtful ones too, and those of others that name it."""
    by: dict[EntityId, list[AttributedQuote]] = defaultdict(list)
    about: dict[EntityId, list[AttributedQuote]] = defaultdict(list)
    for quote in dossier.quotes:
        if quote.speaker:
            by[quote.speaker].append(quote)
        for entity in leads.about.get(quote.id, ()):
            about[entity].append(quote)
    return by, about


def find_about(articles: Iterable[ArticleId], archive: Archive) -> Iterator[tuple[EntityId, QuoteId]]:
    """Yield whom the quotes of `articles` name beside their speaker."""
    for article in articles:
        for quote in archive.quotes.get(article, ()):
            for entity in _find_named(quote, archive):
                if entity != quote.speaker:
                    yield entity, quote.id


def _find_named(quote: AttributedQuote, archive: Archive) -> tuple[EntityId, ...]:
    """Return whom the words of a quote name, each once, in order."""
    found = (
        archive.entity_of(mention)
        for content in quote.quote.contents
        for mention in archive.mentions_in(content)
    )
    return tuple(dict.fromkeys(entity for entity in found if entity))


def find_appearances(file: StoryFile) -> tuple[tuple[EntityId, Appearance], ...]:
    """Return whom a story names, each with the weightiest sentence that does; its address comes later."""
    best: dict[EntityId, dict[ArticleId, Passage]] = defaultdict(dict)
    for passage in file.passages:
        source = passage.statement.evidence[0]
        for entity in {file.archive.entity_of(mention) for mention in file.archive.mentions_in(source)}:
            known = best[entity].get(source.article.id) if entity else None
            if entity and (known is None or file.weights[passage.place] > file.weights[known.place]):
                best[entity][source.article.id] = passage
    return tuple((entity, _write_appearance(best[entity], file)) for entity in sorted(best))


def _write_appearance(passages: Mapping[ArticleId, Passage], file: StoryFile) -> Appearance:
    """Return the link to a briefing with its weightiest sentence, and the other articles with theirs."""
    first = max(passages.values(), key=lambda passage: file.weights[passage.place])
    others = [passage.statement for _, passage in sorted(passages.items()) if passage is not first]
    return Appearance(
        briefing=BriefingId(""), statement=first.statement, elsewhere=tuple(others[:MOST_ELSEWHERE])
    )


def find_standing(sections: Iterable[IssueSection]) -> tuple[EntityId, ...]:
    """Return who has a line in `sections`, by id."""
    return tuple(sorted({who for section in sections for line in section.lines for who in _whose(line)}))


def _whose(line: PositionLine) -> tuple[EntityId, EntityId]:
    """Return whose position a line is, and who speaks for it, or the same twice."""
    return line.actor, line.quote.speaker or line.actor


def _read_issues(
    entity: EntityId, stands: Iterable[tuple[BriefingId, Briefing]]
) -> tuple[tuple[IssueSection, ...]]:
    """Return the issues of an entity with its own lines, or those of its speakers: what is read late."""
    found: dict[str, IssueSection] = {}
    for section in (section for _, briefing in stands for section in briefing.issues):
        own = tuple(line for line in section.lines if entity in _whose(line))
        if own:
            known = found.get(section.issue.id)
            lines = (*(known.lines if known else ()), *own)
            found[section.issue.id] = replace(section, lines=lines, silent=())
    return (tuple(found.values()),)


def _find_confusable(entities: Iterable[Entity]) -> dict[EntityId, tuple[EntityId, ...]]:
    """Return for each entity the others that a bare surname or a short form may be taken for."""
    bearers: dict[tuple[EntityKind, str], set[EntityId]] = defaultdict(set)
    for entity in entities:
        for short in _short_forms(entity):
            bearers[entity.kind, short].add(entity.id)
    confusable: dict[EntityId, set[EntityId]] = defaultdict(set)
    for group in bearers.values():
        for one in group:
            confusable[one] |= group - {one}
    return {entity: tuple(sorted(others)) for entity, others in confusable.items()}


def _short_forms(entity: Entity) -> set[str]:
    forms = {*entity.aliases, entity.name.partition(" (")[0]}
    if entity.kind is EntityKind.PERSON:
        words = entity.name.split()
        forms |= {words[-1], words[0]} if len(words) > 1 else set(words)
        # Given names alone make nobody confusable; a surname may stand first or last.
        forms = {form for form in forms if form in entity.aliases or form == words[-1] or _leads(form, words)}
    return {form for form in forms if len(form) >= TITLES}


def _leads(form: str, words: Sequence[str]) -> bool:
    """Tell whether a word is the family name that opens a name: “Kim” of “Kim Min-jae”."""
    return form == words[0] and is_family_name_first(form)
