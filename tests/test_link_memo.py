"""What is kept from one build to the next never shows: linking with it and without gives the same."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from build_brief.analyse import analyse
from build_brief.link import link
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, Span
from build_brief.model.dossier import Dossier, EntityKind
from build_brief.model.memo import LivingMemo
from build_brief.model.rulings import NO_RULINGS, EntityRuling, Entry, Rulings, SpeakerRuling
from tests.builders import article

ENTRY = Entry(file="editor/people.yml", line=1, name="Ana Ruiz")
RULINGS = Rulings(
    entities=(EntityRuling(entry=ENTRY, kind=EntityKind.PERSON, name="Ana Ruiz", aliases=("Annie",)),),
    speakers=(
        SpeakerRuling(entry=ENTRY, article="0.txt", paragraph=2, words="The bridge", speaker="Tom Field"),
    ),
)

NAMES = ("Ana Ruiz", "Ana M. Ruiz", "Tom Field", "John Smith", "Mayor Ana Ruiz", "Sen. Lee Hart (R-Ohio)")
EVENTS = (
    "The river bridge at Lowford closed on Monday after engineers found a crack in its eastern pier.",
    "Dockers in Portley began a strike on Tuesday over pay and night shifts at the grain terminal.",
    "Kenya and Chile signed a fishing treaty in Nairobi on Friday after two years of talks on trade.",
)
SAYINGS = (
    "“The bridge will stay closed until every bolt has been looked at twice,” said {name}.",
    "“We lost control of the budget in the very first week of the winter,” {name} said on Monday.",
    "{name} told the Lowford Council that trade with Chile was an issue that mattered to the ministry.",
    "The union, the Dockers Alliance, said it would fight for the strike. Annie agreed, said {name}.",
    "Georgia and its neighbours criticised tariffs; {name}, a spokesman for the Transport Ministry, did not.",
)


@cache
def written(name: str, seed: int) -> AnnotatedArticle:
    """Return one of many articles that tell of few events and people in much the same words."""
    chosen = random.Random(seed)
    event = chosen.choice(EVENTS)
    said = [chosen.choice(SAYINGS).format(name=chosen.choice(NAMES)) for _ in range(chosen.randint(1, 4))]
    day = f"2024-03-{chosen.randint(4, 9):02}" if chosen.random() < 0.8 else None
    text = "\n".join([event, *said, event if chosen.random() < 0.3 else "It rained all week."])
    return analyse(article(text, id=name, published=day, headline=event[:40], publisher=f"Paper {name[0]}"))


def show(value: object) -> object:
    """Return everything in `value`, with the words of each span, for two spans are equal without them."""
    if isinstance(value, Article):
        return value.id, value.text
    if isinstance(value, Span):
        return value.article.id, value.start, value.end, value.text
    if isinstance(value, tuple):
        return tuple(map(show, value))
    if is_dataclass(value):
        return type(value).__name__, *(show(getattr(value, field.name)) for field in fields(value))
    return value


def change(files: dict[str, int], chosen: random.Random) -> None:
    """Add, edit or remove a file, or take one back that was there before."""
    name = f"{chosen.randint(0, 11)}.txt"
    if name in files and len(files) > 2 and chosen.random() < 0.3:
        del files[name]
    else:
        files[name] = chosen.randint(0, 60)


def linked(files: dict[str, int], rulings: Rulings, memory: LivingMemo | None) -> Dossier:
    articles = [written(name, seed) for name, seed in files.items()]
    return link(articles, rulings=rulings, memo=memory) if memory else link(articles, rulings=rulings)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_never_shows(seed: int) -> None:
    chosen, memory = random.Random(seed), LivingMemo()
    files = {f"{number}.txt": chosen.randint(0, 60) for number in range(8)}
    for _ in range(8):
        rulings = chosen.choice((NO_RULINGS, NO_RULINGS, RULINGS))
        assert show(linked(files, rulings, memory)) == show(linked(files, rulings, None))
        for _ in range(chosen.randint(1, 3)):
            change(files, chosen)


def test_what_is_unchanged_is_the_same_object() -> None:
    memory = LivingMemo()
    files = {f"{number}.txt": number for number in range(8)}
    first = linked(files, NO_RULINGS, memory)
    second = linked(files, NO_RULINGS, memory)
    assert all(one is other for one, other in zip(first.clusters, second.clusters, strict=True))


def test_what_a_build_did_not_need_is_forgotten() -> None:
    memory = LivingMemo()
    assert memory.recall(("step", 1), lambda: "one") == "one"
    memory.begin_build()
    assert memory.recall(("step", 1), lambda: "other") == "one"
    memory.begin_build()
    memory.begin_build()
    assert memory.recall(("step", 1), lambda: "other") == "other"
