"""Find people whose age, rank or spelling differs from source to source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from build_brief.compose.sentences.passages import Passage, StoryFile
from build_brief.compose.sentences.people.roles import read_role
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention, MentionForm, MentionKind
from build_brief.model.article import Span
from build_brief.model.differences import Difference, DifferenceKind
from build_brief.model.dossier import EntityId

SURE = 0.9
AGE_AFTER = re.compile(
    r",? (?:aged |age )?\(?(?P<age>\d{1,3})(?=[,.;)]|$)|, (?:a |an )?(?P<old>\d{1,3})-year-old\b"
)
AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-year-old (?:[a-z-]+ ){0,2}$")
OLDEST = 115
LEAST_LETTERS = 4
ALIKE = 0.75
"""Of two spellings of one name: “Faiz” and “Fayez”, not “Dan” and “Don”."""
LONG_NAME, ALIKE_LONG = 3, 0.6
"""Where two other words of the name agree, less likeness is enough."""
LOWER = frozenset({"deputy", "vice", "assistant", "acting", "interim", "associate"})

Told = tuple[Passage, Span]
"""Where somebody stands, and the words that may differ."""


def find_people_differences(file: StoryFile) -> tuple[Difference, ...]:
    """Return ages, then ranks, then spellings that differ, in the order in which the people come up."""
    return (
        *_differ(file, DifferenceKind.FIGURE, _read_age, _are_other_ages),
        *_differ(file, DifferenceKind.ROLE, _role_of, _are_other_ranks),
        *_find_spellings(file),
    )


def _differ(
    file: StoryFile,
    kind: DifferenceKind,
    read: Callable[[Mention], Span | None],
    are_other: Callable[[str, str], bool],
) -> Iterator[Difference]:
    """Yield those people of whom no two words of two articles agree."""
    told: defaultdict[EntityId, list[Told]] = defaultdict(list)
    for passage, mention, entity in _find_people(file):
        words = read(mention)
        if words and passage.statement.evidence[0].covers(words):
            told[entity].append((passage, words))
    for entity, tellings in told.items():
        by_article: defaultdict[str, list[Told]] = defaultdict(list)
        for one in tellings:
            by_article[one[0].place[0]].append(one)
        for own, others in combinations(by_article.values(), 2):
            if all(are_other(one[1].text, other[1].text) for one in own for other in others):
                yield _set(kind, file.archive.entities[entity].name, own[0], others[0])
                break


def _set(kind: DifferenceKind, topic: str, one: Told, other: Told) -> Difference:
    return Difference(
        kind=kind,
        topic=f"{topic}, age" if kind is DifferenceKind.FIGURE else topic,
        tellings=(one[0].statement, other[0].statement),
        differing=(one[1], other[1]),
    )


def _find_people(file: StoryFile) -> Iterator[tuple[Passage, Mention, EntityId]]:
    """Yield the people who are named in sentences that stand alone."""
    for passage in file.passages:
        for mention in file.archive.mentions_in(passage.statement.evidence[0]):
            entity = file.archive.entity_of(mention)
            named = mention.form in (MentionForm.FULL, MentionForm.SHORT) and mention.confidence >= SURE
            if entity and named and mention.kind is MentionKind.PERSON:
                yield passage, mention, entity


def _read_age(mention: Mention) -> Span | None:
    """Return the number that stands beside a name as an age."""
    article, sentence_end = mention.span.article, mention.span.paragraph.end
    after = AGE_AFTER.match(article.text, mention.span.end, sentence_end)
    found = after or AGE_BEFORE.search(article.text, mention.span.paragraph.start, mention.span.start)
    if found is None or (found is not after and found.end() != mention.span.start):
        return None
    group = "age" if found["age"] else "old"
    return article.span(*found.span(group)) if 0 < int(found[group]) <= OLDEST else None


def _are_other_ages(one: str, other: str) -> bool:
    return int(one) != int(other)


def _role_of(mention: Mention) -> Span | None:
    return read_role(mention.role) if mention.role else None


def _are_other_ranks(one: str, other: str) -> bool:
    """Tell whether one is the deputy of the other, or of another rank."""
    first, second = (frozenset(re.findall(r"[a-z]+", role.lower())) for role in (one, other))
    ranks = read_words("ranks")
    if first & ranks and second & ranks:
        return not first & second & ranks
    lower = first & LOWER ^ second & LOWER
    rest, others = first - LOWER, second - LOWER
    return bool(lower) and bool(rest and others) and (rest <= others or others <= rest)


def _find_spellings(file: StoryFile) -> Iterator[Difference]:
    """Yield names of which one word is spelt otherwise in articles that do not know the other."""
    places: defaultdict[str, list[Told]] = defaultdict(list)
    for passage, mention, _ in _find_people(file):
        if mention.form is MentionForm.FULL:
            places[mention.span.text].append((passage, mention.span))
    for (one, first), (other, second) in combinations(places.items(), 2):
        articles = {passage.place[0] for passage, _ in first} & {passage.place[0] for passage, _ in second}
        if not articles and _is_other_spelling(one, other):
            yield _set(DifferenceKind.NAME, f"{one} / {other}", first[0], second[0])


def _is_other_spelling(one: str, other: str) -> bool:
    words, others = (name.replace("’", "'").replace("-", " ").split() for name in (one, other))
    if len(words) != len(others) or len(words) < 2:  # noqa: PLR2004 - a bare surname proves nothing
        return False
    apart = [(a, b) for a, b in zip(words, others, strict=True) if _fold(a) != _fold(b)]
    if len(apart) != 1 or min(map(len, apart[0])) < LEAST_LETTERS:
        return False
    a, b = (_fold(word) for word in apart[0])
    alike = ALIKE if len(words) < LONG_NAME else ALIKE_LONG
    return a[0] == b[0] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= alike


def _fold(word: str) -> str:
    """Return a word of a name as it is compared: the article of an Arabic name is spelt at will."""
    return "al" if word.casefold() == "el" else word.casefold()
