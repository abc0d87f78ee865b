"""Whether a person is he or she: titles and nouns tell first, then the pronouns, then given names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from build_brief.language.name_lists import given_gender, is_given_name
from build_brief.model.annotations import Gender, Mention, MentionForm, MentionKind

PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
SURE = 0.9


def read_genders(mentions: Iterable[Mention]) -> dict[str, Gender]:
    """Return for each person's name the gender that titles, or else pronouns surely theirs, tell."""
    told: dict[str, Counter[Gender]] = defaultdict(Counter)
    shown: dict[str, Counter[Gender]] = defaultdict(Counter)
    for mention in mentions:
        if mention.kind is MentionKind.PERSON and mention.name and mention.confidence >= SURE:
            if mention.form is MentionForm.PRONOUN:
                shown[mention.name][PRONOUNS.get(mention.span.text.lower(), Gender.UNKNOWN)] += 1
            elif mention.gender is not Gender.UNKNOWN:
                told[mention.name][mention.gender] += 1
    return {name: _choose(told[name], shown[name]) for name in sorted({*told, *shown})}


def _choose(told: Counter[Gender], shown: Counter[Gender]) -> Gender:
    for counts in (told, shown):
        known = [gender for gender in counts if gender is not Gender.UNKNOWN]
        if len(known) == 1:
            return known[0]
    return Gender.UNKNOWN


def guess_gender(name: str | None, genders: Mapping[str, Gender]) -> Gender:
    """Return the article's gender for a person, or else what the given name mostly goes with."""
    if name is None:
        return Gender.UNKNOWN
    known = genders.get(name, Gender.UNKNOWN)
    if known is not Gender.UNKNOWN:
        return known
    first = name.split()[0]
    return given_gender(first) if " " in name and is_given_name(first) else Gender.UNKNOWN
