"""Gather what each article names, by the name it means, before articles are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from build_brief.language.governments import is_government, split_body
from build_brief.language.twin_places import choose_twin
from build_brief.link.kept import NOTHING_KEPT, Kept
from build_brief.link.names.bearers import find_seats
from build_brief.link.names.body_homes import count_own_homes, find_home_of
from build_brief.link.names.employers import find_staff_body
from build_brief.link.names.forms import KINDS, SURE, Around, LocalName, read_key
from build_brief.link.names.sides import find_needed_countries, find_offices
from build_brief.model.annotations import (
    NAMING,
    AnnotatedArticle,
    Gender,
    Mention,
    MentionForm,
    MentionKind,
)
from build_brief.model.dossier import EntityKind
from build_brief.model.memory import key_of
from build_brief.model.namings import Place

COMMON, COMMON_SHARE = 3, 0.02
"""Articles, and share of them, beyond which a name is in everybody's company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an article tells of all its names."""

    article: str
    story: str
    mark: str
    """What tells the article with all this from every other; empty when nothing is kept."""
    countries: Counter[str]
    """How often it names each country and place."""
    homes: Counter[str]
    """How often it names each country by whatever place, people or body."""
    around: Around


def count_company(articles: Sequence[AnnotatedArticle], kept: Kept = NOTHING_KEPT) -> frozenset[str]:
    """Return the names that so many articles hold that they tell no company from another."""
    counts: Counter[str] = Counter()
    for found in articles:
        counts.update(_recall_full_names(found, kept))
    limit = max(COMMON, len(articles) * COMMON_SHARE)
    return frozenset(name for name, count in counts.items() if count > limit)


def _recall_full_names(found: AnnotatedArticle, kept: Kept) -> frozenset[str]:
    return kept.recall(frozenset, "full names", (found.article.id,), lambda: _list_full_names(found))


def _list_full_names(found: AnnotatedArticle) -> frozenset[str]:
    return frozenset([m.name for m in found.mentions if m.name and m.form is MentionForm.FULL])


class Gathered(NamedTuple):
    """What one article names."""

    names: tuple[LocalName, ...]
    """In order of appearance."""
    countries: frozenset[str]
    """Countries for which somebody speaks there."""


def gather_names(
    annotated: AnnotatedArticle, story: str, common: frozenset[str], kept: Kept = NOTHING_KEPT
) -> Gathered:
    """Return what an article surely names; `common` names are no company."""
    if not kept.remembers:
        return _gather(annotated, story, common, "")
    own = (annotated.article.id,)
    crowd = common & kept.recall(frozenset, "names", own, lambda: _list_names(annotated))
    known = (story, sorted(crowd))
    mark = key_of(kept.marks[annotated.article.id], known)
    return kept.recall(Gathered, "gathered", own, lambda: _gather(annotated, story, crowd, mark), known)


def _list_names(found: AnnotatedArticle) -> frozenset[str]:
    return frozenset([mention.name for mention in found.mentions if mention.name])


def _gather(annotated: AnnotatedArticle, story: str, common: frozenset[str], mark: str) -> Gathered:
    groups: dict[tuple[EntityKind, str], list[Mention]] = defaultdict(list)
    countries = _count_countries(annotated.mentions)
    for mention in annotated.mentions:
        name = _name_place(mention, countries)
        if name and mention.confidence >= SURE:
            groups[KINDS[mention.kind], name].append(mention)
    circle, bodies = (
        frozenset(name for kind, name in groups if kind is wanted and " " in name)
        for wanted in (EntityKind.PERSON, EntityKind.ORGANISATION)
    )
    named = sorted(name for kind, name in groups if kind is EntityKind.ORGANISATION)
    surroundings = Surroundings(
        article=annotated.article.id,
        story=story,
        mark=mark,
        countries=countries,
        homes=count_own_homes((*countries.elements(), *named)),
        around=Around(people=circle - common, circle=circle, bodies=bodies, company=bodies - common),
    )
    found = (_describe(kind, name, mentions, surroundings) for (kind, name), mentions in groups.items())
    names = tuple([_find_staff(annotated, name) for name in found if name.times])
    return Gathered(names, find_needed_countries(names))


def _find_staff(annotated: AnnotatedArticle, local: LocalName) -> LocalName:
    """Return a person with the body that it speaks for though its role names none."""
    body = find_staff_body(annotated, local.name) if local.kind is EntityKind.PERSON and local.roles else None
    return replace(local, staff_of=body.replace("’", "'")) if body else local


def _name_place(mention: Mention, countries: Counter[str]) -> str | None:
    """Return the name of what is meant; None for a place of which the article does not tell which it is.

    “Georgian” is of the country, “the Georgia governor” may not be.
    """
    if mention.name is None or mention.kind is not MentionKind.PLACE:
        return mention.name
    return choose_twin(mention.name, countries)


def _count_countries(mentions: Iterable[Mention]) -> Counter[str]:
    places = (MentionKind.PLACE, MentionKind.NATIONALITY)
    return Counter(mention.name for mention in mentions if mention.kind in places and mention.name)


def _describe(kind: EntityKind, name: str, mentions: list[Mention], where: Surroundings) -> LocalName:
    mark = f"{where.mark} {kind} {name}" if where.mark else ""
    kind, key, country = read_key(kind, name, where.countries)
    label = country if kind is EntityKind.PLACE and country and is_government(split_body(name)[1]) else name
    if kind is EntityKind.ORGANISATION and ": " not in key:
        own = find_home_of(name, mentions, where.homes)
        key, country, label = own.write(key, where.story), own.side or country, own.label
    named = [mention for mention in mentions if mention.form in NAMING]
    genders = {mention.gender for mention in mentions} - {Gender.UNKNOWN}
    return LocalName(
        article=where.article,
        story=where.story,
        kind=kind,
        name=label,
        key=key,
        country=country,
        places=tuple(sorted(map(_place, mentions), key=lambda place: place[:2])),
        words=tuple(_print(mention) for mention in named if mention.kind is not MentionKind.NATIONALITY),
        demonyms=tuple(_print(mention) for mention in named if mention.kind is MentionKind.NATIONALITY),
        in_full=any(mention.form is MentionForm.FULL for mention in named),
        roles=tuple(mention.role.text for mention in mentions if mention.role),
        offices=tuple(find_offices(named)),
        seats=tuple(find_seats(named)),
        gender=genders.pop() if len(genders) == 1 else Gender.UNKNOWN,
        around=where.around,
        mark=mark,
    )


def _place(mention: Mention) -> Place:
    return (*mention.span.place[1:], *(mention.role.place[1:] if mention.role else ()))


def _print(mention: Mention) -> str:
    return " ".join(mention.span.text.split())
