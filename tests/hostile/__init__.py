"""Articles that would do harm if a page took their words for anything else than words.

Every one but the saved page, which cannot say so, allows all of it to be printed (`Rights: full`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.hostile.pages import PAGES
from tests.hostile.texts import TEXTS


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileArticle:
    """One file, and what a reader of its page must see."""

    name: str
    """Relative to the folder: the id of the article."""
    headline: str | None
    paragraphs: tuple[str, ...]
    """The visible words of each paragraph, numbered from 1; line breaks inside are single `\\n`."""


def write_hostile_folder(folder: Path) -> tuple[HostileArticle, ...]:
    """Write the hostile articles into `folder`, made when missing; return them by name."""
    articles = [_write(folder, name, *text) for name, text in TEXTS.items()]
    for name, (content, headline, paragraphs) in PAGES.items():
        (folder / name).write_bytes(content.encode("utf-8"))
        articles.append(HostileArticle(name=name, headline=headline, paragraphs=paragraphs))
    return tuple(sorted(articles, key=lambda article: article.name))


def _write(folder: Path, name: str, headline: str | None, paragraphs: tuple[str, ...]) -> HostileArticle:
    """Write one article; what stands in it as a control character must be seen as U+FFFD."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    title = f"Title: {headline}\n" if headline else ""
    header = f"{title}Date: 2024-10-18\nSource: The Hostile Herald\nRights: full\n\n"
    path.write_bytes((header + "\n\n".join(paragraphs) + "\n").encode("utf-8"))
    seen = tuple(paragraph.translate(SEEN) for paragraph in paragraphs)
    return HostileArticle(name=name, headline=headline, paragraphs=seen)


CONTROLS = (*range(9), *range(14, 32), 127)
SEEN = dict.fromkeys(CONTROLS, "\ufffd")
