"""Say which letters of a document no font here can show, and what to install."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from build_brief.model.problems import Notice, NoticeKind
from build_brief.publish.paper.documents import Document
from build_brief.publish.paper.fonts import find_files, scripts_of

MAX_LETTERS = 8
"""Letters that are named; they are of one kind mostly."""


def notice_of_letters(document: Document, missing: AbstractSet[str]) -> Notice | None:
    """Return what to do about the letters of `document` that stand as U+FFFD; None when all are shown."""
    absent = [script for script in document.scripts if not find_files(script)]
    if not absent and not missing:
        return None
    names = [script.name for script in absent]
    known = scripts_of(missing)
    others = sorted(letter for letter in missing if not any(script.writes(letter) for script in known))
    codes = [f"U+{ord(letter):04X}" for letter in others[:MAX_LETTERS]]
    more = ["others"] if len(others) > MAX_LETTERS else []
    packages = sorted({script.package for script in absent})
    cure = (
        f"Install {' and '.join(packages)} (Debian), or those Noto fonts, and build again."
        if packages
        else "Nothing needs to be done: the page of the site shows them where the reader has a font."
    )
    return Notice(
        kind=NoticeKind.REPAIRED,
        path=document.path,
        message=f"The PDF shows � for letters that no font here has: {', '.join((*names, *codes, *more))}.",
        cure=cure,
    )
