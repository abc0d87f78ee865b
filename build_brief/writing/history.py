"""The history of a site: a file among its sources, so that a rebuild can say what is new.

It stands in the folder of sources, is an input like the articles, and belongs into version control with
them. It holds names of files, digests and numbers, no word of an article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from build_brief.model.article import ArticleId
from build_brief.model.history import NO_HISTORY, History, KnownStatement, StoryRecord, Version
from build_brief.model.problems import WriteError
from build_brief.read.folder import HISTORY
from build_brief.writing.files import replace_file

FORMAT = "build_brief history"
VERSION = 1
LISTS = ("added", "changed", "removed")


def read_history(sources: Path) -> History:
    """Return what is remembered of the sites of `sources`; nothing when there is no history.

    Raises `WriteError` when the file cannot be understood: a build would begin anew, and lose it.
    """
    try:
        values = json.loads((sources / HISTORY).read_bytes())
        return _read(values)
    except (FileNotFoundError, NotADirectoryError):
        return NO_HISTORY
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        cure = "Restore it from version control, or delete it: every briefing is then version 1 again."
        raise WriteError(str(sources / HISTORY), "is damaged.", cure) from error


def write_history(sources: Path, history: History) -> None:
    """Put `history` beside the articles in `sources`, in one step, unless it stands there already."""
    file, content = sources / HISTORY, print_history(history)
    if not file.is_file() or file.read_bytes() != content:
        replace_file(file, content)


def print_history(history: History) -> bytes:
    """Return the content of the file: a line for each fact, so that two histories can be compared."""
    values = {
        "format": FORMAT,
        "version": VERSION,
        "edition": history.edition,
        "stories": [_print_story(record) for record in history.stories],
    }
    return (json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode()


def _print_story(record: StoryRecord) -> dict[str, object]:
    values: dict[str, object] = {
        "sources": dict(record.sources),
        "versions": [_print_version(version) for version in record.versions],
        "before": _print_said(record.before),
        "now": _print_said(record.now),
    }
    return values | ({"ended": True} if record.ended else {})


def _print_version(version: Version) -> dict[str, object]:
    files = {"added": version.added, "changed": version.changed, "removed": version.removed}
    return {"edition": version.edition} | {name: list(found) for name, found in files.items() if found}


def _print_said(said: Iterable[KnownStatement]) -> list[str]:
    return [f"{one.words} {one.paragraph} {one.file}" for one in said]


def _read(values: Mapping[str, object]) -> History:
    stories = values["stories"]
    if values["format"] != FORMAT or values["version"] != VERSION or not isinstance(stories, list):
        raise TypeError
    return History(edition=_number(values["edition"]), stories=tuple(map(_read_story, stories)))


def _read_story(values: Mapping[str, object]) -> StoryRecord:
    sources, versions = values["sources"], values["versions"]
    if not isinstance(sources, dict) or not isinstance(versions, list) or not versions:
        raise TypeError
    return StoryRecord(
        sources=tuple(sorted((ArticleId(_text(file)), _text(digest)) for file, digest in sources.items())),
        versions=tuple(map(_read_version, versions)),
        before=_read_said(values["before"]),
        now=_read_said(values["now"]),
        ended=values.get("ended") is True,
    )


def _read_version(values: Mapping[str, object]) -> Version:
    added, changed, removed = (tuple(map(ArticleId, _texts(values.get(name, [])))) for name in LISTS)
    return Version(edition=_number(values["edition"]), added=added, changed=changed, removed=removed)


def _read_said(values: object) -> tuple[KnownStatement, ...]:
    parted = [value.split(" ", 2) for value in _texts(values)]
    return tuple(
        KnownStatement(words=words, paragraph=int(paragraph), file=ArticleId(file))
        for words, paragraph, file in parted
    )


def _texts(values: object) -> list[str]:
    if not isinstance(values, list):
        raise TypeError
    return [_text(value) for value in values]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode()
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value
