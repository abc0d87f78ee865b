"""Gather what each article names, by the name it means, before articles are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from build_brief.language.body_names import body_key
from build_brief.language.countries import find_country
from build_brief.language.governments import find_party_country, is_government, serves_country, split_body
from build_brief.language.known_names import find_country_of, find_listed
from build_brief.language.twin_places import choose_twin
from build_brief.link.body_homes import count_own_homes, find_home_of
from build_brief.link.employers import find_staff_body
from build_brief.model.annotations import AnnotatedArticle, Gender, Mention, MentionForm, MentionKind
from build_brief.model.dossier import EntityKind

TURNED = ("ministry", "department")
SURE = 0.9
"""Confidence from which a mention counts as the entity's."""
COMMON, COMMON_SHARE = 3, 0.02
"""Articles, and share of them, beyond which a name is in everybody's company."""
NAMING = (MentionForm.FULL, MentionForm.SHORT)
KINDS = {
    MentionKind.PERSON: EntityKind.PERSON,
    MentionKind.ORGANISATION: EntityKind.ORGANISATION,
    MentionKind.PLACE: EntityKind.PLACE,
    MentionKind.NATIONALITY: EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Whom and what one article names, each by its name; all its names share one."""

    people: frozenset[str]
    """People named in full, those that many articles name left out."""
    circle: frozenset[str]
    """All people named in full."""
    bodies: frozenset[str]
    """All bodies named in full."""
    company: frozenset[str]
    """Bodies, those that many articles name left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalName:
    """One person, body or place as one article names it."""

    article: str
    story: str
    """The id of the article's story; the article's own when it has none."""
    kind: EntityKind
    name: str
    """The fullest name in the article, or the listed one."""
    key: str
    """Names with one key may be one entity."""
    country: str | None
    """The country it is, belongs to or speaks for, as far as its name tells."""
    mentions: tuple[Mention, ...]
    """By offset; never empty."""
    around: Around = field(repr=False)
    """All that the article names, this one among it."""
    staff_of: str | None = None
    """The body for which somebody speaks whose role names none."""
    roles: tuple[str, ...] = field(init=False, compare=False)
    """The roles beside its mentions."""
    gender: Gender = field(init=False, compare=False)
    """What the article tells; UNKNOWN when it tells nothing, or both."""
    named: tuple[Mention, ...] = field(init=False, compare=False, repr=False)
    """The mentions that are names, no pronouns and no role phrases."""

    def __post_init__(self) -> None:
        """Read the mentions once for what is asked again and again."""
        roles = tuple([mention.role.text for mention in self.mentions if mention.role])
        genders = {mention.gender for mention in self.mentions} - {Gender.UNKNOWN}
        gender = genders.pop() if len(genders) == 1 else Gender.UNKNOWN
        object.__setattr__(self, "roles", roles)
        object.__setattr__(self, "gender", gender)
        object.__setattr__(self, "named", tuple([m for m in self.mentions if m.form in NAMING]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an article tells of all its names."""

    article: str
    story: str
    countries: Counter[str]
    """How often it names each country and place."""
    homes: Counter[str]
    """How often it names each country by whatever place, people or body."""
    around: Around


def count_company(articles: Sequence[AnnotatedArticle]) -> frozenset[str]:
    """Return the names that so many articles hold that they tell no company from another."""
    counts = Counter(
        name
        for found in articles
        for name in {m.name for m in found.mentions if m.name and m.form is MentionForm.FULL}
    )
    limit = max(COMMON, len(articles) * COMMON_SHARE)
    return frozenset(name for name, count in counts.items() if count > limit)


def gather_names(annotated: AnnotatedArticle, story: str, common: frozenset[str]) -> tuple[LocalName, ...]:
    """Return what an article surely names, in order of appearance; `common` names are no company."""
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
        countries=countries,
        homes=count_own_homes((*countries.elements(), *named)),
        around=Around(people=circle - common, circle=circle, bodies=bodies, company=bodies - common),
    )
    found = (_describe(kind, name, mentions, surroundings) for (kind, name), mentions in groups.items())
    return tuple(_find_staff(annotated, name) for name in found if name.named)


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
    kind, key, country = read_key(kind, name, where.countries)
    label = country if kind is EntityKind.PLACE and country and is_government(split_body(name)[1]) else name
    if kind is EntityKind.ORGANISATION and ": " not in key:
        own = find_home_of(name, mentions, where.homes)
        key, country, label = own.write(key, where.story), own.side or country, own.label
    return LocalName(
        article=where.article,
        story=where.story,
        kind=kind,
        name=label,
        key=key,
        country=country,
        mentions=tuple(mentions),
        around=where.around,
    )


def read_key(kind: EntityKind, name: str, countries: Counter[str]) -> tuple[EntityKind, str, str | None]:
    """Return kind, key and country of a name; a country's government is the country itself."""
    if kind is EntityKind.PERSON:
        return kind, name, None
    if kind is EntityKind.PLACE:
        return kind, name, find_country(name)
    country, rest = split_body(name)
    if country and is_government(rest):
        return EntityKind.PLACE, country, country
    own = _read_own_key(country, rest) if country else None
    if own:
        return kind, own, country
    noun = name.rpartition(" ")[2].lower()
    if noun in ("government", "administration"):
        return kind, f"government: {name.rpartition(' ')[0].casefold()}", find_party_country(name, countries)
    turned = country is None and rest.endswith(TURNED)
    return kind, rest if turned else body_key(name), find_country_of(name)


def _read_own_key(country: str, rest: str) -> str | None:
    """Return the key of a country's own body; None for “French club”, which only stands in it."""
    listed = find_listed(rest, country)
    if listed:
        return body_key(listed)
    return f"{country}: {rest}" if serves_country(rest) else None
