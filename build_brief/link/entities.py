"""Join what the articles name into people, organisations and places that deserve a page.

A person needs a full name; a body or place a known name, a noun that says what it is, a short form
in brackets, or several mentions. What is only alike stays apart: a false join is worse than two
pages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from build_brief.language.common_words import UNLISTED_SHARE, plain_word, word_share
from build_brief.language.known_names import match_known
from build_brief.language.tokens import find_tokens
from build_brief.language.vocabulary import read_words
from build_brief.link.entity_ids import name_entities
from build_brief.link.entity_names import LocalName, count_company, gather_names
from build_brief.link.entity_rulings import dress, settle_groups
from build_brief.link.people import join_lone, join_people
from build_brief.link.roles import role_words
from build_brief.link.ruling_desk import Reading
from build_brief.link.sides import find_needed_countries, find_side, index_bodies
from build_brief.model.annotations import AnnotatedArticle, Gender, MentionForm, MentionKind
from build_brief.model.dossier import Entity, EntityId, EntityKind, EntityMention, Story
from build_brief.model.problems import Report, ignore
from build_brief.model.rulings import EntityRuling

LONE = 3
"""Mentions that a person of one name needs, with an office or trade beside one: “President Suharman”."""
SEVERAL = 2
"""Mentions that make up for a name that says nothing of what it names."""


def resolve_entities(
    articles: Iterable[AnnotatedArticle],
    stories: Iterable[Story],
    *,
    rulings: Sequence[EntityRuling] = (),
    report: Report = ignore,
) -> tuple[Entity, ...]:
    """Return the entities of all articles, by id; the order of `articles` does not matter.

    `rulings` stand above what the names tell; those that find nothing go to `report`.
    """
    told_in = {article: story.id for story in stories for article in story.articles}
    ordered = sorted(articles, key=lambda found: found.article.id)
    common = count_company(ordered)
    names = [
        name
        for found in ordered
        for name in gather_names(found, str(told_in.get(found.article.id, found.article.id)), common)
    ]
    needed = find_needed_countries(names)
    reading = Reading(join=_join, name=name_group, has_page=has_evidence)
    decided = [
        (group, decision)
        for group, decision in settle_groups(names, rulings, reading=reading, report=report)
        if not decision.hide and (decision.show or has_evidence(group) or group[0].name in needed)
    ]
    groups = [group for group, _ in decided]
    ids = name_entities([(group, decision.name or name_group(group)) for group, decision in decided])
    countries = {
        group[0].name: identity
        for group, identity in zip(groups, ids, strict=True)
        if group[0].kind is EntityKind.PLACE and group[0].country == group[0].name
    }
    bodies = index_bodies(zip(groups, ids, strict=True))
    found_entities = (
        dress(_write(group, identity, find_side(group, identity, countries, bodies)), decision)
        for (group, decision), identity in zip(decided, ids, strict=True)
    )
    return tuple(sorted(found_entities, key=lambda entity: entity.id))


def _join(names: Sequence[LocalName]) -> list[list[LocalName]]:
    """Return the groups of local names that are one entity."""
    people = [name for name in names if name.kind is EntityKind.PERSON]
    full = [name for name in people if " " in name.name]
    groups = join_people(full)
    bearers: defaultdict[tuple[str, str], list[list[LocalName]]] = defaultdict(list)
    for group in groups:
        for place in sorted({(local.story, local.name.split()[-1].lower()) for local in group}):
            bearers[place].append(group)
    known = {word for local in full for word in local.name.lower().split()}
    lone: list[LocalName] = []
    for short in people:
        if " " not in short.name:
            _add_short(short, bearers[short.story, short.name.lower()])
            lone += [short] * (short.name.lower() not in known)
    groups += join_lone(lone)
    others: dict[tuple[EntityKind, str], list[LocalName]] = defaultdict(list)
    for name in names:
        if name.kind is not EntityKind.PERSON:
            others[name.kind, name.key].append(name)
    return groups + _join_short_bodies(others)


def _add_short(short: LocalName, able: Sequence[list[LocalName]]) -> None:
    """Add a lone surname to the one person of its story who bears it."""
    genders = (short.gender, able[0][0].gender) if len(able) == 1 else ()
    if genders and (Gender.UNKNOWN in genders or genders[0] is genders[1]):
        able[0].append(short)


def _join_short_bodies(others: dict[tuple[EntityKind, str], list[LocalName]]) -> list[list[LocalName]]:
    """Return the groups, a ministry without a country joined to the only one of its story."""
    owners: defaultdict[str, list[tuple[EntityKind, str]]] = defaultdict(list)
    for place in others:
        owners[place[1].partition(": ")[2]].append(place)
    for place in [
        place for place in others if place[1].lower() in owners and place[0] is EntityKind.ORGANISATION
    ]:
        stories = {local.story for local in others[place]}
        owned = [
            other for other in owners[place[1].lower()] if stories <= {local.story for local in others[other]}
        ]
        if len(owned) == 1:
            others[owned[0]] += others.pop(place)
    return list(others.values())


def has_evidence(group: Sequence[LocalName]) -> bool:
    """Tell whether a group of local names deserves a page."""
    mentions = [mention for local in group for mention in local.named]
    kind = group[0].kind
    if kind is EntityKind.PERSON:
        known = any(mention.form is MentionForm.FULL for mention in mentions)
        return known or (len(mentions) >= LONE and _is_told_alone(group))
    if kind is EntityKind.PLACE:
        nouns = sum(mention.kind is not MentionKind.NATIONALITY for mention in mentions)
        return nouns > 0 or len(mentions) >= SEVERAL
    return len(mentions) >= SEVERAL or any(_tells_itself(local) for local in group)


def _is_told_alone(group: Sequence[LocalName]) -> bool:
    """Tell whether one name alone is somebody's: with an office or trade, and no plain word."""
    plain = word_share(plain_word(group[0].name)) > UNLISTED_SHARE
    return not plain and any(role_words(local.roles) for local in group)


