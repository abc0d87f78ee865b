"""What a book of briefings holds besides them: a cover, contents, an index and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from build_brief.model.briefing import Briefing
from build_brief.model.dossier import EntityKind
from build_brief.publish.paper.briefings import gather_briefing
from build_brief.publish.paper.documents import Document, Layout, write_values
from build_brief.publish.paper.letters import isolated, plain
from build_brief.publish.paper.sheet import Value
from build_brief.publish.press import Press
from build_brief.publish.wording.counts import counted
from build_brief.publish.wording.day_words import short_day

INDEXES = (
    ("People", EntityKind.PERSON),
    ("Organisations", EntityKind.ORGANISATION),
    ("Places", EntityKind.PLACE),
)


@dataclass(frozen=True, kw_only=True)
class Book(Document):
    """A document that is set in parts; its values are those of all of them."""

    title: str
    front: Value
    """What the cover says."""
    chapters: tuple[Value, ...]
    """The briefings."""
    indexes: tuple[tuple[str, dict[str, str]], ...]
    """Headings, and the names below each by id; in the book stand those that are named in it."""

    def part(self, kind: str, values: Value) -> Document:
        """Return one part; it bears the fingerprint of the whole, and its title."""
        return Document(
            path=self.path,
            values=write_values(values | {"kind": kind, "title": self.title}),
            day=self.day,
            layout=self.layout,
            mark=self.fingerprint,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Where a briefing stands in a book."""

    start: int
    """Its first page."""
    plan: Value
    """What the template tells of it before it is set: see `book.typ`."""


def lay_out_book(
    press: Press, briefings: tuple[Briefing, ...], *, scope: str, layout: Layout, path: str = "book.pdf"
) -> Book:
    """Return the document of a book of `briefings`; `scope` tells on its cover which they are."""
    days = [briefing.story.day.day for briefing in briefings if briefing.story.day.day]
    title = isolated(plain(press.settings.title))
    front = {
        "scope": isolated(plain(scope)),
        "days": _days(days),
        "counts": _counts(press, briefings),
    }
    chapters = tuple(gather_briefing(press, briefing) for briefing in briefings)
    indexes = (_index_issues(press), *(_index(press, head, kind) for head, kind in INDEXES))
    return Book(
        path=path,
        values=write_values([title, front, chapters, indexes]),
        day=max(days, default=None),
        layout=layout,
        title=title,
        front=front,
        chapters=chapters,
        indexes=indexes,
    )


def lay_out_front(book: Book, starts: Sequence[int]) -> Document:
    """Return cover and contents; `starts` are the first pages of the briefings, the index and the sources."""
    titles = [(chapter["title"], chapter["day"]["short"]) for chapter in book.chapters]
    titles += [("Index of names and issues", ""), ("Sources", "")]
    entries = [
        {"title": title, "when": when, "page": page, "apart": at == len(book.chapters)}
        for at, ((title, when), page) in enumerate(zip(titles, starts, strict=True))
    ]
    return book.part("front", book.front | {"entries": entries})


def lay_out_plans(book: Book) -> tuple[Document, ...]:
    """Return the briefings without their numbers: such a part gives its plan alone."""
    return lay_out_chapters(book, [Chapter(start=0, plan={"breaks": None})] * len(book.chapters))


def lay_out_chapters(book: Book, chapters: Sequence[Chapter]) -> tuple[Document, ...]:
    """Return the briefings, each where `chapters` say."""
    both = list(zip(book.chapters, chapters, strict=True))
    places = {values["id"]: (chapter.start, 0) for values, chapter in both}
    return tuple(
        book.part(
            "chapter",
            {
                "briefing": values,
                "start": chapter.start,
                "breaks": chapter.plan["breaks"],
                "places": _leading(values, places),
            },
        )
        for values, chapter in both
    )


def lay_out_back(book: Book, chapters: Sequence[Chapter], start: int) -> Document:
    """Return index and sources, the first page of which is `start`."""
    spots: dict[str, list[tuple[int, float]]] = {}
    for chapter in chapters:
        for thing, places in chapter.plan["spots"].items():
            spots.setdefault(thing, []).extend((chapter.start + at, down) for at, down in places)
    indexes = [
        {
            "title": title,
            "lines": [
                {"name": name, "places": spots[thing]} for thing, name in names.items() if thing in spots
            ],
        }
        for title, names in book.indexes
    ]
    sources = [
        {key: source[key] for key in ("outlet", "title", "url", "address")}
        | {"day": source["day"]["short"], "page": place.start}
        for chapter, place in zip(book.chapters, chapters, strict=True)
        for source in chapter["sources"]
    ]
    return book.part("back", {"indexes": indexes, "sources": sources, "start": start})


def _leading(chapter: Value, places: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return where those briefings stand to which `chapter` leads."""
    others = {other["id"] for other in (*chapter["related"], *chapter["so_far"])}
    return {id_: place for id_, place in places.items() if id_ in others}


def _days(days: Iterable[date]) -> str:
    """Return the first and last day of the stories; empty when none is known."""
    ordered = sorted(set(days))
    if not ordered:
        return ""
    first, last = short_day(ordered[0]), short_day(ordered[-1])
    return first if first == last else f"{first} to {last}"


def _counts(press: Press, briefings: tuple[Briefing, ...]) -> str:
    articles = [source.article for briefing in briefings for source in briefing.sources]
    outlets = {outlet for article in articles if (outlet := press.outlet(article))}
    told = f"{counted(len(briefings), 'briefing')} from {counted(len(articles), 'article')}"
    return f"{told} of {counted(len(outlets), 'outlet')}" if len(outlets) > 1 else told


def _index_issues(press: Press) -> tuple[str, dict[str, str]]:
    issues = sorted(press.edition.issues, key=lambda entry: entry.section.issue.label.casefold())
    return "Issues", {entry.section.issue.id: isolated(plain(entry.section.issue.label)) for entry in issues}


def _index(press: Press, title: str, kind: EntityKind) -> tuple[str, dict[str, str]]:
    """Return the names that may stand in one index, by id, in their order."""
    entities = [entry.entity for entry in press.edition.entities if entry.entity.kind is kind]
    ordered = sorted(entities, key=lambda entity: _by_name(entity.name, kind))
    return title, {entity.id: isolated(plain(entity.name)) for entity in ordered}


def _by_name(name: str, kind: EntityKind) -> tuple[str, str]:
    """Return the key to sort a name by: for people the last word first, as an index has it."""
    last = name.rsplit(maxsplit=1)[-1] if kind is EntityKind.PERSON else name
    return last.casefold(), name.casefold()
