r"""Turn bytes into text: UTF-8 unless a byte order mark, or the bytes themselves, say otherwise.

Line ends become `\n`, as in any file opened as text. A control character that no article means
to hold becomes the replacement character, in its place. Every such change is told in a notice.
"""

from __future__ import annotations

import codecs
import re

from build_brief.read.manuscript import SourceFile, UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a packed file (Word, OpenDocument, EPUB or ZIP)"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL_BYTES = bytes([*range(9), *range(14, 32)])
MAX_CONTROLS = 0.05
"""Share of control characters; packed data and pictures have about a tenth, articles none."""
MAX_BROKEN = 0.2
"""Share of characters beyond ASCII that may be broken in what is still UTF-8."""
MANY_BEYOND_ASCII = 0.15
"""Western text has a few per cent of bytes beyond ASCII; other scripts have mostly such bytes."""
REPLACEMENT = "\ufffd"
EMPTY = "The file is empty."
SAVE_AS_UTF_8 = "Check the characters beyond plain English, or save the file as UTF-8."


def decode(file: SourceFile, *, declared: str | None = None) -> str:
    """Return the text of `file`, without byte order mark; tells what it repaired.

    `declared` is the encoding that the file itself names, used when it is not UTF-8.

    Raises `UnreadableError` when the file is empty or holds something else than text.
    """
    if not file.content.strip():
        raise UnreadableError(EMPTY, "Put the article's text into it, or delete it.")
    for signature, what in SIGNATURES:
        if file.content.startswith(signature):
            reason = f"The file is {what}, not text."
            raise UnreadableError(reason, "Save the article as plain text, Markdown or an HTML page.")
    text = LINE_ENDS.sub("\n", _decode_bytes(file, declared))
    if not text.strip():
        raise UnreadableError(EMPTY, "Put the article's text into it, or delete it.")
    return _replace_controls(file, text)


def _decode_bytes(file: SourceFile, declared: str | None) -> str:
    content = file.content
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_tolerantly(file, content[len(mark) :], encoding)
    if guessed := _guess_utf_16(content):
        file.repaired("The file is UTF-16 without a byte order mark.", SAVE_AS_UTF_8)
        return _decode_tolerantly(file, content, guessed)
    _refuse_binary(content)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_tolerantly(file, content, declared) if declared else _decode_legacy(file)


def _decode_tolerantly(file: SourceFile, content: bytes, encoding: str) -> str:
    text = content.decode(encoding, errors="replace")
    broken = text.count(REPLACEMENT) - content.count(
        REPLACEMENT.encode(encoding, errors="ignore") or b"\xef\xbf\xbd"
    )
    if broken > 0:
        file.repaired(f"{broken} characters are not valid {encoding.upper()} and show as �.", SAVE_AS_UTF_8)
    return text


def _guess_utf_16(content: bytes) -> str | None:
    """Tell UTF-16 by where its zeros stand: in English every other byte is one."""
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, half = max(even, odd), len(sample) // 2
    if not most or most * 2 < half or min(even, odd) * 10 > most:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _refuse_binary(content: bytes) -> None:
    controls = len(content) - len(content.translate(None, CONTROL_BYTES))
    if controls > MAX_CONTROLS * len(content) and controls > 1:
        reason = "The file holds binary data, not text."
        raise UnreadableError(reason, "Save the article as plain text in UTF-8.")


def _decode_legacy(file: SourceFile) -> str:
    content = file.content
    tolerant = content.decode("utf-8", errors="replace")
    beyond = sum(1 for char in tolerant if char > "\x7f")
    if tolerant.count(REPLACEMENT) < MAX_BROKEN * beyond:
        return _decode_tolerantly(file, content, "utf-8")
    beyond_bytes = len(content) - len(content.decode("ascii", errors="ignore"))
    encoding = "cp1252" if beyond_bytes < MANY_BEYOND_ASCII * len(content) else _guess_encoding(content)
    file.repaired(f"The file is not UTF-8; it was read as {encoding}.", SAVE_AS_UTF_8)
    return content.decode(encoding, errors="replace")


def _guess_encoding(content: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a third of the start-up time, seldom needed

    best = from_bytes(content[:65536]).best()
    return best.encoding if best else "cp1252"


def _replace_controls(file: SourceFile, text: str) -> str:
    repaired, count = CONTROLS.subn(REPLACEMENT, text)
    if count:
        them = "1 control character shows" if count == 1 else f"{count} control characters show"
        file.repaired(f"{them} as {REPLACEMENT}.", "Delete them from the file.")
    return repaired
