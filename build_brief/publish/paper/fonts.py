"""Which fonts a document needs, and what is to be done about letters that no font here can show.

The typesetter carries fonts for Latin, Greek, Cyrillic and Hebrew, and a document that needs no others is the
same on every machine: fonts of the system are not looked at. Other scripts take the Noto fonts, which Debian
packages; a document looks for exactly the files that its letters need.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

BODY = "Libertinus Serif"
CARRIED = (BODY, "New Computer Modern", "DejaVu Sans Mono")
"""Fonts that the typesetter brings along, in the order in which they are asked for a letter."""

FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    "darwin": ("/Library/Fonts", "~/Library/Fonts", "/System/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A way of writing that needs a font of its own."""

    name: str
    """As a reader would call it."""
    family: str
    """The font's name in a document."""
    files: tuple[str, ...]
    """The files that hold it, the plain one first; the others may be missing."""
    package: str
    """The Debian package that holds the files."""
    blocks: tuple[tuple[int, int], ...]
    """First and last code point of the blocks of Unicode that it takes."""

    def writes(self, letter: str) -> bool:
        """Tell whether `letter` belongs to this way of writing."""
        return any(first <= ord(letter) <= last for first, last in self.blocks)


CORE, CJK = "fonts-noto-core", "fonts-noto-cjk"

SCRIPTS = (
    Script(
        name="Arabic",
        family="Noto Naskh Arabic",
        files=("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
        package=CORE,
        blocks=((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    ),
    Script(
        name="Hebrew",
        family="Noto Serif Hebrew",
        files=("NotoSerifHebrew-Regular.ttf", "NotoSerifHebrew-Bold.ttf"),
        package=CORE,
        blocks=((0x590, 0x5FF), (0xFB1D, 0xFB4F)),
    ),
    Script(
        name="Devanagari",
        family="Noto Serif Devanagari",
        files=("NotoSerifDevanagari-Regular.ttf", "NotoSerifDevanagari-Bold.ttf"),
        package=CORE,
        blocks=((0x900, 0x97F), (0xA8E0, 0xA8FF)),
    ),
    Script(
        name="Bengali",
        family="Noto Serif Bengali",
        files=("NotoSerifBengali-Regular.ttf", "NotoSerifBengali-Bold.ttf"),
        package=CORE,
        blocks=((0x980, 0x9FF),),
    ),
    Script(
        name="Tamil",
        family="Noto Serif Tamil",
        files=("NotoSerifTamil-Regular.ttf", "NotoSerifTamil-Bold.ttf"),
        package=CORE,
        blocks=((0xB80, 0xBFF),),
    ),
    Script(
        name="Thai",
        family="Noto Serif Thai",
        files=("NotoSerifThai-Regular.ttf", "NotoSerifThai-Bold.ttf"),
        package=CORE,
        blocks=((0xE00, 0xE7F),),
    ),
    Script(
        name="Georgian",
        family="Noto Serif Georgian",
        files=("NotoSerifGeorgian-Regular.ttf", "NotoSerifGeorgian-Bold.ttf"),
        package=CORE,
        blocks=((0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    ),
    Script(
        name="Armenian",
        family="Noto Serif Armenian",
        files=("NotoSerifArmenian-Regular.ttf", "NotoSerifArmenian-Bold.ttf"),
        package=CORE,
        blocks=((0x530, 0x58F), (0xFB13, 0xFB17)),
    ),
    Script(
        name="Ethiopic",
        family="Noto Serif Ethiopic",
        files=("NotoSerifEthiopic-Regular.ttf", "NotoSerifEthiopic-Bold.ttf"),
        package=CORE,
        blocks=((0x1200, 0x139F), (0x2D80, 0x2DDF)),
    ),
    Script(
        name="Chinese, Japanese and Korean",
        family="Noto Serif CJK SC",
        files=("NotoSerifCJK-Regular.ttc",),
        package=CJK,
        blocks=(
            (0x1100, 0x11FF), (0x2E80, 0x2FDF), (0x3000, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
            (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF),
        ),
    ),
)  # fmt: skip


def scripts_of(letters: Iterable[str]) -> tuple[Script, ...]:
    """Return the ways of writing that `letters` belong to, in the order of `SCRIPTS`."""
    known = tuple(letters)
    return tuple(script for script in SCRIPTS if any(map(script.writes, known)))


def find_files(script: Script) -> tuple[Path, ...]:
    """Return the files of the font for `script` on this machine; none when the plain one is not here."""
    found = {name: path for name in script.files for path in _search(name)}
    return tuple(found.values()) if script.files[0] in found else ()


def _search(name: str) -> Iterator[Path]:
    """Give the first file of that name, if any; folders and what is in them in a fixed order."""
    for folder in FOLDERS.get(sys.platform, FOLDERS["linux"]):
        found = sorted(Path(folder).expanduser().rglob(name))
        if found:
            yield found[0]
            return
