"""Make one PDF of several that the typesetter made: pages, tags, bookmarks and the links from part to part.

The parts are read as the typesetter writes them: a plain table of objects, no object streams, one tree of
tags below one element for the document. Whatever else is met raises `ValueError`; nothing is guessed.
Identical streams, such as colour profiles, are kept once.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise

REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
PARENT = re.compile(rb"/StructParent(s?) (\d+)")
NUMBERED = re.compile(rb"(\d+) (\d+) 0 R")

PAGES, CATALOG, INFO, METADATA, TREE, DOCUMENT, OUTLINES = range(1, 8)
"""Objects of the whole; those of the parts follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One PDF in pieces."""

    objects: dict[int, bytes]
    """What stands between `obj` and `endobj`, by number."""
    special: dict[int, int]
    """Numbers of the objects that the whole has once, by their numbers in the whole."""

    def of(self, whole: int) -> bytes:
        """Return one of the objects that the whole has once; empty when this part has none."""
        return self.objects.get(self.special.get(whole, 0), b"")

    @property
    def pages(self) -> list[int]:
        """The numbers of its pages, in order."""
        return _references(self.of(PAGES), b"/Kids")


def join(contents: Sequence[bytes], *, mark: str, height: float) -> bytes:
    """Return one PDF of the pages of `contents`, titled as the first is.

    A link to the address “MARK/PAGE/DOWN” becomes one to that page of the whole, `DOWN` points below its
    upper edge; `height` is that of a page.
    """
    parts = [read_part(content) for content in contents]
    numbers = _number(parts)
    pages = [numbers[at][page] for at, part in enumerate(parts) for page in part.pages]
    keys = [0, *accumulate(_next_key(part) for part in parts)]
    outward = re.compile(
        rb"/A<<[^<>]*/URI\("
        + re.escape(mark.encode())
        + rb"/(\d+)/([\d.]+)\)[^<>]*>>(.*?)/Contents\([^()]*\)"
    )

    def inward(found: re.Match[bytes]) -> bytes:
        page, y = int(found[1]), height - float(found[2])
        return b"/Dest[%d 0 R/XYZ 0 %.2f 0]%s/Contents(page %d)" % (pages[page - 1], y, found[3], page)

    written: dict[int, bytes] = {}
    for part, known, key in zip(parts, numbers, keys, strict=False):
        for old, body in part.objects.items():
            if old not in part.special.values():
                written[known[old]] = _renumber(body, known, key, lambda text: outward.sub(inward, text))
    written |= _link_bookmarks(parts, numbers, written)
    written |= {
        PAGES: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), _list(pages)),
        CATALOG: _renumber(parts[0].of(CATALOG), numbers[0], 0).replace(b"/Outlines %d 0 R" % OUTLINES, b"")[
            :-2
        ]
        + b"/Outlines %d 0 R>>" % OUTLINES,
        INFO: parts[0].of(INFO),
        METADATA: parts[0].of(METADATA),
        TREE: _join_trees(parts, numbers, keys),
        DOCUMENT: b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>"
        % (
            TREE,
            _list(known[kid] for part, known in zip(parts, numbers, strict=True) for kid in _kids(part)),
        ),
    }
    return _write(written)


def read_part(content: bytes) -> Part:
    """Return a PDF in pieces; raise `ValueError` for one that the typesetter would not write so."""
    table = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    if content[table : table + 7] != b"xref\n0 ":
        message = "the PDF has no plain table of objects"
        raise ValueError(message)
    rows = content[table:].split(b"\n")[2:]
    places = {at: int(row[:10]) for at, row in enumerate(rows) if row[17:18] == b"n"}
    ends = dict(zip(sorted(places.values()), [*sorted(places.values())[1:], table], strict=True))
    objects = {}
    for number, start in places.items():
        body = content[start : ends[start]]
        objects[number] = body[body.index(b"obj\n") + 4 : body.rindex(b"\nendobj")]
    trailer = content[content.rindex(b"trailer") :]
    root, info = _reference(trailer, b"/Root"), _reference(trailer, b"/Info")
    special = {CATALOG: root, INFO: info}
    names = {PAGES: b"/Pages", METADATA: b"/Metadata", TREE: b"/StructTreeRoot", OUTLINES: b"/Outlines"}
    special |= {
        whole: _reference(objects[root], name) for whole, name in names.items() if name in objects[root]
    }
    special[DOCUMENT] = _references(objects[special[TREE]], b"/K")[0]
    return Part(objects=objects, special=special)


def _number(parts: Iterable[Part]) -> list[dict[int, int]]:
    """Return the number in the whole of each object of each part."""
    streams: dict[bytes, int] = {}
    numbers: list[dict[int, int]] = []
    last = OUTLINES
    for part in parts:
        known = {old: whole for whole, old in part.special.items()}
        for old, body in part.objects.items():
            if old in known:
                continue
            last += 1
            known[old] = streams.setdefault(body, last) if _is_plain_stream(body) else last
        numbers.append(known)
    return numbers


def _is_plain_stream(body: bytes) -> bool:
    head, found, _ = body.partition(b"stream\n")
    return bool(found) and body.endswith(b"endstream") and not REFERENCE.search(head)


def _renumber(
    body: bytes, known: dict[int, int], key: int, change: Callable[[bytes], bytes] = lambda text: text
) -> bytes:
    """Return an object with the numbers of the whole; what stands in strings and streams stays as it is."""
    head, found, tail = body.partition(b"stream\n") if body.endswith(b"endstream") else (body, b"", b"")
    if b"/Annot" in head:
        head = change(head)
    pieces = [
        text
        if at % 2
        else PARENT.sub(
            lambda parent: b"/StructParent%s %d" % (parent[1], int(parent[2]) + key),
            REFERENCE.sub(lambda old: b"%d 0 R" % known.get(int(old[1]), int(old[1])), text),
        )
        for at, text in enumerate(_split_strings(head))
    ]
    return b"".join(pieces) + found + tail


def _split_strings(text: bytes) -> Iterator[bytes]:
    """Give what stands outside of strings and inside of them in turn."""
    at = 0
    while (start := text.find(b"(", at)) >= 0:
        yield text[at:start]
        at, depth = start, 0
        while True:
            sign = text[at : at + 1]
            depth += {b"(": 1, b")": -1}.get(sign, 0)
            at += 2 if sign == b"\\" else 1
            if depth == 0:
                break
        yield text[start:at]
    yield text[at:]


def _link_bookmarks(
    parts: Sequence[Part], numbers: Sequence[dict[int, int]], written: dict[int, bytes]
) -> dict[int, bytes]:
    """Return the bookmarks that follow one another across parts, and what holds them all."""
    every = [(part.of(OUTLINES), known) for part, known in zip(parts, numbers, strict=True)]
    found = [(outlines, known) for outlines, known in every if b"/First" in outlines]
    ends = [(known[_reference(o, b"/First")], known[_reference(o, b"/Last")]) for o, known in found]
    changed: dict[int, bytes] = {}
    for (_, last), (first, _) in pairwise(ends):
        changed[last] = b"<</Next %d 0 R" % first + changed.get(last, written[last])[2:]
        changed[first] = b"<</Prev %d 0 R" % last + changed.get(first, written[first])[2:]
    count = sum(int(re.findall(rb"/Count (\d+)", outlines)[0]) for outlines, _ in found)
    ways = b"/First %d 0 R/Last %d 0 R/Count %d" % (ends[0][0], ends[-1][1], count) if ends else b""
    return changed | {OUTLINES: b"<</Type/Outlines" + ways + b">>"}


def _kids(part: Part) -> list[int]:
    return _references(part.of(DOCUMENT), b"/K")


def _join_trees(parts: Sequence[Part], numbers: Sequence[dict[int, int]], keys: Sequence[int]) -> bytes:
    """Return the root of all tags."""
    nums, names = [], []
    for part, known, key in zip(parts, numbers, keys, strict=False):
        tree = part.of(TREE)
        entries = tree[tree.index(b"/Nums[") + 6 : tree.index(b"]", tree.index(b"/Nums["))]
        nums += [b"%d %d 0 R" % (int(at) + key, known[int(to)]) for at, to in NUMBERED.findall(entries)]
        if b"/IDTree" in tree:
            names.append(_renumber(tree[tree.index(b"/IDTree") : tree.index(b"/ParentTree")], known, 0))
    if len(names) > 1:
        message = "two parts have names for their tags"
        raise ValueError(message)
    roles = parts[0].of(TREE)
    roles = roles[roles.index(b"/RoleMap") : roles.index(b">>", roles.index(b"/RoleMap")) + 2]
    return b"<</Type/StructTreeRoot%s/K[%d 0 R]%s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
        roles, DOCUMENT, b"".join(names), b" ".join(nums), keys[-1],
    )  # fmt: skip


def _next_key(part: Part) -> int:
    return int(re.findall(rb"/ParentTreeNextKey (\d+)", part.of(TREE))[0])


def _write(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n\n" % (number, objects[number])
    table, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    name = b64encode(sha256(out).digest()[:16])
    out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[(%s)(%s)]>>\n" % (size, CATALOG, INFO, name, name)
    out += b"startxref\n%d\n%%%%EOF" % table
    return bytes(out)


def _reference(text: bytes, name: bytes) -> int:
    found = re.search(re.escape(name) + rb" (\d+) 0 R", text)
    if found is None:
        message = f"the PDF has no {name.decode()} where it is looked for"
        raise ValueError(message)
    return int(found[1])


def _references(text: bytes, name: bytes) -> list[int]:
    found = re.search(re.escape(name) + rb"(?:\[([^\]]*)\]| (\d+ 0 R))", text)
    return [int(old) for old in REFERENCE.findall(found[1] or found[2])] if found else []


def _list(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