def _tells_itself(local: LocalName) -> bool:
    """Tell whether a body's name is known or says what it is, not “Lammy’s office”."""
    words = tuple(token.text.replace("'", "’") for token in find_tokens(local.name.partition(" (")[0]))
    known = match_known(words, 0)
    if known and known[0] == len(words):
        return True
    if "’s" in words[:-1] and local.country is None:
        return False
    last = words[-1]
    listed = last in read_words("organisation_nouns") or "of" in words or "for" in words
    return listed or (last.islower() and last in ("ministry", "government", "administration"))


def name_group(group: Sequence[LocalName]) -> str:
    """Return the name most articles use among the fullest."""
    if group[0].kind is EntityKind.PLACE:
        return group[0].name
    counts: Counter[str] = Counter()
    for local in group:
        counts[local.name] += len(local.named)
    full = [local.name for local in group if " " in local.name or group[0].kind is not EntityKind.PERSON]
    full = full or [local.name for local in group]
    titled = [name for name in full if name[0].isupper() and "’s " not in name] or full
    return max(titled, key=lambda name: (counts[name], len(name), name))


def _write(group: Sequence[LocalName], identity: EntityId, side: EntityId | None) -> Entity:
    name = name_group(group)
    mentions = [mention for local in group for mention in local.mentions]
    genders = {local.gender for local in group} - {Gender.UNKNOWN}
    return Entity(
        id=identity,
        kind=group[0].kind,
        name=name,
        aliases=_find_aliases(group, name),
        mentions=tuple(
            EntityMention(span=mention.span, role=mention.role)
            for mention in sorted(mentions, key=lambda mention: mention.span.place)
        ),
        side=side,
        gender=genders.pop() if len(genders) == 1 else None,
    )


def _find_aliases(group: Sequence[LocalName], name: str) -> tuple[str, ...]:
    counts = Counter(
        " ".join(mention.span.text.split())
        for local in group
        for mention in local.named
        if mention.kind is not MentionKind.NATIONALITY
    )
    others = {words: count for words, count in counts.items() if words.lower() != name.lower()}
    return tuple(sorted(others, key=lambda words: (-others[words], words)))
