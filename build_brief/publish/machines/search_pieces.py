"""The search of a large site, in pieces: a browser loads what a query needs, not the whole index.

The theme's search loads `search_index.json` whole with every page. From `MOST_WHOLE` on it is left empty,
and `assets/search-pieces.js` answers in its place, behind the same box, from files that work over HTTP, from
a folder and under a strict Content-Security-Policy alike: scripts that hand over data.

`search/pieces/pages.js` tells where the entries of each page begin and how much the page weighs. A file for
the first two letters of words tells in which entries each word stands, and how heavily; a file for a few
entries holds their words. `docs/decisions/0019` has the figures.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from build_brief.model.site import OutputFile, pack_file

MOST_WHOLE = 1_000_000
"""Bytes of `search_index.json` that every visit may load; 400 pages, 250 kB packed."""

INDEX, FOLDER = "search/search_index.json", "search/pieces"

ENTRIES_A_FILE = 4
"""About those of one page: a result costs some kilobytes, and there are as many files as pages."""

PREFIX = 2
"""Letters that words of one file share: what a reader has typed when the first results can come."""

TAGS = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W_]+")
NOT_PLAIN = re.compile("[^a-z0-9]")

TITLE, HEADING, MOST = 20, 8, 26
"""What a word weighs in the title of a page and in the heading of a section, beside 1 to 5 in a text."""

Entry = Mapping[str, Any]
"""Of the theme's index: `location`, `title`, `text` as HTML, and `boost` where a page has one."""


def write_pieces(site: Path, *, most: int = MOST_WHOLE) -> None:
    """Put the index of `site` into pieces when it has more than `most` bytes, and leave it empty."""
    file = site / INDEX
    if not file.is_file() or file.stat().st_size <= most:
        return
    index = json.loads(file.read_bytes())
    (site / FOLDER).mkdir()
    for piece in cut_index(index["docs"]):
        (site / piece.path).write_bytes(piece.content)
    file.write_text(json.dumps(index | {"docs": []}), encoding="utf-8")


def cut_index(entries: Sequence[Entry]) -> Iterator[OutputFile]:
    """Give the files that hold `entries`, those of one page together."""
    ordered = list(_by_page(entries))
    words: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    firsts: list[tuple[int, float]] = []
    page = None
    for number, entry in enumerate(ordered):
        if _page_of(entry) != page:
            page = _page_of(entry)
            firsts.append((number, float(entry.get("boost", 1))))
        for word, weight in sorted(_weigh(entry).items()):
            words[word].append((number, weight))
    yield _file("pages", "pages", [len(ordered), firsts, ENTRIES_A_FILE])
    yield from _write_words(words)
    for start in range(0, len(ordered), ENTRIES_A_FILE):
        number, drawn = start // ENTRIES_A_FILE, ordered[start : start + ENTRIES_A_FILE]
        shown = [[entry["location"], _plain(entry["title"]), _plain(entry["text"])] for entry in drawn]
        yield _file(f"e-{number}", "entries", [number, shown])


def fold(text: str) -> str:
    """Return `text` as words are compared: small letters without marks; the script does the same."""
    if text.isascii():  # nearly all text, and fifty times faster
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.category(c).startswith("M")).lower()


def _by_page(entries: Sequence[Entry]) -> Iterator[Entry]:
    pages: dict[str, list[Entry]] = {}
    for entry in entries:
        pages.setdefault(_page_of(entry), []).append(entry)
    for of_page in pages.values():
        yield from of_page


def _page_of(entry: Entry) -> str:
    return str(entry["location"]).partition("#")[0]


def _weigh(entry: Entry) -> Counter[str]:
    """Return how much each word of an entry weighs."""
    counts = Counter(WORD.findall(fold(_plain(entry["text"]))))
    weights = Counter({word: min(count, 5) for word, count in counts.items()})
    heading = HEADING if "#" in entry["location"] else TITLE
    for word in set(WORD.findall(fold(_plain(entry["title"])))):
        weights[word] = min(weights[word] + heading, MOST)
    return weights


def _write_words(words: Mapping[str, list[tuple[int, int]]]) -> Iterator[OutputFile]:
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for word in sorted(words):
        groups[name_of(word)][word] = "".join(_pack(words[word]))
    for name in sorted(groups):
        yield _file(f"w-{name}", "words", [name, groups[name]])


def name_of(word: str) -> str:
    """Return the name of the file that holds `word`: its first letters, those beyond a to z by number."""
    return NOT_PLAIN.sub(lambda found: f"-{ord(found[0]):x}", word[:PREFIX])


def _pack(places: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Give each place as its distance from the one before, in base 36, and its weight as a capital letter."""
    before = 0
    for number, weight in places:
        yield f"{_base36(number - before)}{chr(ord('A') + weight - 1)}"
        before = number


def _base36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def _plain(text: str) -> str:
    return " ".join(html.unescape(TAGS.sub(" ", text)).split())


def _file(name: str, call: str, values: list[object]) -> OutputFile:
    handed = ",".join(json.dumps(value, ensure_ascii=True, separators=(",", ":")) for value in values)
    script = f"buildBriefSearch.{call}({handed});\n".replace("<", "\\u003c")
    return pack_file(f"{FOLDER}/{name}.js", script.encode())
