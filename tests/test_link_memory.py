"""What is kept from one build to the next never shows: linking with it and without gives the same."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_brief.analyse import analyse
from build_brief.cache.memory import LINKED, KeptWork, Living
from build_brief.compose.cuttings import lay_out
from build_brief.link import link
from build_brief.model.annotations import AnnotatedArticle
from build_brief.model.article import Article, Span
from build_brief.model.digests import digest_of
from build_brief.model.dossier import Dossier, EntityKind
from build_brief.model.late import open_kind
from build_brief.model.memory import Value
from build_brief.model.rulings import (
    NO_RULINGS,
    EntityRuling,
    Entry,
    IssueRuling,
    Rulings,
    SpeakerRuling,
    StoryRuling,
)
from build_brief.workforce import Work
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
ELSEWHERE = (
    "Keepers painted the lighthouse of Nordvik blue. “It was white too long,” said Ana Ruiz on Monday.",
    "Bakers of Upper Marle baked a loaf of nine metres. John Smith said it was eaten within the hour.",
    "A comet was seen over Tasmania. “I have waited for it since I was ten,” astronomer Tom Field said.",
)
SAYINGS = (
    "“The bridge will stay closed until every bolt has been looked at twice,” said {name}.",
    "“We lost control of the budget in the very first week of the winter,” {name} said on Monday.",
    "{name} told the Lowford Council that trade with Chile was an issue that mattered to the ministry.",
    "The union, the Dockers Alliance, said it would fight for the strike. Annie agreed, said {name}.",
    "Georgia and its neighbours criticised tariffs; {name}, a spokesman for the Transport Ministry, did not.",
)


FAR = {f"far{number}.txt": number - len(ELSEWHERE) for number in range(len(ELSEWHERE))}


@cache
def written(name: str, seed: int) -> AnnotatedArticle:
    """Return one of many articles that tell of few events and people in much the same words."""
    if seed < 0:
        return analyse(article(ELSEWHERE[seed], id=name, published="2019-06-03"))
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
        told = [field.name for field in fields(value) if field.name != "told"]
        return open_kind(type(value)).__name__, *(show(getattr(value, name)) for name in told)
    return value


def change(files: dict[str, int], chosen: random.Random) -> None:
    """Add, edit or remove a file, or take one back that was there before."""
    name = f"{chosen.randint(0, 11)}.txt"
    if name in files and len(files) > 2 and chosen.random() < 0.3:
        del files[name]
    else:
        files[name] = chosen.randint(0, 60)


def linked(files: dict[str, int], rulings: Rulings, work: Work) -> Dossier:
    articles = [written(name, seed) for name, seed in files.items()]
    with work.remember(LINKED, (found.article for found in articles), articles) as memory:
        return link(articles, rulings=rulings, memory=memory)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("place", ["on disk", "in memory", "in both"])
def test_what_is_kept_never_shows(seed: int, place: str, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    work = Work(
        cache=None if place == "in memory" else tmp_path, living=None if place == "on disk" else Living()
    )
    files = {f"{number}.txt": chosen.randint(0, 60) for number in range(8)}
    for _ in range(5):
        rulings = chosen.choice((NO_RULINGS, NO_RULINGS, RULINGS))
        assert show(linked(files, rulings, work)) == show(linked(files, rulings, Work()))
        for _ in range(chosen.randint(1, 3)):
            change(files, chosen)


@pytest.mark.parametrize("seed", range(4))
def test_a_story_of_which_the_same_is_told_has_the_same_cuttings(seed: int) -> None:
    chosen, work = random.Random(seed), Work(living=Living())
    files = {f"{number}.txt": chosen.randint(0, 60) for number in range(8)}
    cuttings: dict[str, str] = {}
    again = 0
    for _ in range(8):
        dossier = linked({**files, **FAR}, chosen.choice((NO_RULINGS, NO_RULINGS, RULINGS)), work)
        cutter = lay_out(dossier)
        for story, told in zip(dossier.stories, dossier.told, strict=True):
            cut = digest_of(cutter.cut((story,)))
            again += told in cuttings
            assert cuttings.setdefault(told, cut) == cut
        change(files, chosen)
    assert again


FIELD = EntityRuling(entry=ENTRY, kind=EntityKind.PERSON, name="Tom Field")
NOBODY = SpeakerRuling(entry=ENTRY, article="far2.txt", paragraph=1, words="I have", speaker=None)


@pytest.mark.parametrize(
    "ruled",
    [
        Rulings(entities=(replace(FIELD, roles=("poet",)),)),
        Rulings(entities=(replace(FIELD, hide=True),)),
        Rulings(speakers=(NOBODY,)),
        Rulings(issues=(IssueRuling(entry=ENTRY, name="the sky", words=("comet",)),)),
        Rulings(stories=(StoryRuling(entry=ENTRY, article="far2.txt", title="Seen at last"),)),
    ],
    ids=["role", "hidden", "speaker", "issue", "title"],
)
def test_what_an_editor_says_of_a_story_is_told(ruled: Rulings) -> None:
    def told(rulings: Rulings) -> dict[str, tuple[str, str]]:
        dossier = linked(FAR, rulings, Work(living=Living()))
        cutter = lay_out(dossier)
        return {
            story.id: (told, digest_of(cutter.cut((story,))))
            for story, told in zip(dossier.stories, dossier.told, strict=True)
        }

    plain, other = told(NO_RULINGS), told(ruled)
    assert plain["far1.txt"] == other["far1.txt"]
    assert plain["far2.txt"][0] != other["far2.txt"][0]
    assert plain["far2.txt"][1] != other["far2.txt"][1]


def test_a_story_far_from_the_change_is_told_as_it_was() -> None:
    work = Work(living=Living())
    files = {f"{number}.txt": number for number in range(8)}
    first = linked(files, NO_RULINGS, work).told
    far = analyse(
        article("Keepers painted the lighthouse of Nordvik blue.", id="far.txt", published="2019-06-03")
    )
    articles = [*(written(name, seed) for name, seed in files.items()), far]
    with work.remember(LINKED, (found.article for found in articles), articles) as memory:
        second = link(articles, memory=memory).told
    assert set(first) < set(second)
    assert len(second) == len(first) + 1


def test_what_is_unchanged_is_not_worked_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    recall = KeptWork.recall

    def watch(
        self: KeptWork, kind: type[Value], key: str, make: Callable[[], Value], beside: str = ""
    ) -> Value:
        return recall(self, kind, key, lambda: (made.append(key), make())[1], beside)

    monkeypatch.setattr(KeptWork, "recall", watch)
    files = {f"{number}.txt": number for number in range(8)}
    work = Work(cache=tmp_path)
    first = linked(files, NO_RULINGS, work)
    assert made
    made.clear()
    second = linked(files, NO_RULINGS, work)
    assert made == []
    assert show(first) == show(second)


def test_what_is_unchanged_is_the_same_object_in_one_process() -> None:
    work = Work(living=Living())
    files = {f"{number}.txt": number for number in range(8)}
    first, second = (linked(files, NO_RULINGS, work) for _ in range(2))
    parts = [
        (
            *(said.quote for said in found.quotes),
            *(n.places for e in found.entities for n in e.named),
            *found.timeline,
        )
        for found in (first, second)
    ]
    assert len(parts[0]) > len(files)
    assert all(one is other for one, other in zip(*parts, strict=True))


@pytest.mark.parametrize("beside", ["", "an article"])
@pytest.mark.parametrize("kept", [{"living": True}, {"cache": Path("kept")}], ids=["memory", "disk"])
def test_what_a_build_did_not_need_is_forgotten(
    kept: dict[str, Any], beside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    work = Work(**(kept | ({"living": Living()} if "living" in kept else {})))

    def recall(key: str, value: str) -> str:
        with work.remember(LINKED, ()) as memory:
            return memory.recall(str, key, lambda: value, beside)

    assert [recall("1", "one"), recall("1", "other")] == ["one", "one"]
    recall("2", "two")
    assert recall("1", "other") == "other"


@pytest.mark.parametrize("live", [False, True])
def test_what_is_kept_beside_a_changed_value_stays(live: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """One row holds both; a damaged row is a missing one, whoever had what stood in it."""
    work = Work(cache=tmp_path, living=Living() if live else None)

    def recall(work: Work, wanted: str, value: str) -> list[str]:
        with work.remember(LINKED, ()) as memory:
            return [memory.recall(str, key, lambda key=key: f"{key} {value}", "an article") for key in wanted]

    assert recall(work, "ab", "first") == ["a first", "b first"]
    assert recall(work, "bc", "second") == ["b first", "c second"]
    assert recall(work, "cb", "third") == ["c second", "b first"]
    with closing(sqlite3.connect(tmp_path / LINKED)) as base, base:
        assert [name for (name,) in base.execute("SELECT name FROM kept")] == ["beside an article"]
        base.execute("UPDATE kept SET content = substr(content, 2)")
    assert recall(Work(cache=tmp_path), "bc", "fourth") == ["b fourth", "c fourth"]
    assert recall(Work(cache=tmp_path), "bc", "fifth") == ["b fourth", "c fourth"]
