"""Read a Rich Text document (`.rtf`), as TextEdit and WordPad save it: its words, without fonts and pictures.

The form is that of the Rich Text Format Specification 1.9: groups in braces, control words after a backslash.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from build_brief.read.manuscript import Manuscript, SourceFile, UnreadableError
from build_brief.read.packed_documents import CURE
from build_brief.read.plain_text import read_plain_text

TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-f]{2})|\\(?P<sign>[^a-z'])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
HIDDEN = frozenset(
    (
        *(
            "fonttbl",
            "colortbl",
            "expandedcolortbl",
            "stylesheet",
            "listtable",
            "listoverridetable",
            "rsidtbl",
        ),
        *(
            "info",
            "generator",
            "latentstyles",
            "themedata",
            "xmlnstbl",
            "datastore",
            "annotation",
            "footnote",
        ),
        *("header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl", "footerr"),
        *("pict", "object", "fldinst"),
    )
)
"""Groups whose words are no part of the text."""
CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
WORDS = {
    **dict.fromkeys(("par", "sect", "page", "row", "line"), "\n"),
    **dict.fromkeys(("tab", "cell"), " "),
    "line": "\n",
    "endash": "–",
    "emdash": "—",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
SIGNS = {"~": "\xa0", "_": "-", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
DEEPEST = 1000


def read_rich_text(file: SourceFile) -> Manuscript:
    """Return the manuscript in the document, its text that of its paragraphs; raises `UnreadableError`."""
    source = file.content.decode("latin-1")
    if not source.lstrip().startswith("{\\rtf"):
        return read_plain_text(file)
    text = _render(source)
    if not text.strip():
        reason = "No text was found in the Rich Text document."
        raise UnreadableError(reason, CURE)
    return read_plain_text(replace(file, content=text.strip().encode("utf-8", errors="replace")))


@dataclass(slots=True)
class _Reader:
    """The words read so far, and what holds in the groups that are open."""

    encoding: str
    words: list[str] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=lambda: [False])
    skipped: list[int] = field(default_factory=lambda: [1])
    """How many characters stand after `\\u8217` for programs that know no Unicode."""
    skip: int = 0

    def write(self, words: str) -> None:
        cut = min(self.skip, len(words))
        self.skip -= cut
        if not self.hidden[-1]:
            self.words.append(words[cut:])

    def open_or_close(self, brace: str) -> None:
        self.skip = 0
        if brace == "{" and len(self.hidden) < DEEPEST:
            self.hidden.append(self.hidden[-1])
            self.skipped.append(self.skipped[-1])
        elif brace == "}" and len(self.hidden) > 1:
            self.hidden.pop()
            self.skipped.pop()

    def obey(self, word: str, number: int | None) -> None:
        if word in HIDDEN:
            self.hidden[-1] = True
        elif word == "uc":
            self.skipped[-1] = number or 0
        elif word == "u" and number is not None:
            self.write(chr(number % 65536))
            self.skip = self.skipped[-1]
        elif word in WORDS:
            self.skip = 0
            self.write(WORDS[word])


def _render(source: str) -> str:
    """Return the words of the document, each paragraph on a line."""
    reader = _Reader(encoding=_find_encoding(source))
    for found in TOKEN.finditer(source):
        if found["brace"]:
            reader.open_or_close(found["brace"])
        elif found["word"]:
            reader.obey(found["word"].lower(), int(found["number"]) if found["number"] else None)
        elif found["byte"]:
            reader.write(bytes([int(found["byte"], 16)]).decode(reader.encoding, errors="replace"))
        elif found["sign"] == "*":
            reader.hidden[-1] = True  # a group that a program may skip when it does not know it
        elif found["sign"]:
            reader.write(SIGNS.get(found["sign"], ""))
        elif found["text"]:
            reader.write(found["text"])
    words = "".join(reader.words)
    return words.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")


def _find_encoding(source: str) -> str:
    found = CODE_PAGE.search(source)
    try:
        return codecs.lookup(f"cp{found[1]}").name if found else "cp1252"
    except LookupError:
        return "cp1252"
