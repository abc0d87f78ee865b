"""What an editor has decided; it stands above everything that the program finds by itself."""

from __future__ import annotations

from dataclasses import dataclass

from build_brief.model.dossier import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where a ruling is written, for messages."""

    file: str
    """Relative to the project: `editor/people.yml`."""
    line: int
    """From 1."""
    name: str
    """What the entry is about, as the editor words it."""

    @property
    def place(self) -> str:
        """File, line and entry in one."""
        return f"{self.file}, line {self.line}, {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """In these articles the name means somebody else."""

    name: str
    """Whom it means there; a name that has a page already, or a new one."""
    articles: tuple[str, ...]
    """Paths in the folder of sources; `*` stands for any letters. Never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRuling:
    """What is decided about one person, organisation or place."""

    entry: Entry
    kind: EntityKind
    name: str
    """The name that its page has without any ruling, or the page's address: `people/ana-ruiz-2`."""
    merge: tuple[str, ...] = ()
    """Names that mean the same; its own name among them joins all pages that have it."""
    split: tuple[Split, ...] = ()
    apart: tuple[str, ...] = ()
    """Names that look alike and mean somebody else."""
    rename: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hide: bool = False
    show: bool = False
    """True for a page that the evidence alone would not give."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRuling:
    """What is decided about one issue."""

    entry: Entry
    name: str
    words: tuple[str, ...] = ()
    """Words that name it: a sentence that holds one speaks of the issue."""
    merge: tuple[str, ...] = ()
    rename: str | None = None
    hide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRuling:
    """What is decided about which articles tell one event."""

    entry: Entry
    together: tuple[str, ...] = ()
    """Articles of one story."""
    apart: tuple[str, ...] = ()
    """Articles of which no two are of one story."""
    title: str | None = None
    """Of the story that holds the articles in `together`, or the one in `article`."""
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRuling:
    """Who said one quote."""

    entry: Entry
    article: str
    paragraph: int
    words: str
    """The quote's first words, without quotation marks; blanks, case and kind of apostrophe do not count."""
    speaker: str | None
    """A name; None when it is nobody that the article tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """All that an editor has decided, in the order written."""

    entities: tuple[EntityRuling, ...] = ()
    issues: tuple[IssueRuling, ...] = ()
    stories: tuple[StoryRuling, ...] = ()
    speakers: tuple[SpeakerRuling, ...] = ()


NO_RULINGS = Rulings()
