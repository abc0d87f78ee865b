"""Read a mail (`.eml`), and a web page that a browser saved as one file (`.mhtml`), which has a mail's form.

Of a mail the plain text is read, and where it has none its HTML. Whoever sent it may only have passed it on:
the sender is no author. Its day stands for the article's where the text names none, and the notice says so.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_brief.read.header import URL
from build_brief.read.manuscript import Manuscript, SourceFile, UnreadableError
from build_brief.read.plain_text import read_plain_text
from build_brief.read.saved_page import read_saved_page

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

PASSED_ON = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,}[ ]*)?(?:forwarded message|original message|begin forwarded message:?)[ ]*-*[ \t]*$"
    r"(?:\s*^[ \t>]*(?:from|sent|date|subject|to|cc|reply-to)\s*:[^\n]*$)*",
    re.IGNORECASE | re.MULTILINE,
)
SIGNATURE = re.compile(r"^-- ?$.*\Z", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
NO_TEXT = UnreadableError(
    "The mail holds no text.", "Save the article’s text, or its web page, as a file of its own."
)


def read_mail(file: SourceFile) -> Manuscript:
    """Return the manuscript in the mail, its text the mail's plain text; raises `UnreadableError`."""
    message = _parse(file)
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        raise NO_TEXT
    if part.get_content_subtype() == "html":
        return read_saved_page(replace(file, content=_take_page(part)))
    text = SIGNATURE.sub("", FORWARDED.sub("", QUOTED.sub("", _take_text(part))))
    if not text.strip():
        raise NO_TEXT
    subject = PASSED_ON.sub("", " ".join(str(message.get("subject", "")).split()))
    head = f"Title: {subject}\n\n" if subject else ""
    manuscript = read_plain_text(replace(file, content=f"{head}{text.strip()}\n".encode()))
    return _take_day(file, message, manuscript)


def read_page_archive(file: SourceFile) -> Manuscript:
    """Return the manuscript on the page that a browser saved as one file; raises `UnreadableError`."""
    message = _parse(file)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    page = next(pages, None)
    if page is None:
        reason = "No web page was found in the file."
        raise UnreadableError(reason, "Save the page again, as HTML, or the article’s text as plain text.")
    manuscript = read_saved_page(replace(file, content=_take_page(page)))
    address = str(message.get("snapshot-content-location", "")).strip()
    if manuscript.header.url or not URL.fullmatch(address):
        return manuscript
    return replace(manuscript, header=replace(manuscript.header, url=address))


def _parse(file: SourceFile) -> EmailMessage:
    from email import message_from_bytes, policy  # noqa: PLC0415 - most folders hold no mail

    try:
        return message_from_bytes(file.content, policy=policy.default)
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
    ) as error:
        raise NO_TEXT from error


def _take_text(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(part.get_content_charset() or "utf-8", errors="replace")
    except LookupError:
        return content.decode("utf-8", errors="replace")


def _take_page(part: MIMEPart) -> bytes:
    return _take_text(part).encode("utf-8", errors="replace")


def _take_day(file: SourceFile, message: EmailMessage, manuscript: Manuscript) -> Manuscript:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - as above

    if manuscript.opening_day or manuscript.header.published:
        return manuscript
    try:
        day = parsedate_to_datetime(str(message.get("date", ""))).date()
    except (ValueError, TypeError, IndexError):
        return manuscript
    file.doubtful(
        f"The day {day.isoformat()} is that of the mail; the article names none.",
        "If it is another, save the text as plain text with a line “Date: ” on top.",
    )
    return replace(manuscript, opening_day=day)
